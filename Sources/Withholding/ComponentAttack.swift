import LinearPrograms

/// The attack on figures that sums connect.
struct ComponentAttack: Sendable {
  /// By variable of the whole system, without those that are wide.
  private(set) var findings: [Int: Attack.Finding] = [:]
  private(set) var isSpent = false

  /// How many inner variables are looked at around a figure, before it is tried with more.
  private static let sizes = [60, 240, 960]

  init(
    _ component: OpenComponent, _ mostPrograms: Int, isThorough: Bool
  ) throws(WithholdingError) {
    guard component.widths.contains(where: { $0 > 0 }) else { return }
    do {
      try run(component, mostPrograms, isThorough)
    } catch let error as WithholdingError {
      throw error
    } catch {
      throw .solver("\(error)")
    }
  }

  private mutating func run(
    _ component: OpenComponent, _ mostPrograms: Int, _ isThorough: Bool
  ) throws {
    var budget = mostPrograms
    defer { isSpent = budget <= 0 }
    let reach = 2 * (component.widths.max() ?? 0)
    let form = InnerForm(component)
    let finder = StartFinder(component, form, reach: reach)
    switch try finder.start(&budget) {
    case .impossible: throw WithholdingError.inconsistent(cell: component.origin[0])
    case .unsettled:
      for (variable, width) in zip(component.origin, component.widths) where width > 0 {
        findings[variable] = .unsettled
      }
    case .found(let start):
      var spread = Spread(component, form, start: start)
      try spread.pullTogether(&budget)
      for size in ComponentAttack.sizes { try spread.pullApart(size: size, &budget) }
      for variable in spread.narrow where !spread.isWide(variable) {
        findings[component.origin[variable]] = .unsettled
        guard isThorough, budget > 0 else { continue }
        let range = try WholeRange(&spread, variable, &budget)
        if let finding = range.finding { findings[component.origin[variable]] = finding }
        if spread.isWide(variable) { findings[component.origin[variable]] = nil }
      }
    }
  }
}
