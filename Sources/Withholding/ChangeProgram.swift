import LinearPrograms

/// A linear program over the changes of a known table that keep all rows.
///
/// It costs what its block costs, however large the table is.
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

  /// How far an inner variable is to go.
  typealias Step = (inner: Int, amount: Int)

  private let block: InnerForm.Block
  private let reach: Reach
  private var program: WholeProgram

  /// - Parameter block: the inner variables that may change.
  init(
    _ component: OpenComponent, _ form: InnerForm, _ start: [Int], _ block: InnerForm.Block,
    _ reach: Reach
  ) throws(LinearProgramError) {
    self.block = block
    self.reach = reach
    var system = LinearSystem()
    var bounds: [ClosedRange<Double>] = []
    for inner in block.inner {
      let (down, up) = ChangeProgram.room(component, form.inner[inner], start, reach)
      bounds += reach == .thrifty ? [0...up, 0...(-down)] : [down...up]
    }
    for bound in bounds {
      _ = system.addVariable(lower: bound.lowerBound, upper: bound.upperBound)
    }
    for terms in ChangeProgram.rows(form, block, reach) { system.addRow(terms, equals: 0) }
    program = try WholeProgram(system, bounds)
  }

  private static func rows(
    _ form: InnerForm, _ block: InnerForm.Block, _ reach: Reach
  ) -> [[LinearSystem.Term]] {
    var rows: [[LinearSystem.Term]] = Array(repeating: [], count: block.rows.count)
    let numbers = Dictionary(
      uniqueKeysWithValues: block.rows.enumerated().map { (Int32($1), $0) })
    for (position, inner) in block.inner.enumerated() {
      for share in form.rowsOf[inner] {
        guard let row = numbers[share.of] else { continue }
        let factor = Double(share.factor)
        guard reach == .thrifty else {
          rows[row].append(LinearSystem.Term(position, times: factor))
          continue
        }
        rows[row].append(LinearSystem.Term(2 * position, times: factor))
        rows[row].append(LinearSystem.Term(2 * position + 1, times: -factor))
      }
    }
    return rows
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

  /// The steps of the block's inner variables that go as far as they are pulled; `nil` where none
  /// were found. To be checked exactly.
  /// - Parameter strengths: by position in the block, how strongly each is pulled up; down where
  ///   below 0.
  mutating func steps(
    pulling strengths: [Double], _ budget: inout Int
  ) throws(LinearProgramError) -> [Step]? {
    guard let numbers = try program.numbers(maximizing: objective(strengths), &budget) else {
      return nil
    }
    return block.inner.enumerated().map { position, inner in
      reach == .thrifty
        ? (inner, numbers[2 * position] - numbers[2 * position + 1]) : (inner, numbers[position])
    }
  }

  /// How far the pulled sum of the block's inner variables goes, whole or not; `nil` where it was
  /// not told.
  mutating func end(
    pulling strengths: [Double], _ budget: inout Int
  ) throws(LinearProgramError) -> Double? {
    guard let values = try program.values(maximizing: objective(strengths), &budget) else {
      return nil
    }
    return strengths.indices.reduce(0.0) { sum, position in
      let step =
        reach == .thrifty
        ? values[2 * position] - values[2 * position + 1] : values[position]
      return sum + strengths[position] * step
    }
  }

  /// What a change by one costs where a pull by one is worth its strength.
  private static let price = 1.0 / 256

  private func objective(_ strengths: [Double]) -> [LinearSystem.Term] {
    var terms: [LinearSystem.Term] = []
    for (position, worth) in strengths.enumerated() {
      if reach == .thrifty {
        let price = ChangeProgram.price
        terms.append(LinearSystem.Term(2 * position, times: worth - price))
        terms.append(LinearSystem.Term(2 * position + 1, times: -worth - price))
      } else if worth != 0 {
        terms.append(LinearSystem.Term(position, times: worth))
      }
    }
    return terms
  }
}
