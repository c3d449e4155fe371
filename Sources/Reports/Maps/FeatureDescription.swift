import Disclosure

/// One short line about a place for the pop-ups of web maps.
struct FeatureDescription {
  /// More would not fit into a pop-up.
  private static let limit = 4

  private let names: [String]

  init(_ release: Release) {
    names = release.indicators.map { $0.name.split(separator: "_").joined(separator: " ") }
  }

  /// `incidents 3; killed 12 (10–15)`, or `no report`.
  func text(_ cells: FeatureTable.Cells?) -> String {
    let present = (cells ?? []).enumerated().compactMap { number, row in
      row.map { "\(names[number]) \(figure($0))" }
    }
    guard !present.isEmpty else { return "no report" }
    let shown = present.prefix(Self.limit).joined(separator: "; ")
    return present.count > Self.limit ? shown + "; …" : shown
  }

  private func figure(_ row: Release.Row) -> String {
    switch row.status {
    case .withheld: return "withheld"
    case .notStated: return "without a number"
    case .otherSources: return "(\(range(row)) by other sources)"
    case .reported, .zero: break
    }
    guard let best = row.best else { return "(\(range(row)))" }
    return row.low == row.best && row.high == row.best
      ? best.text : "\(best.text) (\(range(row)))"
  }

  private func range(_ row: Release.Row) -> String {
    "\(row.low?.text ?? "?")–\(row.high?.text ?? "?")"
  }
}
