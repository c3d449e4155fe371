import Disclosure
import Regions

/// How regions and zones are shown: filled by the figure of their level, hatched where it is
/// withheld or there is none.
struct RegionStyle {
  private let release: Release
  private let legend: MapLegend
  private let scales: LevelScales

  /// - Parameter isCoverage: whether the map shows the coverage as a whole, or single periods.
  init(_ release: Release, isCoverage: Bool) {
    self.release = release
    legend = MapLegend(release, isCoverage: isCoverage)
    // The country has no outline.
    scales = LevelScales(release.levels.filter { $0 != Level.country.name })
  }

  static let mapTip =
    "<b>[% \(StyleText.html("name")) %]</b> [% \(StyleText.html("name_ar")) %]<br>"
    + "[% \(StyleText.html("period")) %]<br>[% \(StyleText.html("description")) %]"

  // MARK: - Areas

  var rules: [StyleRule] {
    let levels = scales.levels.map(rule)
    let borders = scales.levels.contains(.governorate) ? [governorateBorders] : []
    return [Self.zones] + borders.compactMap { $0 } + levels
  }

  private func rule(_ level: Level) -> StyleRule {
    let border = Self.border(level)
    var rules: [StyleRule] = []
    if let scale = legend.scale(of: level.name) {
      let name = release.indicators[scale.indicator].name
      rules = classes(scale, name, border) + states(scale, name, border)
    }
    rules.append(
      StyleRule(
        label: "No report", filter: "ELSE",
        symbol: .hatched(
          "#a9a9a9", angle: 135, spacing: 3.2, width: 0.15, on: StyleColor("#f7f7f7"),
          border: border)))
    return StyleRule(
      label: title(level), filter: Self.isLevel(level.name), scales: scales.range(of: level),
      rules: rules)
  }

  private func title(_ level: Level) -> String {
    let range = scales.range(of: level)
    var words = Self.plural(level)
    if range.coarsest > 0, let limit = Release.Amount(text: "\(range.coarsest)") {
      words += ", from 1:\(StyleText.grouped(limit))"
    }
    guard let scale = legend.scale(of: level.name) else { return words }
    return "\(words): \(IndicatorWords.text(release.indicators[scale.indicator]))"
  }

  private func classes(
    _ scale: MapLegend.Scale, _ name: String, _ border: StyleSymbol.Border
  ) -> [StyleRule] {
    scale.classes.enumerated().map { number, item in
      let lower = number > 0 ? scale.classes[number - 1].upper : nil
      let isLast = number == scale.classes.count - 1
      let figure = StyleText.field(name)
      let above = "\(figure) > \(lower?.text ?? "0")"
      let below = isLast ? "" : " AND \(figure) <= \(item.upper.text)"
      return StyleRule(
        label: StyleText.range(after: lower, to: item.upper),
        filter: "\(Self.status(name)) \(release.statusOfNumbers) AND \(above)\(below)",
        symbol: .area(fill: item.fill, border: border))
    }
  }

  /// The states that occur on the level (rule F5).
  private func states(
    _ scale: MapLegend.Scale, _ name: String, _ border: StyleSymbol.Border
  ) -> [StyleRule] {
    let (figure, status) = (StyleText.field(name), Self.status(name))
    var rules: [StyleRule] = []
    if scale.states.contains(.zero) {
      rules.append(
        StyleRule(
          label: release.meaningOfZero,
          filter: "\(status) = 'zero' OR "
            + "(\(status) \(release.statusOfNumbers) AND \(figure) <= 0)",
          symbol: .area(fill: MapLegend.zero.fill, border: border)))
    }
    if scale.states.contains(.noNumber) {
      rules.append(
        StyleRule(
          label: "Reported without a number",
          filter: "\(status) IN ('not_stated', 'other_sources') OR "
            + "(\(status) = 'reported' AND \(figure) IS NULL)",
          symbol: .area(fill: MapLegend.noNumber.fill, border: border)))
    }
    if scale.states.contains(.withheld) {
      rules.append(
        StyleRule(
          label: "Withheld to protect people", filter: "\(status) = 'withheld'",
          symbol: .hatched(
            "#4d4d4d", angle: 45, spacing: 1.6, width: 0.35,
            on: StyleColor("#d0d0d0"), border: border)))
    }
    return rules
  }

  private var governorateBorders: StyleRule? {
    let range = scales.range(of: .governorate)
    guard range.finest > 0 else { return nil }
    return StyleRule(
      label: "Borders of governorates", filter: Self.isLevel("governorate"),
      symbol: .outline(StyleSymbol.Border(color: "#333333", width: 0.7, level: 5)),
      scales: ScaleRange(finest: 0, coarsest: range.finest))
  }

  private static let zones = StyleRule(
    label: "Zones (figures in the label)", filter: isLevel("zone"),
    symbol: .outline(StyleSymbol.Border(color: "#1f4e79", width: 0.5, style: "dash", level: 6)))

  private static func border(_ level: Level) -> StyleSymbol.Border {
    let isGovernorate = level == .governorate
    return StyleSymbol.Border(
      color: isGovernorate ? "#4d4d4d" : "#8c8c8c", width: isGovernorate ? 0.4 : 0.2,
      level: Int(level.rawValue))
  }

  private static func isLevel(_ name: String) -> String {
    "\"level\" = \(StyleText.literal(name))"
  }

  private static func status(_ name: String) -> String { StyleText.field("\(name)_status") }

  private static func plural(_ level: Level) -> String {
    switch level {
    case .country: "Countries"
    case .governorate: "Governorates"
    case .district: "Districts"
    case .subdistrict: "Subdistricts"
    case .neighborhood: "Neighborhoods"
    }
  }
}

// MARK: - Labels

extension RegionStyle {
  var labels: [LabelRule] {
    let levels = scales.levels.map { level in
      let isGovernorate = level == .governorate
      return LabelRule(
        filter: Self.isLevel(level.name), scales: scales.range(of: level),
        text: text(level.name), size: isGovernorate ? 10 : 8.5, isBold: isGovernorate,
        priority: 10 - Int(level.rawValue))
    }
    return levels + zoneLabels
  }

  /// Zones with a figure always bear it; the others only their name, once one is close.
  private var zoneLabels: [LabelRule] {
    guard let scale = legend.scale(of: "zone") else { return [zoneLabel("", .close)] }
    let status = Self.status(release.indicators[scale.indicator].name)
    return [
      zoneLabel(" AND \(status) != 'no_report'", .all),
      zoneLabel(" AND \(status) = 'no_report'", .close),
    ]
  }

  private func zoneLabel(_ condition: String, _ scales: ScaleRange) -> LabelRule {
    LabelRule(
      filter: Self.isLevel("zone") + condition, scales: scales, text: text("zone"), size: 8,
      color: "#1f4e79", isItalic: true, priority: 2)
  }

  /// The name, and under it the figure or why there is none.
  private func text(_ level: String) -> String {
    guard let scale = legend.scale(of: level) else { return StyleText.field("name") }
    let name = release.indicators[scale.indicator].name
    let (figure, status) = (StyleText.field(name), Self.status(name))
    let rounded = release.roundingBase == nil ? "" : ", 'rounded'"
    return "\"name\" || CASE WHEN \(status) = 'no_report' THEN '' "
      + "WHEN \(status) = 'withheld' THEN '\\nwithheld' "
      + "WHEN \(status) IN ('reported', 'zero'\(rounded)) AND \(figure) IS NOT NULL "
      + "THEN '\\n' || \(StyleText.figure(name)) ELSE '\\nno number' END"
  }
}
