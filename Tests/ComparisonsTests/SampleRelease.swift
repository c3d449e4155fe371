import Crypto
import Foundation

/// Public files of a release, as a person might have got them.
struct SampleRelease {
  /// One figure of a region.
  struct Figure {
    var region = "XX01"
    var level = "governorate"
    var placeStatus = "region"
    /// First and last day; `nil` for all days.
    var days: (String, String)?
    var indicator = "killed"
    var category = ""
    var low: Int?
    var best: Int?
    var high: Int?
    var status = "reported"
  }

  struct Flow {
    var origin = "XX01"
    var destination = "XX02"
    var best: Int?
    var status = "reported"
  }

  var created = "2025-04-01T02:00:00Z"
  var protection = "protected by policy public: figures"
  var edition = "made up 2025"
  var days = ("2025-01-01", "2025-03-31")
  var step = ""
  var policy = "public"
  var regions = ["XX01", "XX02"]
  var names = ["XX01": "Alpha", "XX02": "=Beta, \"the\" second\u{1B}[31m<b>"]
  var figures: [Figure] = []
  var flows: [Flow] = []
  /// Longitude of the western edge of all regions.
  var west = 36

  /// A figure whose low, best and high are one; `nil` withheld.
  static func figure(
    _ best: Int?, in region: String = "XX01", indicator: String = "killed",
    days: (String, String)? = nil, category: String = ""
  ) -> Figure {
    Figure(
      region: region, days: days, indicator: indicator, category: category, low: best, best: best,
      high: best, status: best == nil ? "withheld" : best == 0 ? "zero" : "reported")
  }

  /// Writes the files into a new folder.
  func write(to directory: String) throws {
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: false)
    let files = [
      ("regions.geojson", map), ("flows.geojson", flowMap), ("tallies.csv", table),
      ("accounts.json", #"{"settings":{"by":"\#(step)","policy":"\#(policy)","k":"5"}}"#),
    ]
    var resources: [String] = []
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(filePath: "\(directory)/\(name)"))
      let hash = SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
      resources.append(
        #"{"path":"\#(name)","bytes":\#(text.utf8.count),"hash":"sha256:\#(hash)"}"#)
    }
    let package = """
      {"created":"\(created)","generator":"nuzuh 0.1.0","protection":"\(protection)",
      "boundary_edition":"\(edition)",
      "temporal_coverage":{"start":"\(days.0)","end":"\(days.1)"},
      "resources":[\(resources.joined(separator: ","))]}
      """
    try Data(package.utf8).write(to: URL(filePath: "\(directory)/datapackage.json"))
  }

  private static func text(_ number: Int?, or none: String) -> String {
    number.map(String.init) ?? none
  }

  private var table: String {
    let header =
      "level,place_status,region_id,region_name,parent_id,period_start,period_end,time_status,"
      + "indicator,category,low,best,high,unit,records,status"
    let lines = figures.filter { step.isEmpty || $0.days != nil }.map { figure in
      let (first, last) = figure.days ?? days
      let numbers = [figure.low, figure.best, figure.high].map { Self.text($0, or: "") }
      return "\(figure.level),\(figure.placeStatus),\(figure.region),,XX,\(first),\(last),period,"
        + "\(figure.indicator),\(figure.category),\(numbers.joined(separator: ",")),persons,,"
        + figure.status
    }
    return ([header] + lines).joined(separator: "\n") + "\n"
  }

  private var map: String {
    let features = regions.map { region in
      let totals = figures.filter {
        $0.region == region && $0.days == nil && $0.category.isEmpty && $0.placeStatus == "region"
      }
      let properties = totals.map { figure in
        let name = figure.indicator
        return #""\#(name)":\#(Self.text(figure.best, or: "null")),"#
          + #""\#(name)_low":\#(Self.text(figure.low, or: "null")),"#
          + #""\#(name)_high":\#(Self.text(figure.high, or: "null")),"#
          + #""\#(name)_status":"\#(figure.status)""#
      }
      let name = (names[region] ?? "").replacing("\"", with: "\\\"").replacing(
        "\u{1B}", with: "\\u001b")
      let common =
        #""region_id":"\#(region)","name":"\#(name)","level":"governorate","parent":"XX","#
        + #""place_status":"region","time_status":"period","#
        + #""period_start":"\#(days.0)","period_end":"\#(days.1)""#
      return #"{"type":"Feature","id":"\#(region)","properties":{"#
        + ([common] + properties).joined(separator: ",")
        + #"},"geometry":{"type":"Polygon","coordinates":[[[\#(west),34],[37,34],[37,35],[\#(west),34]]]}}"#
    }
    return #"{"type":"FeatureCollection","attribution":"made up","features":["#
      + features.joined(separator: ",\n") + "]}"
  }

  private var flowMap: String {
    let features = flows.map { flow in
      let best = Self.text(flow.best, or: "null")
      return #"{"properties":{"level":"governorate","origin_id":"\#(flow.origin)","#
        + #""origin_status":"region","destination_id":"\#(flow.destination)","#
        + #""destination_status":"region","kind":"displacement","unit":"persons","#
        + #""best":\#(best),"low":\#(best),"high":\#(best),"status":"\#(flow.status)"}}"#
    }
    return #"{"features":["# + features.joined(separator: ",") + "]}"
  }
}

/// Two releases in a folder of one test, removed when the test is over.
final class SamplePair {
  let folder: String

  init(_ before: SampleRelease, _ after: SampleRelease) throws {
    folder = FileManager.default.temporaryDirectory.path + "/nuzuh-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try before.write(to: folder + "/old")
    try after.write(to: folder + "/new")
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: folder) } catch { print(error) }
  }
}
