/// A rule of QGIS: which features are drawn, how, and what the legend calls them.
struct StyleRule: Sendable {
  let label: String
  /// An expression of QGIS; `ELSE` for what no other rule beside it takes; empty for all.
  let filter: String
  var symbol: StyleSymbol?
  var scales = ScaleRange.all
  var rules: [StyleRule] = []
}

/// Scales at which something is shown, by their denominators; 0 for no limit.
struct ScaleRange: Hashable, Sendable {
  /// Shown from here outward.
  let finest: Int
  /// Shown from here inward.
  let coarsest: Int

  static let all = ScaleRange(finest: 0, coarsest: 0)
  /// Where a part of a country fills the screen.
  static let close = ScaleRange(finest: 0, coarsest: 600_000)
}

/// Rules with their symbols, as QGIS writes them.
struct RuleRenderer {
  private let rules: [StyleRule]

  init(_ rules: [StyleRule]) {
    self.rules = rules
  }

  func write(to xml: inout XMLWriter) {
    var symbols: [StyleSymbol] = []
    xml.element(
      "renderer-v2",
      [
        "type": "RuleRenderer", "symbollevels": "1", "enableorderby": "0", "forceraster": "0",
        "referencescale": "-1",
      ]
    ) { xml in
      xml.element("rules", ["key": "rules"]) { xml in
        for (number, rule) in rules.enumerated() {
          Self.write(rule, key: "rule-\(number)", &symbols, to: &xml)
        }
      }
      xml.element("symbols") { xml in
        for (number, symbol) in symbols.enumerated() { symbol.write("\(number)", to: &xml) }
      }
    }
  }

  private static func write(
    _ rule: StyleRule, key: String, _ symbols: inout [StyleSymbol], to xml: inout XMLWriter
  ) {
    var number = ""
    if let symbol = rule.symbol {
      number = "\(symbols.count)"
      symbols.append(symbol)
    }
    let inner = rule.rules
    // Empty attributes mean to QGIS that there is none.
    xml.element(
      "rule",
      [
        "key": key, "label": rule.label, "filter": rule.filter, "symbol": number,
        "scalemindenom": "\(rule.scales.finest)", "scalemaxdenom": "\(rule.scales.coarsest)",
      ]
    ) { xml in
      for (position, child) in inner.enumerated() {
        write(child, key: "\(key)-\(position)", &symbols, to: &xml)
      }
    }
  }
}
