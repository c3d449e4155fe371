import Disclosure
import JSONText
import Records
import Regions
import Released
import Tallies

/// The figures of `regions.geojson`, `periods.geojson` and `flows.geojson`.
struct ReleasedFeatures {
  let words: ReleasedWords
  let indicators: [Indicator]
  /// Levels shown, from the coarsest down.
  let levels: [Level]

  /// Totals by place and time. Places without a level are the same at every one, and are given
  /// at all of them.
  /// - Parameter kind: what the features with a certain time are about.
  func totals(
    _ file: JSONValue, _ name: String, _ kind: FigurePeriod.Kind
  ) throws(ReleasedFilesError) -> [(name: FigureName, known: KnownFigure)] {
    var figures: [(name: FigureName, known: KnownFigure)] = []
    for feature in file["features"]?.array ?? [] {
      guard let properties = feature["properties"],
        let status = properties["place_status"]?.string,
        let time = properties["time_status"]?.string,
        let first = properties["period_start"]?.string.flatMap(ReleasedWords.day),
        let last = properties["period_end"]?.string.flatMap(ReleasedWords.day),
        let site = try words.site(status, properties["region_id"]?.string ?? "")
      else { throw .damaged(file: name, cause: "a feature lacks its place or its days") }
      let period = FigurePeriod(time == "period" ? kind : .unspecified, first: first, last: last)
      let views =
        properties["level"]?.string.flatMap(words.view).map { [$0] }
        ?? levels.map(Tally.View.level)
      for indicator in indicators {
        guard let known = try Self.known(properties, indicator, name) else { continue }
        for view in views {
          figures.append(
            (
              FigureName(
                view: view, site: site, period: period, indicator: indicator, category: ""), known
            ))
        }
      }
    }
    return figures
  }

  private static func known(
    _ properties: JSONValue, _ indicator: Indicator, _ file: String
  ) throws(ReleasedFilesError) -> KnownFigure? {
    guard let told = try ReleasedProperties(properties, indicator: indicator.name, file: file)
    else { return nil }
    return ReleasedWords.known(
      told.best, told.status, asOf: told.asOf.flatMap(ReleasedWords.day))
  }

  func flows(_ file: JSONValue) throws(ReleasedFilesError) -> [(name: FlowName, known: KnownFigure)]
  {
    var flows: [(name: FlowName, known: KnownFigure)] = []
    for feature in file["features"]?.array ?? [] {
      guard let properties = feature["properties"],
        let level = properties["level"]?.string.flatMap(Level.init(word:)),
        let kind = properties["kind"]?.string.flatMap(Movement.Kind.init(rawValue:)),
        let unit = properties["unit"]?.string.flatMap(Movement.Unit.init(rawValue:)),
        let origin = try end("origin", properties),
        let destination = try end(
          "destination", properties),
        let status = properties["status"]?.string,
        let known = ReleasedWords.known(properties["best"]?.numberText, status)
      else { throw .damaged(file: "flows.geojson", cause: "a flow lacks its ends or its figure") }
      flows.append(
        (
          FlowName(
            level: level, origin: origin, destination: destination, kind: kind, unit: unit), known
        ))
    }
    return flows
  }

  private func end(
    _ name: String, _ properties: JSONValue
  ) throws(ReleasedFilesError) -> Tally.Site? {
    guard let status = properties["\(name)_status"]?.string else { return nil }
    return try words.site(status, properties["\(name)_id"]?.string ?? "")
  }
}
