import LinearPrograms

/// The range of one variable, by linear programs without any other bounds than its component's.
struct WholeRange {
  /// `nil` where it could not be said.
  private(set) var finding: Attack.Finding?

  init(_ spread: inout Spread, _ variable: Int, _ budget: inout Int) throws(LinearProgramError) {
    let component = spread.component
    let (form, whole) = (spread.form, spread.form.whole)
    var program = try ChangeProgram(component, form, spread.start, whole, .free)
    let width = component.widths[variable]
    var (low, high) = (component.lower[variable], component.upper[variable])
    for direction in [1.0, -1] {
      guard budget > 0 else { return }
      let strengths = form.strengths(pulling: variable, direction, in: whole)
      guard let far = try program.end(pulling: strengths, &budget) else { continue }
      let value = direction * far
      // A whole number beyond the program's end, by a hair at most, is none.
      let end = (value + direction * 1e-5).rounded(direction > 0 ? .down : .up)
      guard abs(end) < Double(OpenSystem.end) else { continue }
      if direction > 0 {
        high = min(high, spread.start[variable] + Int(end))
      } else {
        low = max(low, spread.start[variable] + Int(end))
      }
    }
    if high - low < width {
      finding = .narrow(low...high)
      return
    }
    try reach(low...high, &spread, variable, &budget)
  }

  /// Whole numbers as far up as is needed, then as far down.
  private func reach(
    _ range: ClosedRange<Int>, _ spread: inout Spread, _ variable: Int, _ budget: inout Int
  ) throws(LinearProgramError) {
    let component = spread.component
    let width = component.widths[variable]
    for isUp in [true, false] where !spread.isWide(variable) && budget > 0 {
      let own: ClosedRange<Int>
      if isUp {
        let end = min(range.upperBound, spread.lowest[variable] + width)
        own = end...max(end, component.upper[variable])
      } else {
        let end = max(range.lowerBound, spread.highest[variable] - width)
        own = min(end, component.lower[variable])...end
      }
      let finder = StartFinder(
        component, spread.form, reach: 2 * width, with: (variable: variable, range: own))
      if case .found(let table) = try finder.start(&budget) { spread.record(table) }
    }
  }
}
