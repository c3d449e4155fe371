import Disclosure
package import JSONText

extension Comparison {
  /// The whole comparison as one JSON object, one change a line.
  public func json() -> [UInt8] { json(protection: protection) { _, _ in } }

  /// - Parameters:
  ///   - protection: what the document says of itself.
  ///   - adding: writes further members of a change.
  package func json(
    protection: String, adding: (FigureChange, inout JSONWriter) -> Void
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject(onLines: true)
    writer.member("protection", protection)
    writer.releases(self)
    writer.key("differences")
    writer.beginArray(onLines: true)
    for difference in differences {
      writer.beginObject()
      writer.member("name", difference.name)
      writer.member("before", difference.before)
      writer.member("after", difference.after)
      writer.endObject()
    }
    writer.endArray()
    writer.key("counts")
    writer.beginObject()
    writer.member("unchanged", unchangedCount)
    for kind in FigureChange.Kind.allCases { writer.member(kind.rawValue, count(kind)) }
    writer.endObject()
    writer.key("changes")
    writer.beginArray(onLines: true)
    for change in changes { write(change, adding, to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.drain()
  }

  private func write(
    _ change: FigureChange, _ adding: (FigureChange, inout JSONWriter) -> Void,
    to writer: inout JSONWriter
  ) {
    let key = change.key
    writer.beginObject()
    writer.member("kind", change.kind.rawValue)
    writer.member("level", key.level)
    writer.member("place_status", key.placeStatus)
    writer.member("region_id", key.regionID)
    writer.member("region_name", name(level: key.level, regionID: key.regionID))
    if let destination = key.destination {
      writer.member("destination_status", destination.placeStatus)
      writer.member("destination_id", destination.regionID)
    }
    writer.member("time_status", key.days.status)
    let (first, last) = key.days.ends
    writer.member("period_start", first)
    writer.member("period_end", last)
    writer.member("indicator", key.indicator)
    writer.member("category", key.category)
    writer.member("change", change.difference)
    write("before", change.before, change.numbersBefore, to: &writer)
    write("after", change.after, change.numbersAfter, to: &writer)
    adding(change, &writer)
    writer.endObject()
  }

  private func write(
    _ name: String, _ told: Told, _ numbers: Told.Numbers?, to writer: inout JSONWriter
  ) {
    writer.key(name)
    writer.beginObject()
    writer.member("status", told.status)
    writer.member("low", numbers?.low)
    writer.member("best", numbers?.best)
    writer.member("high", numbers?.high)
    if let day = numbers?.asOf { writer.member("as_of", day) }
    writer.endObject()
  }
}

extension FigureKey.Days {
  /// `coverage`, `period` or `unspecified`.
  package var status: String {
    switch self {
    case .coverage: "coverage"
    case .period: "period"
    case .unspecified: "unspecified"
    }
  }

  /// First and last day, `nil` for all days of a release.
  package var ends: (String?, String?) {
    switch self {
    case .coverage: (nil, nil)
    case .period(let first, let last), .unspecified(let first, let last): (first, last)
    }
  }
}

extension JSONWriter {
  /// Which releases are compared.
  mutating func releases(_ comparison: Comparison) {
    for (name, release) in [("before", comparison.before), ("after", comparison.after)] {
      key(name)
      beginObject()
      member("created", release.created)
      member("start", release.first.isEmpty ? nil : release.first)
      member("end", release.last.isEmpty ? nil : release.last)
      endObject()
    }
  }

  mutating func member(_ key: String, _ amount: Release.Amount?) {
    self.key(key)
    if let number = amount.flatMap({ JSONNumber($0.text) }) { self.number(number) } else { null() }
  }
}
