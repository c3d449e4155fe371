import Disclosure
import JSONText

extension Comparison {
  /// A map of change (RFC 7946): one feature a region and zone, with what both releases say of
  /// its totals over all days, and colors for web maps.
  ///
  /// Outlines are those of the later release, and of the earlier where the later has no such
  /// region.
  /// - Parameter indicator: what is colored; by default what changed in the most regions.
  public func geoJSON(indicator: String? = nil) -> [UInt8] {
    let legend = ChangeLegend(self, indicator: indicator)
    let counts = Dictionary(
      changes.filter { $0.key.placeStatus == "region" && $0.key.destination == nil }
        .map { (ComparedRelease.RegionKey(level: $0.key.level, id: $0.key.regionID), 1) },
      uniquingKeysWith: +)
    var writer = JSONWriter()
    writer.beginObject(onLines: true)
    writer.member("type", "FeatureCollection")
    writer.member("name", "changes")
    writer.member("protection", protection)
    writer.releases(self)
    for name in ["attribution", "disclaimer", "generator"] {
      writer.member(name, after.map[name]?.string)
    }
    legend.write(to: &writer)
    writer.key("features")
    writer.beginArray(onLines: true)
    for key in mapOrder { write(key, counts[key] ?? 0, legend, to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.drain()
  }

  /// The regions of both maps: those of the later in its order, then the others.
  var mapOrder: [ComparedRelease.RegionKey] {
    after.order + before.order.filter { after.regions[$0] == nil }
  }

  /// The indicators of both, in the order of the later.
  var mapIndicators: [String] {
    after.indicators + before.indicators.filter { !after.indicators.contains($0) }
  }

  private func write(
    _ region: ComparedRelease.RegionKey, _ count: Int, _ legend: ChangeLegend,
    to writer: inout JSONWriter
  ) {
    guard let place = after.regions[region] ?? before.regions[region] else { return }
    writer.beginObject()
    writer.member("type", "Feature")
    writer.member("id", "\(region.level)/\(region.id)")
    writer.key("properties")
    writer.beginObject()
    writer.member("region_id", region.id)
    writer.member("name", place.name)
    writer.member("level", region.level)
    writer.member("parent", place.parent.isEmpty ? nil : place.parent)
    writer.member("figures_changed", count)
    for indicator in mapIndicators { write(region, indicator, to: &writer) }
    writeStyle(region, legend, to: &writer)
    writer.endObject()
    writer.key("geometry")
    writer.value(place.geometry)
    writer.endObject()
  }

  private func total(
    _ region: ComparedRelease.RegionKey, _ indicator: String
  ) -> (before: Told, after: Told, change: FigureChange?) {
    let key = FigureKey(
      level: region.level, placeStatus: "region", regionID: region.id, days: .coverage,
      indicator: indicator, category: "")
    let (old, new) = (before.tells(key), after.tells(key))
    return (
      old, new,
      FigureChange(
        key, before: old, after: new, wasOver: before.isOver(key.days, in: after))
    )
  }

  private func write(
    _ region: ComparedRelease.RegionKey, _ indicator: String, to writer: inout JSONWriter
  ) {
    let (old, new, change) = total(region, indicator)
    // What did not change is shown by both alike, or by neither.
    writer.member(
      "\(indicator)_before", (change?.numbersBefore ?? old.numbers(unless: change))?.best)
    writer.member("\(indicator)_after", (change?.numbersAfter ?? new.numbers(unless: change))?.best)
    writer.member("\(indicator)_change", difference(old, new, change))
    writer.member("\(indicator)_kind", change?.kind.rawValue ?? "unchanged")
    writer.member("\(indicator)_before_status", old.status)
    writer.member("\(indicator)_after_status", new.status)
  }

  private func difference(_ old: Told, _ new: Told, _ change: FigureChange?) -> Release.Amount? {
    guard let change else {
      return old.numbers?.best.flatMap { number in new.numbers?.best?.subtracting(number) }
    }
    return change.difference
  }

  private func writeStyle(
    _ region: ComparedRelease.RegionKey, _ legend: ChangeLegend, to writer: inout JSONWriter
  ) {
    guard let indicator = legend.indicators[region.level] else { return }
    let (old, new, change) = total(region, indicator)
    let paint = legend.paint(
      level: region.level, before: old, after: new,
      difference: difference(old, new, change)?.value)
    let isZone = region.level == "zone"
    writer.member("fill", paint.fill)
    // A zone lies over the levels and must not hide them.
    writer.member("fill-opacity", isZone ? 0.1 : paint.opacity, places: 2)
    writer.member("stroke", isZone ? "#1f4e79" : "#4d4d4d")
    writer.member("stroke-width", isZone ? 2 : region.level == "governorate" ? 1.5 : 0.5, places: 1)
  }
}

extension Told {
  fileprivate func numbers(unless change: FigureChange?) -> Numbers? {
    change == nil ? numbers : nil
  }
}
