import LinearPrograms

/// A linear program over the changes of a known table that keep all rows.
struct ChangeProgram: ~Copyable {
  private let component: OpenComponent
  private let form: InnerForm
  private let start: [Int]
  private var program: WholeProgram

  /// - Parameter isBoxed: whether no inner variable may move by more than it is asked to range, so
  ///   that not a few of them take all the room.
  init(
    _ component: OpenComponent, _ form: InnerForm, _ start: [Int], isBoxed: Bool
  ) throws(LinearProgramError) {
    self.component = component
    self.form = form
    self.start = start
    var system = LinearSystem()
    var bounds: [ClosedRange<Double>] = []
    for variable in form.inner {
      let most = isBoxed ? max(4, component.widths[variable]) : OpenSystem.end
      let (low, high) = (component.lower[variable], component.upper[variable])
      let down = max(-most, low <= -OpenSystem.end ? low : low - start[variable])
      let up = min(most, high >= OpenSystem.end ? high : high - start[variable])
      bounds.append(OpenComponent.bound(down)...OpenComponent.bound(up))
      _ = system.addVariable(lower: OpenComponent.bound(down), upper: OpenComponent.bound(up))
    }
    for row in form.rows { system.addRow(ChangeProgram.terms(row, 1), equals: 0) }
    program = try WholeProgram(system, bounds)
  }

  /// Another table, in which the variables are pulled as far as they go; `nil` where none was
  /// found.
  mutating func table(
    pulling pulls: [Pull], _ budget: inout Int
  ) throws(LinearProgramError) -> [Int]? {
    guard let numbers = try program.numbers(maximizing: objective(pulls), &budget) else {
      return nil
    }
    let inner = zip(form.inner, numbers).map { start[$0] + $1 }
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
      $0 + Double($1.factor) * values[Int($1.inner)]
    }
  }

  /// A variable, and how strongly it is pulled up; down where below 0.
  struct Pull {
    var variable: Int
    var strength: Double
  }

  private func objective(_ pulls: [Pull]) -> [LinearSystem.Term] {
    var strength = Array(repeating: 0.0, count: form.inner.count)
    for pull in pulls {
      for term in form.sums[pull.variable].terms {
        strength[Int(term.inner)] += pull.strength * Double(term.factor)
      }
    }
    return strength.indices.filter { strength[$0] != 0 }
      .map { LinearSystem.Term($0, times: strength[$0]) }
  }

  private static func terms(_ sum: InnerForm.Sum, _ factor: Double) -> [LinearSystem.Term] {
    sum.terms.map { LinearSystem.Term(Int($0.inner), times: factor * Double($0.factor)) }
  }
}
