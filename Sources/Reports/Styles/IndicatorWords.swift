import Disclosure

/// What a reader calls an indicator.
enum IndicatorWords {
  /// `people killed`, `displaced households present`.
  static func text(_ indicator: Release.Indicator) -> String {
    let people = indicator.unit == "households" ? "households" : "people"
    let stem =
      indicator.name.hasSuffix("_households")
      ? String(indicator.name.dropLast("_households".count)) : indicator.name
    switch stem {
    case "incidents": return "incidents"
    case "killed", "injured", "detained", "displaced", "evicted", "relocated", "returned":
      return "\(people) \(stem)"
    case "departed": return "\(people) who left"
    case "arrived": return "\(people) who arrived"
    case "returns_in": return "\(people) who returned here"
    case "returns_out": return "\(people) who returned from here"
    case "net": return "\(people) more (or fewer) by movements"
    case "idps": return "displaced \(people) present"
    case "refugees", "returnees", "asylum_seekers":
      let words = stem.split(separator: "_").joined(separator: " ")
      return indicator.unit == "households" ? "households of \(words)" : "\(words) present"
    default: return "\(stem.split(separator: "_").joined(separator: " ")) (\(indicator.unit))"
    }
  }
}
