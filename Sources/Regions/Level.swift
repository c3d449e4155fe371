/// How fine a place is known, and the layers of regions that nest in one another.
///
/// `country` is the root that every governorate hangs on; it has no layer of its own.
/// Coarse levels compare as smaller than fine ones.
public enum Level: UInt8, CaseIterable, Comparable, Hashable, Sendable {
  case country = 0
  case governorate = 1
  case district = 2
  case subdistrict = 3
  case neighborhood = 4

  /// The levels that have polygons, from the coarsest down.
  public static let layered: [Level] = [.governorate, .district, .subdistrict, .neighborhood]

  /// The word used in files, options and messages.
  public var name: String {
    switch self {
    case .country: "country"
    case .governorate: "governorate"
    case .district: "district"
    case .subdistrict: "subdistrict"
    case .neighborhood: "neighborhood"
    }
  }

  /// The level that a word or an administrative number stands for, or `nil`.
  ///
  /// Takes the names of this package, the Syrian terms (muhafaza, mantika, nahya), and
  /// `adm1`, `admin1` or `1`.
  public init?(word: String) {
    switch word.lowercased() {
    case "country", "adm0", "admin0", "0": self = .country
    case "governorate", "province", "muhafaza", "mohafaza", "adm1", "admin1", "1":
      self = .governorate
    case "district", "mantika", "adm2", "admin2", "2": self = .district
    case "subdistrict", "sub-district", "nahya", "adm3", "admin3", "3": self = .subdistrict
    case "neighborhood", "neighbourhood", "adm4", "admin4", "4": self = .neighborhood
    default: return nil
    }
  }

  public static func < (left: Level, right: Level) -> Bool {
    left.rawValue < right.rawValue
  }
}
