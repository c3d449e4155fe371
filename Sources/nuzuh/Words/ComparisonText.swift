import Comparisons
import Disclosure
import Records

/// A comparison as people read it.
struct ComparisonText {
  private let comparison: Comparison
  private let limit: Int

  private let details: (FigureChange) -> [String]

  /// - Parameters:
  ///   - limit: how many changes are listed; `nil` for all.
  ///   - details: what stands below the line of a change.
  init(
    _ comparison: Comparison, limit: Int?,
    details: @escaping (FigureChange) -> [String] = { _ in [] }
  ) {
    self.comparison = comparison
    self.limit = limit ?? .max
    self.details = details
  }

  var lines: [String] {
    guard !comparison.isEmpty else {
      return heads + ["nothing changed: \(comparison.unchangedCount) figures are the same"]
    }
    return heads + differences + [counts] + changes
  }

  private var heads: [String] {
    [("old", comparison.before), ("new", comparison.after)].map { word, release in
      let days = release.first.isEmpty ? "no days" : "\(release.first) to \(release.last)"
      return Finding.escaped("\(word)  \(release.directory): made \(release.created), \(days)")
    }
  }

  private var differences: [String] {
    guard !comparison.differences.isEmpty else { return [] }
    return ["made differently, so figures may differ for that alone:"]
      + comparison.differences.map { difference in
        let words = [difference.before, difference.after].map { $0.map(Self.short) ?? "–" }
        return Finding.escaped("  \(difference.name): \(words[0]) → \(words[1])")
      }
  }

  private static func short(_ text: String) -> String {
    text.count > 120 ? "\(text.prefix(117))…" : text.isEmpty ? "none" : text
  }

  private var counts: String {
    let parts = FigureChange.Kind.allCases.compactMap { kind -> String? in
      let count = comparison.count(kind)
      return count > 0 ? "\(count) \(Self.word(kind))" : nil
    }
    return (parts + ["\(comparison.unchangedCount) the same"]).joined(separator: ", ")
  }

  private static func word(_ kind: FigureChange.Kind) -> String {
    switch kind {
    case .revised, .changed, .appeared, .disappeared: kind.rawValue
    case .withheld: "now withheld"
    case .shown: "now shown"
    }
  }

  private var changes: [String] {
    let listed = comparison.changes.prefix(limit)
    let shown = listed.flatMap { [line($0)] + details($0) }
    let more = comparison.changes.count - listed.count
    return shown + (more > 0 ? ["… and \(more) more; --all lists them"] : [])
  }

  private func line(_ change: FigureChange) -> String {
    let key = change.key
    var what = key.indicator
    if !key.category.isEmpty { what += " (\(key.category))" }
    let text =
      "\(Self.word(change.kind)): \(what), \(place(key)), \(key.days.text): "
      + "\(said(change.before, change.numbersBefore)) → \(said(change.after, change.numbersAfter))"
    return Finding.escaped(text + difference(change))
  }

  private func place(_ key: FigureKey) -> String {
    let name = comparison.name(level: key.level, regionID: key.regionID)
    let level = key.level.isEmpty ? "" : ", \(key.level)"
    let from = name.isEmpty ? key.place : "\(name) [\(key.place)]"
    guard let destination = key.destination else { return from + level }
    let end = FigureKey(
      level: key.level, placeStatus: destination.placeStatus, regionID: destination.regionID,
      days: key.days, indicator: key.indicator, category: key.category)
    return "\(from) to \(end.place)\(level)"
  }

  private func said(_ told: Told, _ numbers: Told.Numbers?) -> String {
    switch told {
    case .withheld: return "withheld"
    case .noReport: return "no report"
    case .notTold: return "not told"
    case .shown: break
    }
    guard let numbers else { return "shown" }
    let bounds = [numbers.low, numbers.high].map { $0?.text ?? "?" }
    let best = numbers.best?.text ?? "no number"
    let range =
      bounds == [best, best] || bounds == ["?", "?"] ? "" : " (\(bounds[0])–\(bounds[1]))"
    return best + range + (numbers.status == "other_sources" ? ", more unknown" : "")
  }

  private func difference(_ change: FigureChange) -> String {
    guard let difference = change.difference else { return "" }
    return difference.value > 0 ? ", +\(difference.text)" : ", \(difference.text)"
  }
}
