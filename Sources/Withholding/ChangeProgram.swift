import LinearPrograms

/// A linear program over the changes of a known table that keep all rows.
struct ChangeProgram: ~Copyable {
  /// How far inner variables may move.
  enum Reach {
    /// As far as the rows let them.
    case free
    /// By no more than they are asked to range, so that not a few of them take all the room.
    case boxed
    /// The same, and every change has its price, so that little changes beside what is pulled.
    case thrifty
  }

  /// A variable, and how strongly it is pulled up; down where below 0.
  struct Pull {
    var variable: Int
    var strength: Double
  }

  private let component: OpenComponent
  private let form: InnerForm
  private let start: [Int]
  private let block: InnerForm.Block
  private let reach: Reach
  /// By inner variable, its column; thrifty programs have another one behind it, for the way down.
  private var column: [Int32]
  private var program: WholeProgram

  /// - Parameter block: the inner variables that may change.
  init(
    _ component: OpenComponent, _ form: InnerForm, _ start: [Int], _ block: InnerForm.Block,
    _ reach: Reach
  ) throws(LinearProgramError) {
    self.component = component
    self.form = form
    self.start = start
    self.block = block
    self.reach = reach
    column = Array(repeating: -1, count: form.inner.count)
    var system = LinearSystem()
    var bounds: [ClosedRange<Double>] = []
    for inner in block.inner {
      column[inner] = Int32(bounds.count)
      let (down, up) = ChangeProgram.room(component, form.inner[inner], start, reach)
      bounds += reach == .thrifty ? [0...up, 0...(-down)] : [down...up]
    }
    for bound in bounds {
      _ = system.addVariable(lower: bound.lowerBound, upper: bound.upperBound)
    }
    for row in block.rows {
      var terms: [LinearSystem.Term] = []
      for term in form.rows[row].terms where column[Int(term.inner)] >= 0 {
        let place = Int(column[Int(term.inner)])
        terms.append(LinearSystem.Term(place, times: Double(term.factor)))
        guard reach == .thrifty else { continue }
        terms.append(LinearSystem.Term(place + 1, times: -Double(term.factor)))
      }
      system.addRow(terms, equals: 0)
    }
    program = try WholeProgram(system, bounds)
  }

  private static func room(
    _ component: OpenComponent, _ variable: Int, _ start: [Int], _ reach: Reach
  ) -> (down: Double, up: Double) {
    let most = reach == .free ? OpenSystem.end : max(4, component.widths[variable])
    let (low, high) = (component.lower[variable], component.upper[variable])
    let down = max(-most, low <= -OpenSystem.end ? low : low - start[variable])
    let up = min(most, high >= OpenSystem.end ? high : high - start[variable])
    return (OpenComponent.bound(down), OpenComponent.bound(up))
  }

  /// Another table, in which the variables are pulled as far as they go; `nil` where none was
  /// found.
  mutating func table(
    pulling pulls: [Pull], _ budget: inout Int
  ) throws(LinearProgramError) -> [Int]? {
    guard let numbers = try program.numbers(maximizing: objective(pulls), &budget) else {
      return nil
    }
    var inner = form.inner.map { start[$0] }
    for position in block.inner {
      let place = Int(column[position])
      inner[position] += numbers[place] - (reach == .thrifty ? numbers[place + 1] : 0)
    }
    let values = form.values(inner)
    return component.holds(values) ? values : nil
  }

  /// How far a variable goes, whole or not; `nil` where it was not told.
  mutating func end(
    of pull: Pull, _ budget: inout Int
  ) throws(LinearProgramError) -> Double? {
    guard let values = try program.values(maximizing: objective([pull]), &budget) else {
      return nil
    }
    return form.sums[pull.variable].terms.reduce(0.0) {
      let place = column[Int($1.inner)]
      return $0 + (place < 0 ? 0 : Double($1.factor) * values[Int(place)])
    }
  }

  /// What a change by one costs where a pull by one is worth its strength.
  private static let price = 1.0 / 256

  private func objective(_ pulls: [Pull]) -> [LinearSystem.Term] {
    var strength = Array(repeating: 0.0, count: form.inner.count)
    for pull in pulls {
      for term in form.sums[pull.variable].terms {
        strength[Int(term.inner)] += pull.strength * Double(term.factor)
      }
    }
    var terms: [LinearSystem.Term] = []
    for inner in block.inner {
      let (place, worth) = (Int(column[inner]), strength[inner])
      if reach == .thrifty {
        terms.append(LinearSystem.Term(place, times: worth - ChangeProgram.price))
        terms.append(LinearSystem.Term(place + 1, times: -worth - ChangeProgram.price))
      } else if worth != 0 {
        terms.append(LinearSystem.Term(place, times: worth))
      }
    }
    return terms
  }
}
