import Disclosure
import Regions

/// How flows are shown: bent arrows, the wider the more people, dashed where the number is
/// withheld.
struct FlowStyle {
  /// Flows of one kind and unit, which are drawn alike.
  private struct Group: Hashable {
    let kind: String
    let unit: String
  }

  private let release: Release
  private let scales: LevelScales
  private let groups: [Group]

  /// Widths of arrows in millimetres.
  private static let widths = [0.6, 1.3, 2.2, 3.4]

  init(_ release: Release) {
    self.release = release
    scales = LevelScales(release.levels)
    var groups: [Group] = []
    for flow in release.flows {
      let group = Group(kind: flow.kind, unit: flow.unit)
      if !groups.contains(group) { groups.append(group) }
    }
    self.groups = groups
  }

  /// The color of a kind of movement, in styles and as `stroke`.
  static func color(ofKind kind: String) -> String {
    switch kind {
    case "return": "#1f6f8b"
    case "eviction": "#7b3294"
    case "relocation": "#4d7c0f"
    default: "#b04a12"
    }
  }

  // MARK: - Arrows

  var rules: [StyleRule] {
    groups.enumerated().map { number, group in
      StyleRule(
        label: "\(StyleText.sentence(group.kind)), \(group.unit)", filter: filter(group),
        rules: classes(of: group, bend: Self.bend(number)))
    }
  }

  /// Levels repeat the same people, so only that of the scale at hand is drawn.
  private func filter(_ group: Group) -> String {
    "\"kind\" = \(StyleText.literal(group.kind)) AND \"unit\" = \(StyleText.literal(group.unit)) "
      + "AND \"level\" = \(scales.levelAtScale)"
  }

  private func classes(of group: Group, bend: Double) -> [StyleRule] {
    let flows = release.flows.filter { $0.kind == group.kind && $0.unit == group.unit }
    let amounts = flows.filter(\.hasNumber).compactMap(\.best)
      .filter { $0.value > 0 }
    let uppers = Quantiles.uppers(of: amounts, most: Self.widths.count)
    let color = Self.color(ofKind: group.kind)
    var rules = uppers.enumerated().map { number, upper in
      let lower = number > 0 ? uppers[number - 1] : nil
      let below = number == uppers.count - 1 ? "" : " AND \"best\" <= \(upper.text)"
      let width = Self.widths[(2 * number + 1) * Self.widths.count / (2 * uppers.count)]
      return StyleRule(
        label: StyleText.range(after: lower, to: upper),
        filter: "\"status\" \(release.statusOfNumbers) AND \"best\" > "
          + "\(lower?.text ?? "0")\(below)",
        symbol: .arrow(color: color, width: width, bend: bend))
    }
    if flows.contains(where: { $0.status == .withheld }) {
      rules.append(
        StyleRule(
          label: "Withheld to protect people", filter: "\"status\" = 'withheld'",
          symbol: .unsizedArrow(color: "#5c5c5c", bend: bend)))
    }
    if flows.contains(where: Self.hasNoNumber) {
      rules.append(
        StyleRule(
          label: "Reported without a number",
          filter: "\"status\" IN ('not_stated', 'other_sources') OR "
            + "(\"status\" = 'reported' AND \"best\" IS NULL)",
          symbol: .unsizedArrow(color: color, bend: bend)))
    }
    return rules
  }

  private static func hasNoNumber(_ flow: Release.Flow) -> Bool {
    switch flow.status {
    case .notStated, .otherSources: true
    case .reported: flow.best == nil
    case .zero, .withheld, .rounded: false
    }
  }

  /// Groups bend apart, so that two between the same places are both seen.
  private static func bend(_ number: Int) -> Double { 0.15 + 0.1 * Double(number) }

  // MARK: - Labels

  private static func name(_ end: String) -> String {
    "coalesce(\"\(end)_name\", 'not known') || "
      + "if(\"\(end)_status\" = 'unspecified', ' (place not known)', '')"
  }

  static let title = "\(name("origin")) || ' → ' || \(name("destination"))"

  static let mapTip =
    "<b>[% \(StyleText.html("origin_name")) %] → [% \(StyleText.html("destination_name")) %]</b>"
    + "<br>[% \(StyleText.html("kind")) %]: [% \(StyleText.html("best")) %] "
    + "[% \(StyleText.html("unit")) %] ([% \(StyleText.html("status")) %])"

  /// A flow of none is not drawn.
  private var notZero: String {
    " AND \"status\" != 'zero'"
      + (release.roundingBase == nil ? "" : " AND (\"best\" IS NULL OR \"best\" > 0)")
  }

  var labels: [LabelRule] {
    groups.enumerated().map { number, group in
      LabelRule(
        filter: filter(group) + notZero, scales: .all,
        text: Self.title
          + " || '\\n' || CASE WHEN \"status\" = 'withheld' THEN \"unit\" || ' withheld' "
          + "WHEN \"best\" IS NULL THEN \"unit\" || ', no number' "
          + "ELSE \(StyleText.figure("best")) || ' ' || \"unit\" END",
        size: 8.5, color: Self.color(ofKind: group.kind), priority: 8,
        point: ArrowPath.middle(bend: Self.bend(number)))
    }
  }
}
