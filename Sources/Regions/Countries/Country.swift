/// A country or territory of ISO 3166-1.
public struct Country: Hashable, Sendable, Identifiable {
  /// Two letters, such as `LB`.
  public let alpha2: String
  /// Three letters, such as `LBN`; how external places are written everywhere in a release.
  public let alpha3: String
  /// Three digits, the code of UN statistics (M49), such as 422.
  public let numeric: Int
  /// English short name of the standard.
  public let name: String
  /// Other names in use, in English, French or Arabic.
  public let aliases: [String]

  public var id: String { alpha3 }

  /// The standard's name and all others.
  public var names: [String] { [name] + aliases }

  /// All 249, in the order of their alpha-2 codes.
  public static let all: [Country] = table.split(separator: "\n").compactMap(Country.init(line:))

  /// A line such as `LB LBN 422 Lebanon|لبنان`.
  private init?(line: Substring) {
    let fields = line.split(separator: " ", maxSplits: 3)
    guard fields.count == 4, let numeric = Int(fields[2]) else { return nil }
    let names = fields[3].split(separator: "|").map(String.init)
    alpha2 = String(fields[0])
    alpha3 = String(fields[1])
    self.numeric = numeric
    name = names[0]
    aliases = Array(names.dropFirst())
  }
}

extension Country {
  /// The country that a text names: by a code (see `match(code:)`) or by a name, after the
  /// normalisation of `NameKey`.
  public static func match(_ text: String) -> Country? {
    match(code: text) ?? match(key: NameKey(text))
  }

  /// The country of an ISO 3166-1 code: alpha-2, alpha-3 or numeric, capitals or not.
  ///
  /// Not for codes of UNHCR, which gives some of the same letters to other countries (its `ARE`
  /// is Egypt); nor for Gleditsch and Ward's numbers.
  public static func match(code: String) -> Country? {
    guard (1...3).contains(code.utf8.count) else { return nil }
    if let numeric = Int(code) { return index.byNumber[numeric].map { all[$0] } }
    return index.byCode[code.uppercased()].map { all[$0] }
  }

  static func match(key: NameKey) -> Country? { index.byName[key].map { all[$0] } }

  private struct Index: Sendable {
    var byCode: [String: Int] = [:]
    var byNumber: [Int: Int] = [:]
    var byName: [NameKey: Int] = [:]
  }

  private static let index: Index = {
    var index = Index()
    for (position, country) in all.enumerated() {
      index.byCode[country.alpha2] = position
      index.byCode[country.alpha3] = position
      index.byNumber[country.numeric] = position
      for name in country.names { index.byName[NameKey(name)] = position }
    }
    return index
  }()
}
