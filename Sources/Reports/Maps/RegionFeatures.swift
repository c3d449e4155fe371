import Disclosure
import JSONText
import Regions

/// The features of `regions` and `periods`: regions, zones and places without an outline, over the
/// whole coverage or period by period.
struct RegionFeatures {
  /// One place over one stretch of time.
  private struct Subject {
    let place: FeaturePlace
    let name: String
    let parentID: String
    let region: Region?
    let period: Release.Period
    let timeStatus: Release.TimeStatus
  }

  /// What one feature shows.
  private struct Content {
    let cells: FeatureTable.Cells?
    let change: [Release.Amount?]?
    /// The labels of the periods compared, later first.
    let compared: (String, String)?
  }

  private let output: ReleaseOutput
  private let table: FeatureTable
  private let properties: IndicatorProperties
  private let descriptions: FeatureDescription
  /// The regions of the shown levels from the coarsest down, and the zones.
  private let shown: [Region]

  init(_ output: ReleaseOutput) {
    self.output = output
    table = FeatureTable(output.release)
    properties = IndicatorProperties(output.release)
    descriptions = FeatureDescription(output.release)
    let levels = Set(output.release.levels)
    shown = output.catalog.regions.filter { $0.kind == .zone || levels.contains($0.levelName) }
  }

  var release: Release { output.release }

  /// What the colors of a map mean.
  func legend(of layer: MapLayer) -> MapLegend {
    MapLegend(release, isCoverage: layer == .regions)
  }

  func outlines(of layer: MapLayer) -> MapOutlines {
    MapOutlines(output, of: layer, shown: shown)
  }

  /// Hands on the features of `regions` or of `periods`, in their order.
  func add<Target: FeatureTarget & ~Copyable>(
    _ layer: MapLayer, to target: inout Target
  ) throws(PublishError) {
    let legend = legend(of: layer)
    if layer == .periods {
      try addPeriods(legend, to: &target)
    } else {
      try addRegions(legend, to: &target)
    }
  }

  /// All regions of the shown levels and all zones, also those without any report; then the
  /// places that have no outline.
  private func addRegions<Target: FeatureTarget & ~Copyable>(
    _ legend: MapLegend, to target: inout Target
  ) throws(PublishError) {
    for region in shown {
      let subject = self.subject(of: region, release.coverage)
      try add(subject, content(table[subject.place]), legend, to: &target)
    }
    let withOutline = Set(shown.map(FeaturePlace.init))
    for entry in table.entries where !withOutline.contains(entry.place) {
      guard table.coverage(of: entry) != nil else { continue }
      try add(subject(of: entry, release.coverage), content(entry), legend, to: &target)
    }
    for entry in table.entries {
      for span in table.unspecifiedInCoverage {
        try add(entry, unspecified: span, legend, to: &target)
      }
    }
  }

  /// The places and periods that have a row.
  private func addPeriods<Target: FeatureTarget & ~Copyable>(
    _ legend: MapLegend, to target: inout Target
  ) throws(PublishError) {
    for region in shown {
      guard let entry = table[FeaturePlace(region)] else { continue }
      try addPeriods(of: entry, region, legend, to: &target)
    }
    let withOutline = Set(shown.map(FeaturePlace.init))
    for entry in table.entries where !withOutline.contains(entry.place) {
      try addPeriods(of: entry, nil, legend, to: &target)
    }
    for entry in table.entries {
      for span in table.unspecifiedInPeriods {
        try add(entry, unspecified: span, legend, to: &target)
      }
    }
  }

  private func addPeriods<Target: FeatureTarget & ~Copyable>(
    of entry: FeatureTable.Entry, _ region: Region?, _ legend: MapLegend,
    to target: inout Target
  ) throws(PublishError) {
    var before: FeatureTable.Cells?
    for (number, period) in release.periods.enumerated() {
      let cells = table.period(number, of: entry)
      defer { before = cells }
      guard let cells else { continue }
      let subject = region.map { self.subject(of: $0, period) } ?? subject(of: entry, period)
      let content = Content(
        cells: cells, change: properties.changes(from: before, to: cells),
        compared: number > 0 ? (period.label, release.periods[number - 1].label) : nil)
      try add(
        subject, content, legend, to: &target,
        id: "\(subject.place.featureID)/\(period.label)")
    }
  }

  /// Records unspecified in time: no outline, so that no map shows them in a period.
  private func add<Target: FeatureTarget & ~Copyable>(
    _ entry: FeatureTable.Entry, unspecified span: Int, _ legend: MapLegend,
    to target: inout Target
  ) throws(PublishError) {
    guard let cells = table.cells(of: entry, span: span) else { return }
    let period = release.spans[span].period
    let subject = subject(of: entry, period, .unspecified)
    let dates = "\(period.start)--\(period.end)"
    let hasChange = !release.periods.isEmpty
    let content = Content(
      cells: cells, change: hasChange ? release.indicators.map { _ in nil } : nil,
      compared: nil)
    try add(
      subject, content, legend, to: &target,
      id: "\(subject.place.featureID)/unspecified:\(dates)")
  }

  /// Over the coverage, the change is that of the last period against the one before.
  private func content(_ entry: FeatureTable.Entry?) -> Content {
    let count = release.periods.count
    let cells = entry.flatMap(table.coverage(of:))
    guard count > 0 else { return Content(cells: cells, change: nil, compared: nil) }
    return Content(
      cells: cells,
      change: properties.changes(
        from: entry.flatMap { table.period(count - 2, of: $0) },
        to: entry.flatMap { table.period(count - 1, of: $0) }),
      compared: count > 1
        ? (release.periods[count - 1].label, release.periods[count - 2].label) : nil)
  }

  /// What the outlines of the shown regions lie in.
  var bounds: BoundingBox {
    var box = BoundingBox.empty
    for region in shown { box.grow(region.boundary.bounds) }
    return box
  }
}

extension RegionFeatures {
  private func subject(of region: Region, _ period: Release.Period) -> Subject {
    Subject(
      place: FeaturePlace(region), name: region.name, parentID: region.parent?.code ?? "",
      region: region, period: period, timeStatus: .period)
  }

  private func subject(
    of entry: FeatureTable.Entry, _ period: Release.Period,
    _ timeStatus: Release.TimeStatus = .period
  ) -> Subject {
    let place = release.places[entry.number]
    return Subject(
      place: entry.place, name: entry.place.displayName(place.regionName),
      parentID: place.parentID,
      region: nil, period: period, timeStatus: timeStatus)
  }

  private func add<Target: FeatureTarget & ~Copyable>(
    _ subject: Subject, _ content: Content, _ legend: MapLegend, to target: inout Target,
    id: String? = nil
  ) throws(PublishError) {
    let shape = subject.region.map { FeatureShape.outline($0.id) } ?? .none
    try target.feature(id: id ?? subject.place.featureID, shape: shape) { writer in
      writePlace(subject, to: &writer)
      if content.change != nil {
        writer.member("change_period", content.compared?.0)
        writer.member("change_before", content.compared?.1)
      }
      properties.write(
        content.cells, base: subject.region.map { .region($0) } ?? .none, change: content.change,
        to: &writer)
      writeStyle(subject, content.cells, legend, to: &writer)
    }
  }

  private func writePlace(_ subject: Subject, to writer: inout JSONWriter) {
    let (place, region) = (subject.place, subject.region)
    writer.member("id", place.featureID)
    writer.member("region_id", unlessEmpty: place.regionID)
    writer.member("name", subject.name)
    writer.member("name_ar", region?.nameArabic)
    writer.member("level", unlessEmpty: place.level)
    writer.member("parent", unlessEmpty: subject.parentID)
    writer.member("period", subject.period.label)
    writer.member("period_start", unlessEmpty: subject.period.start)
    writer.member("period_end", unlessEmpty: subject.period.end)
    writer.member("time_status", subject.timeStatus.rawValue)
    writer.member("place_status", place.status.rawValue)
    writer.member("population", region?.population?.count)
    writer.member("population_year", region?.population?.year)
    writer.member("population_kind", region?.population?.kind)
    writer.member("area_km2", region?.areaSquareKilometers, places: 3)
  }

  /// The properties of Mapbox's simplestyle 1.1.0, which many web maps understand.
  private func writeStyle(
    _ subject: Subject, _ cells: FeatureTable.Cells?, _ legend: MapLegend,
    to writer: inout JSONWriter
  ) {
    writer.member("description", descriptions.text(cells))
    guard let region = subject.region else { return }
    let paint = legend.paint(level: subject.place.level, cells: cells)
    let isZone = region.kind == .zone
    writer.member("fill", paint.fill)
    // A zone lies over the levels and must not hide them.
    writer.member("fill-opacity", isZone ? 0.1 : paint.opacity, places: 2)
    writer.member("stroke", isZone ? "#1f4e79" : "#4d4d4d")
    writer.member("stroke-width", isZone ? 2 : region.level == .governorate ? 1.5 : 0.5, places: 1)
  }
}
