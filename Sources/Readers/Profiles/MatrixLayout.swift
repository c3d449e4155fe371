import Regions

/// How a matrix of origins and destinations lies, by its header: which end of a movement the rows
/// are, and which columns are regions.
struct MatrixLayout: Sendable {
  /// The name of the column with the regions of the rows.
  let corner: String
  let rowsAreOrigins: Bool
  /// What the regions are, where the header says it.
  let level: Level?

  static let unknown = MatrixLayout(corner: "", rowsAreOrigins: true, level: nil)

  private init(corner: String, rowsAreOrigins: Bool, level: Level?) {
    self.corner = corner
    self.rowsAreOrigins = rowsAreOrigins
    self.level = level
  }

  /// `nil` where no column says which end its regions are, or where too few columns are regions.
  init?(_ names: [String]) {
    guard let corner = names.first(where: { MatrixLayout.rowsAreOrigins($0) != nil }),
      let rowsAreOrigins = MatrixLayout.rowsAreOrigins(corner),
      names.filter(Self.isGovernorate).count >= 2
    else { return nil }
    self.init(
      corner: corner, rowsAreOrigins: rowsAreOrigins, level: MatrixLayout.level(of: corner))
  }

  /// What keeps a header from being that of a matrix, in words.
  static func lacking(_ names: [String]) -> [String] {
    if MatrixLayout(names) != nil { return [] }
    return [
      names.contains { rowsAreOrigins($0) != nil } ? nil : "a column such as Origin / Destination",
      names.filter(isGovernorate).count < 2 ? "columns named by governorates" : nil,
    ].compactMap { $0 }
  }

  /// Whether a column holds figures for one region.
  func isPartner(_ name: String) -> Bool {
    let folded = Columns.folded(name)
    return !folded.isEmpty && MatrixLayout.rowsAreOrigins(name) == nil
      && !MatrixLayout.isTotal(name)
      && !["reporting_month", "month"].contains(folded)
  }

  static func isTotal(_ text: String) -> Bool {
    let words = MatrixLayout.words(of: text)
    return words.contains("total") || words.contains("totals") || words.contains("المجموع")
  }

  private static let origins: Set<String> = ["origin", "origins", "from"]
  private static let destinations: Set<String> = [
    "destination", "destinations", "to", "displacement", "arrival",
  ]
  private static let others: Set<String> = [
    "governorate", "governorates", "of", "mohafaza", "district", "districts", "mantika", "nahya",
    "subdistrict", "subdistricts", "sub", "idp", "idps", "rows", "columns", "row", "column", "and",
    "returnees", "location", "area", "name", "in", "the", "by", "pcode", "admin1", "admin2",
    "admin3",
  ]

  /// By the end that the corner names first: "Origin / Destination", "From \ To", "Governorate of
  /// destination"; `nil` where it is the name of something else.
  private static func rowsAreOrigins(_ corner: String) -> Bool? {
    let words = words(of: corner)
    let ends = words.compactMap { word -> Bool? in
      origins.contains(word) ? true : destinations.contains(word) ? false : nil
    }
    guard let first = ends.first,
      words.allSatisfy({
        origins.contains($0) || destinations.contains($0) || others.contains($0)
      })
    else { return nil }
    return first
  }

  private static func level(of corner: String) -> Level? {
    let words = Set(words(of: corner))
    if !words.isDisjoint(with: ["subdistrict", "subdistricts", "sub", "nahya", "admin3"]) {
      return .subdistrict
    }
    if !words.isDisjoint(with: ["district", "districts", "mantika", "admin2"]) { return .district }
    if !words.isDisjoint(with: ["governorate", "governorates", "mohafaza", "admin1"]) {
      return .governorate
    }
    return nil
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The governorates of Syria as OCHA, ACLED and UCDP spell them, letters only, and in Arabic.
  /// Names of districts and towns among them make no harm: two are asked for.
  private static let governorates: Set<String> = [
    "damascus", "aleppo", "ruraldamascus", "rifdimashq", "homs", "hama", "lattakia", "latakia",
    "idleb", "idlib", "alhasakeh", "alhasakah", "hasakeh", "hasakah", "deirezzor", "deirazzor",
    "dayrazzawr", "tartous", "tartus", "arraqqa", "arraqqah", "raqqa", "raqqah", "dara", "daraa",
    "assweida", "assuwayda", "sweida", "suwayda", "quneitra", "alqunaytirah",
    "دمشق", "حلب", "ريفدمشق", "حمص", "حماة", "حماه", "اللاذقية", "إدلب", "ادلب", "الحسكة",
    "ديرالزور", "طرطوس", "الرقة", "درعا", "السويداء", "القنيطرة",
  ]

  private static func isGovernorate(_ name: String) -> Bool {
    let letters = name.lowercased().filter(\.isLetter)
    // P-codes of the first level: SY01 to SY14.
    let isCode = letters == "sy" && name.filter(\.isNumber).count == 2
    return isCode || governorates.contains(letters)
  }
}
