import DelimitedText
import Disclosure
import JSONText
import Regions

/// The two tables that flowmap.blue and flowmap.gl read
/// (https://www.flowmap.blue, "How to make a flow map").
///
/// Flows of one level only, as those of another level are the same people: the coarsest below the
/// country. Persons only; households are not added to them. A flow that is withheld or has no
/// number is left out, as is one that begins or ends nowhere on the map. Never with hashtags: what
/// reads these tables takes them for a place.
enum FlowmapTable: String, CaseIterable {
  case locations = "flowmap-locations.csv"
  case flows = "flowmap-flows.csv"

  var columns: [TableColumn] {
    switch self {
    case .locations:
      [
        TableColumn(
          name: "id", type: "string", description: "Code of the place", hashtag: nil),
        TableColumn(
          name: "name", type: "string", description: "English name", hashtag: nil),
        TableColumn(
          name: "lat", type: "number", description: "Latitude, degrees", hashtag: nil),
        TableColumn(
          name: "lon", type: "number", description: "Longitude, degrees", hashtag: nil),
      ]
    case .flows:
      [
        TableColumn(
          name: "origin", type: "string", description: "id of the place left",
          hashtag: nil),
        TableColumn(
          name: "dest", type: "string", description: "id of the place reached",
          hashtag: nil),
        TableColumn(
          name: "count", type: "number",
          description: "Persons, best figure; a row for each kind of movement",
          hashtag: nil),
      ]
    }
  }

  func write(_ output: ReleaseOutput) throws(PublishError) -> PublishedFile {
    var file = try OutputFile(creating: rawValue, in: output.directory)
    try file.write(TableHeader.bytes(columns, hasHashtags: false))
    var rows = DelimitedWriter(defusesFormulas: true)
    let flows = Self.flows(of: output)
    switch self {
    case .locations: Self.append(locations: flows.flatMap { [$0.origin, $0.destination] }, &rows)
    case .flows: for flow in flows { Self.append(flow, &rows) }
    }
    try file.write(rows.takeBytes())
    return try file.finish()
  }

  private struct Location {
    let id: String
    let name: String
    let point: Coordinate
  }

  private struct Flow {
    let origin: Location
    let destination: Location
    let count: Release.Amount
  }

  private static func flows(of output: ReleaseOutput) -> [Flow] {
    let level = output.release.levels.first { $0 != Level.country.name }
    let map = FlowFeatures(output)
    return output.release.flows.compactMap { flow in
      guard flow.level == level ?? Level.country.name, flow.unit == "persons",
        flow.hasNumber, let count = flow.best,
        let origin = location(
          flow.level, flow.originStatus, flow.originID, flow.originName, map),
        let destination = location(
          flow.level, flow.destinationStatus, flow.destinationID, flow.destinationName, map)
      else { return nil }
      return Flow(origin: origin, destination: destination, count: count)
    }
  }

  private static func location(
    _ level: String, _ status: Release.PlaceStatus, _ id: String, _ name: String,
    _ map: FlowFeatures
  ) -> Location? {
    let place = FeaturePlace(status: status, level: level, regionID: id)
    return map.point(of: id, status).map {
      Location(id: place.featureID, name: place.displayName(name), point: $0)
    }
  }

  /// Each place once, in byte order of the ids.
  private static func append(locations: [Location], _ rows: inout DelimitedWriter) {
    let byID = Dictionary(locations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for id in byID.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      guard let place = byID[id] else { continue }
      rows.append(text: place.id)
      rows.append(text: place.name)
      rows.append(number: degrees(place.point.latitude))
      rows.append(number: degrees(place.point.longitude))
      rows.endRow()
    }
  }

  /// With the decimal places that maps have.
  private static func degrees(_ value: Double) -> String {
    var writer = JSONWriter()
    writer.rounded(value, places: 6)
    return String(decoding: writer.drain(), as: UTF8.self)
  }

  private static func append(_ flow: Flow, _ rows: inout DelimitedWriter) {
    rows.append(text: flow.origin.id)
    rows.append(text: flow.destination.id)
    rows.append(number: flow.count.text)
    rows.endRow()
  }
}
