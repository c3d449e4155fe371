import Disclosure
import JSONText
import Released

/// Puts the figures of the files of one release together.
struct FigureReading {
  typealias RegionKey = ComparedRelease.RegionKey

  private(set) var figures: [FigureKey: Told] = [:]
  private(set) var indicators: [String] = []
  private(set) var regions: [RegionKey: ComparedRelease.Place] = [:]
  private(set) var order: [RegionKey] = []
  let map: JSONValue

  private let hasStep: Bool
  private static let mapName = "regions.geojson"
  private static let flowsName = "flows.geojson"

  init(_ files: ReleasedFiles, hasStep: Bool) throws(ReleasedFilesError) {
    self.hasStep = hasStep
    map = try files.json(Self.mapName)
    for row in try ReleasedRow.rows(of: files.bytes(ReleasedRow.fileName)) { try take(row) }
    for feature in map["features"]?.array ?? [] { try take(region: feature) }
    for feature in try files.json(Self.flowsName)["features"]?.array ?? [] {
      try take(flow: feature)
    }
  }

  // MARK: - The table

  private mutating func take(_ row: ReleasedRow) throws(ReleasedFilesError) {
    let indicator = row["indicator"]
    let key = FigureKey(
      level: row["level"], placeStatus: row["place_status"], regionID: row["region_id"],
      days: days(row["time_status"], row["period_start"], row["period_end"], isTable: true),
      indicator: indicator, category: row["category"])
    if !indicators.contains(indicator) { indicators.append(indicator) }
    let numbers = Told.Numbers(
      status: row["status"], low: amount(row["low"]), best: amount(row["best"]),
      high: amount(row["high"]))
    // Days that no standard period holds may stand in a row that looks like that of a period.
    if figures[key] == nil { figures[key] = told(numbers) }
  }

  private func days(
    _ timeStatus: String, _ first: String, _ last: String, isTable: Bool
  ) -> FigureKey.Days {
    if timeStatus == "unspecified" { return .unspecified(first: first, last: last) }
    return hasStep && isTable ? .period(first: first, last: last) : .coverage
  }

  private func told(_ numbers: Told.Numbers) -> Told {
    numbers.status == "withheld" ? .withheld : .shown(numbers)
  }

  private func amount(_ text: String?) -> Release.Amount? {
    text.flatMap(Release.Amount.init(text:))
  }

  // MARK: - The map

  private mutating func take(region feature: JSONValue) throws(ReleasedFilesError) {
    guard let properties = feature["properties"],
      let status = properties["place_status"]?.string,
      let time = properties["time_status"]?.string
    else { throw .damaged(file: Self.mapName, cause: "a feature lacks its place or its days") }
    func text(_ name: String) -> String { properties[name]?.string ?? "" }
    if status == "region" {
      take(
        RegionKey(level: text("level"), id: text("region_id")),
        ComparedRelease.Place(
          name: text("name"), parent: text("parent"), geometry: feature["geometry"] ?? .null))
    }
    for indicator in indicators {
      guard
        let said = try ReleasedProperties(properties, indicator: indicator, file: Self.mapName),
        said.status != "no_report"
      else { continue }
      let key = FigureKey(
        level: text("level"), placeStatus: status, regionID: text("region_id"),
        days: days(time, text("period_start"), text("period_end"), isTable: false),
        indicator: indicator, category: "")
      complete(key, said)
    }
  }

  private mutating func take(_ key: RegionKey, _ place: ComparedRelease.Place) {
    guard regions.updateValue(place, forKey: key) == nil else { return }
    order.append(key)
  }

  /// Takes what the table does not tell: with a step, totals over all days; the day of a stock.
  private mutating func complete(_ key: FigureKey, _ said: ReleasedProperties) {
    if case .shown(var numbers)? = figures[key] {
      numbers.asOf = said.asOf
      figures[key] = .shown(numbers)
    } else if hasStep, figures[key] == nil {
      figures[key] = told(
        Told.Numbers(
          status: said.status, low: amount(said.low), best: amount(said.best),
          high: amount(said.high), asOf: said.asOf))
    }
  }

  // MARK: - Flows

  private mutating func take(flow feature: JSONValue) throws(ReleasedFilesError) {
    guard let properties = feature["properties"], let status = properties["status"]?.string,
      let origin = properties["origin_status"]?.string,
      let destination = properties["destination_status"]?.string
    else { throw .damaged(file: Self.flowsName, cause: "a flow lacks its ends or its figure") }
    func text(_ name: String) -> String { properties[name]?.string ?? "" }
    func number(_ name: String) -> Release.Amount? { amount(properties[name]?.number?.text) }
    let key = FigureKey(
      level: text("level"), placeStatus: origin, regionID: text("origin_id"),
      destination: FigureKey.Destination(
        placeStatus: destination, regionID: text("destination_id")),
      days: .coverage, indicator: text("kind"), category: text("unit"))
    let numbers = Told.Numbers(
      status: status, low: number("low"), best: number("best"), high: number("high"))
    if status == "withheld", numbers.low ?? numbers.best ?? numbers.high != nil {
      throw .damaged(file: Self.flowsName, cause: "a flow is withheld and yet told")
    }
    figures[key] = told(numbers)
  }
}
