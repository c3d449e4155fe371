import Disclosure
import JSONText
import Regions

/// The features of `regions` and `periods`: regions, zones and places without an outline, over the
/// whole coverage or period by period.
///
/// A class, since a value would be copied field by field for each of a hundred thousand features.
final class RegionFeatures: Sendable {
  /// What one feature shows.
  private struct Content {
    let cells: FeatureTable.Cells?
    var change: [Release.Amount?]?
    /// Which periods the change lies between; none without a change.
    var compared = JSONMembers.none
  }

  private static let fill = JSONKey("fill")
  private static let noComparison = FeatureTime.comparison(nil, nil)
  private static let fillOpacity = JSONKey("fill-opacity")

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

  /// What some features of a layer are about, which do not depend on those before.
  enum Part {
    /// A region of the shown levels, or a zone.
    case region(Region)
    /// A place that has no outline.
    case place(FeatureTable.Entry)
    /// What is unspecified in time.
    case unspecified(FeatureTable.Entry)
  }

  /// The parts of `regions` or of `periods`, in their order. Regions and zones come first, in the map
  /// of the coverage also those without any report; then the places that have no outline.
  func parts(of layer: MapLayer) -> [Part] {
    let withOutline = Set(shown.map(FeaturePlace.init))
    let spans = unspecified(in: layer)
    return shown.map { .region($0) }
      + table.entries.filter { !withOutline.contains($0.place) }.map { .place($0) }
      + (spans.isEmpty ? [] : table.entries.map { .unspecified($0) })
  }

  private func unspecified(in layer: MapLayer) -> [Int] {
    layer == .periods ? table.unspecifiedInPeriods : table.unspecifiedInCoverage
  }

  /// What all features of a layer have in common.
  struct Frame {
    let layer: MapLayer
    let legend: MapLegend
    fileprivate let coverage: FeatureTime
    fileprivate let periods: Periods
    fileprivate let unspecified: [Unspecified]
  }

  func frame(of layer: MapLayer, _ legend: MapLegend) -> Frame {
    Frame(
      layer: layer, legend: legend, coverage: FeatureTime(release.coverage, .period),
      periods: Periods(release),
      unspecified: unspecified(in: layer).map { Unspecified($0, of: release) })
  }

  /// Hands on the features of a part, in their order.
  func add<Target: FeatureTarget & ~Copyable>(
    _ part: Part, in frame: Frame, to target: inout Target
  ) throws(PublishError) {
    switch part {
    case .region(let region):
      let (subject, entry) = (subject(of: region), table[FeaturePlace(region)])
      if frame.layer == .regions {
        return try add(subject, frame.coverage, content(entry), frame.legend, to: &target)
      }
      guard let entry else { return }
      try add(entry, subject, frame.periods, frame.legend, to: &target)
    case .place(let entry) where frame.layer == .regions:
      guard table.coverage(of: entry) != nil else { return }
      try add(subject(of: entry), frame.coverage, content(entry), frame.legend, to: &target)
    case .place(let entry):
      try add(entry, subject(of: entry), frame.periods, frame.legend, to: &target)
    case .unspecified(let entry):
      let subject = subject(of: entry)
      for time in frame.unspecified { try add(entry, subject, time, frame.legend, to: &target) }
    }
  }

  /// What is said of each period in the features of all places.
  fileprivate struct Periods {
    let times: [FeatureTime]
    let comparisons: [JSONMembers]

    init(_ release: Release) {
      let labels = release.periods.map(\.label)
      times = release.periods.map { FeatureTime($0, .period) }
      comparisons = labels.indices.map { number in
        number > 0
          ? FeatureTime.comparison(labels[number], labels[number - 1])
          : FeatureTime.comparison(nil, nil)
      }
    }
  }

  private func add<Target: FeatureTarget & ~Copyable>(
    _ entry: FeatureTable.Entry, _ subject: FeatureSubject, _ periods: Periods,
    _ legend: MapLegend, to target: inout Target
  ) throws(PublishError) {
    var before: FeatureTable.Cells?
    for (number, time) in periods.times.enumerated() {
      let cells = table.period(number, of: entry)
      defer { before = cells }
      guard let cells else { continue }
      let content = Content(
        cells: cells, change: properties.changes(from: before, to: cells),
        compared: periods.comparisons[number])
      try add(subject, time, content, legend, to: &target, id: "\(subject.id)/\(time.label)")
    }
  }

  /// Dates of records that are unspecified in time.
  fileprivate struct Unspecified {
    let span: Int
    let time: FeatureTime
    let id: String

    init(_ span: Int, of release: Release) {
      self.span = span
      let period = release.spans[span].period
      time = FeatureTime(period, .unspecified)
      id = "/unspecified:\(period.start)--\(period.end)"
    }
  }

  /// Records unspecified in time: no outline, so that no map shows them in a period.
  private func add<Target: FeatureTarget & ~Copyable>(
    _ entry: FeatureTable.Entry, _ subject: FeatureSubject, _ unspecified: Unspecified,
    _ legend: MapLegend, to target: inout Target
  ) throws(PublishError) {
    guard let cells = table.cells(of: entry, span: unspecified.span) else { return }
    var content = Content(cells: cells)
    if !release.periods.isEmpty {
      content.change = release.indicators.map { _ in nil }
      content.compared = Self.noComparison
    }
    try add(
      subject, unspecified.time, content, legend, to: &target, id: subject.id + unspecified.id)
  }

  /// Over the coverage, the change is that of the last period against the one before.
  private func content(_ entry: FeatureTable.Entry?) -> Content {
    let count = release.periods.count
    let cells = entry.flatMap(table.coverage(of:))
    guard count > 0 else { return Content(cells: cells) }
    let labels = release.periods.suffix(2).map(\.label)
    return Content(
      cells: cells,
      change: properties.changes(
        from: entry.flatMap { table.period(count - 2, of: $0) },
        to: entry.flatMap { table.period(count - 1, of: $0) }),
      compared: count > 1
        ? FeatureTime.comparison(labels[1], labels[0]) : FeatureTime.comparison(nil, nil))
  }

  /// What the outlines of the shown regions lie in.
  var bounds: BoundingBox {
    var box = BoundingBox.empty
    for region in shown { box.grow(region.boundary.bounds) }
    return box
  }
}

extension RegionFeatures {
  private func subject(of region: Region) -> FeatureSubject {
    FeatureSubject(
      FeaturePlace(region), name: region.name, parentID: region.parent?.code ?? "",
      region: region)
  }

  private func subject(of entry: FeatureTable.Entry) -> FeatureSubject {
    let place = release.places[entry.number]
    return FeatureSubject(
      entry.place, name: entry.place.displayName(place.regionName), parentID: place.parentID,
      region: nil)
  }

  private func add<Target: FeatureTarget & ~Copyable>(
    _ subject: FeatureSubject, _ time: FeatureTime, _ content: Content, _ legend: MapLegend,
    to target: inout Target, id: String? = nil
  ) throws(PublishError) {
    let shape = subject.region.map { FeatureShape.outline($0.id) } ?? .none
    try target.feature(id: id ?? subject.id, shape: shape) { writer in
      writer.members(of: subject, time)
      writer.members(content.compared)
      properties.write(
        content.cells, base: subject.region.map { .region($0) } ?? .none, change: content.change,
        to: &writer)
      writeStyle(subject, content.cells, legend, to: &writer)
    }
  }

  /// The properties of Mapbox's simplestyle 1.1.0, which many web maps understand.
  private func writeStyle(
    _ subject: FeatureSubject, _ cells: FeatureTable.Cells?, _ legend: MapLegend,
    to writer: inout JSONWriter
  ) {
    descriptions.write(cells, to: &writer)
    guard subject.region != nil else { return }
    let paint = legend.paint(level: subject.place.level, cells: cells)
    writer.member(Self.fill, paint.fill)
    // A zone lies over the levels and must not hide them.
    writer.member(Self.fillOpacity, subject.isZone ? 0.1 : paint.opacity, places: 2)
    writer.members(subject.stroke)
  }
}
