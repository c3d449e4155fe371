public import Regions

/// One thing that is wrong with a boundary layer, and where.
public struct LayerIssue: Hashable, Sendable, CustomStringConvertible {
  public enum Severity: String, Comparable, Sendable {
    /// Good to know; nothing to do.
    case note
    /// The layer can be used, but a person should look.
    case warning
    /// The layer cannot be used as it is.
    case error

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  }

  public let rule: LayerRule
  public let severity: Severity
  /// The file as it was given.
  public let file: String
  /// Line on which the feature, or the error in the text, begins; counted from 1.
  public var line: Int?
  /// Position of the feature in its file, counted from 1.
  public var feature: Int?
  public var region: RegionID?
  /// What is wrong and what to do, in words.
  public let reason: String
  public var location: Coordinate?
  /// Size of what is wrong, in square kilometres, where it has one.
  public var areaSquareKilometers: Double?
  /// The place itself, such as the overlap, where it has an area.
  public var outline: Boundary?

  public init(
    _ rule: LayerRule, _ severity: Severity, file: String, reason: String
  ) {
    self.rule = rule
    self.severity = severity
    self.file = file
    self.reason = Self.plain(reason)
  }

  /// Words that may quote a hostile file: control characters escaped, so that they cannot steer
  /// a terminal, and no more than a screen of them.
  private static func plain(_ reason: String) -> String {
    let scalars = reason.unicodeScalars
    let isPlain = { (scalar: Unicode.Scalar) in
      ![.control, .format].contains(scalar.properties.generalCategory)
    }
    let end = scalars.index(scalars.startIndex, offsetBy: 1000, limitedBy: scalars.endIndex)
    if end ?? scalars.endIndex == scalars.endIndex, scalars.allSatisfy(isPlain) { return reason }
    let shown = scalars[..<(end ?? scalars.endIndex)].map { scalar in
      isPlain(scalar) ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
    }
    return shown.joined() + (end ?? scalars.endIndex == scalars.endIndex ? "" : "…")
  }

  public var description: String {
    var text = file
    if let line { text += ":\(line)" }
    text += ": \(severity.rawValue): "
    if let region { text += "\(region): " } else if let feature { text += "feature \(feature): " }
    text += reason
    if let areaSquareKilometers { text += ", \(Self.rounded(areaSquareKilometers)) km²" }
    if let location {
      text += " at longitude \(Self.rounded(location.longitude, 6))"
      text += ", latitude \(Self.rounded(location.latitude, 6))"
    }
    return text + " [\(rule.rawValue)]"
  }

  /// A number with at most so many decimals, as text.
  static func rounded(_ value: Double, _ places: Int = 3) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let rounded = (value * scale).rounded() / scale
    let text = rounded.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension LayerIssue {
  /// The order of reports: errors first, then by file and line.
  static func precedes(_ left: LayerIssue, _ right: LayerIssue) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    if left.file != right.file { return left.file < right.file }
    if left.line != right.line { return left.line ?? 0 < right.line ?? 0 }
    if left.rule != right.rule { return left.rule < right.rule }
    return left.reason < right.reason
  }
}
