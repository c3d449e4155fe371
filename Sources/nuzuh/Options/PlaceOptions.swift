import ArgumentParser
import Locating
import Readers
import Regions

/// Which columns tell where a row is.
struct PlaceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Column of longitudes; else the usual names.", valueName: "COLUMN"))
  var longitude: String?

  @Option(help: ArgumentHelp("Column of latitudes.", valueName: "COLUMN"))
  var latitude: String?

  @Option(
    help: ArgumentHelp(
      "Column that says how well the place is known: a level, metres (250m), settlement or exact.",
      valueName: "COLUMN"))
  var precision: String?

  @Option(help: ArgumentHelp("Column of countries.", valueName: "COLUMN"))
  var country: String?

  @Option(help: ArgumentHelp("Column of codes of regions.", valueName: "COLUMN"))
  var code: String?

  @Option(help: ArgumentHelp("Column of names of regions.", valueName: "COLUMN"))
  var name: String?

  @Flag(help: "Take the points alone, although a profile fits the header.")
  var asPoints = false

  @Option(help: "The end of a movement that is located: origin or destination.")
  var end: PlaceReader.End = .destination

  func request(_ reading: ReadingOptions) throws -> PlaceReader.Request {
    try PlaceReader.Request(
      names: PlaceColumnNames(
        longitude: longitude, latitude: latitude, precision: precision, country: country,
        code: code, name: name),
      settings: reading.settings(), asPoints: asPoints, end: end)
  }
}

/// What is appended to a row.
struct AppendedOptions: ParsableArguments {
  @Option(
    name: .customLong("level"), parsing: .upToNextOption,
    help: ArgumentHelp("Levels shown; all without this.", valueName: "LEVEL"))
  var levels: [Level] = []

  @Option(help: "Names beside the codes: none, en, ar or both.")
  var names: LocateSettings.Names = .none

  @Flag(inversion: .prefixedNo, help: "Columns of zones that surely, and that possibly, hold it.")
  var zones = true

  @Option(help: ArgumentHelp("What the names of new columns begin with.", valueName: "TEXT"))
  var prefix: String = "nuzuh_"

  @Option(
    help: ArgumentHelp(
      "Separator of fields: comma, semicolon, tab, bar, or one character.", valueName: "SIGN"))
  var separator: String?

  func validate() throws {
    if let separator, Self.byte(of: separator) == nil {
      throw ValidationError("--separator takes comma, semicolon, tab, bar, or one ASCII character.")
    }
  }

  private static func byte(of text: String) -> UInt8? {
    let words: [String: Character] = [
      "comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "bar": "|",
    ]
    if let sign = words[text.lowercased()] { return sign.asciiValue }
    guard text.count == 1, let byte = text.first?.asciiValue, !"\"\r\n".utf8.contains(byte)
    else { return nil }
    return byte
  }

  func settings(_ request: PlaceReader.Request) -> LocateSettings {
    LocateSettings(
      request: request, levels: levels.isEmpty ? Level.allCases : levels, names: names,
      showsZones: zones, prefix: prefix, separator: separator.flatMap(Self.byte))
  }
}
