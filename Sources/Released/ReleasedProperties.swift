public import JSONText

/// What the properties of a feature say of one indicator.
public struct ReleasedProperties: Sendable {
  /// `reported`, `withheld` and so on.
  public let status: String
  /// The numbers as they are written, `nil` for none.
  public let low: String?
  public let best: String?
  public let high: String?
  /// The day of a stock.
  public let asOf: String?

  /// - Returns: `nil` where they say nothing of the indicator.
  /// - Throws: `ReleasedFilesError.damaged` for a withheld or rounded figure of which more is told than may be.
  public init?(
    _ properties: JSONValue, indicator key: String, file: String
  ) throws(ReleasedFilesError) {
    guard let status = properties["\(key)_status"]?.string else { return nil }
    self.status = status
    low = properties["\(key)_low"]?.number?.text
    best = properties[key]?.number?.text
    high = properties["\(key)_high"]?.number?.text
    asOf = properties["\(key)_as_of"]?.string
    for told in Self.hidden(status)
    where properties[key + told].map({ $0 != .null }) ?? false {
      throw .damaged(file: file, cause: "\(key) is \(status) and yet \(key)\(told) is told")
    }
  }

  /// What may not stand beside a status, by the ends of its names.
  private static func hidden(_ status: String) -> [String] {
    switch status {
    case "withheld": ["", "_low", "_high", "_records", "_as_of", "_per_100k", "_per_100km2"]
    case "rounded": ["_low", "_high", "_records"]
    default: []
    }
  }
}
