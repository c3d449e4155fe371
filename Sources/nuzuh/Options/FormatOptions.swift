import ArgumentParser
import Reports

/// Which files a release has beside those that every release has.
struct FormatOptions: ParsableArguments {
  @Flag(
    name: .customLong("gpkg"),
    help: "Also write report.gpkg: all maps and the table in one GeoPackage, styled for QGIS.")
  var hasGeoPackage = false

  @Option(
    help: ArgumentHelp(
      "Also write the features of each map one by one, for programs that read streams: newline "
        + "(.geojsonl, one a line) or rfc8142 (.geojsons, GeoJSON text sequences).",
      valueName: "FORM,…"))
  var sequences: NameList<FeatureSequenceForm>?

  @Option(
    help: ArgumentHelp(
      "Also write tables in layouts that others know: hapi (hapi-idps.csv and "
        + "hapi-conflict-events.csv, with the columns of HDX HAPI) or flowmap "
        + "(flowmap-locations.csv and flowmap-flows.csv, for flowmap.blue).",
      valueName: "TABLE,…"))
  var tables: NameList<ExchangeTable>?

  @Flag(help: "Give tables a second row of HXL hashtags, but for the flowmap pair.")
  var hxl = false

  var formats: ReleaseContext.Formats {
    var formats = ReleaseContext.Formats()
    formats.sequences = sequences?.values ?? []
    formats.tables = tables?.values ?? []
    formats.hasHashtags = hxl
    return formats
  }
}

/// Names with commas between them, such as `hapi,flowmap`.
struct NameList<Name: RawRepresentable<String> & CaseIterable & Sendable>: ExpressibleByArgument {
  var values: [Name] = []

  init?(argument: String) {
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let value = Name(rawValue: part.lowercased()) else { return nil }
      values.append(value)
    }
  }

  static var allValueStrings: [String] { Name.allCases.map(\.rawValue) }
}
