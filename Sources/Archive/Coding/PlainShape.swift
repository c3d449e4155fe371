import Records

/// How the own bytes of a form's rows become rows that come as numbers (`PlainRows`).
struct PlainShape {
  let hasVersion: Bool
  let hasPoint: Bool
  /// The numbers of a row, in the order of its own bytes.
  let slots: [PlainRows.Slot]

  /// - Parameter record: any of the form's: they differ in nothing that matters here. `nil` where
  ///   a record of the form does not count by itself, or a figure cannot be filled in by numbers.
  init?(_ record: Record) {
    guard case .incident(let incident) = record.content, incident.events == .exactly(1),
      record.measure == .flow, record.subject == nil, record.published == nil, !record.isDeletion
    else { return nil }
    var slots: [PlainRows.Slot] = []
    for (name, figure) in [
      (PlainRows.Slot.Figure.killed, incident.killed), (.injured, incident.injured),
      (.detained, incident.detained),
    ] {
      guard let figure else { continue }
      guard let bounds = PlainShape.bounds(of: figure) else { return nil }
      slots += bounds.map { PlainRows.Slot(name, $0) }
    }
    self.slots = slots
    hasVersion = record.version != nil
    hasPoint = incident.place.point != nil
  }

  /// The bounds that are numbers of a row; `nil` where filling them in makes another figure.
  private static func bounds(of figure: Figure) -> [PlainRows.Slot.Bound]? {
    let all: [(PlainRows.Slot.Bound, Quantity?)] = [
      (.low, figure.low), (.best, figure.best), (.high, figure.high),
    ]
    let known = all.filter { $0.1 != nil }
    guard !known.isEmpty else { return [] }
    let isWhole = known.allSatisfy { _, quantity in
      guard let quantity, quantity.isWhole else { return false }
      return UInt32(exactly: quantity.attos / Quantity.unit) != nil
    }
    let filled = Figure(figure.best, figure.qualifier, low: figure.low, high: figure.high)
    return isWhole && filled == figure ? known.map(\.0) : nil
  }

  /// Reads a row's own bytes; `nil` where a range is broken, of which a record tells more.
  func row(
    _ own: inout ByteReader, template: Int32, line: Int, numbers: inout [UInt32]
  ) throws(ByteReader.Damage) -> PlainRows.Cells? {
    let version = hasVersion ? try own.signed() : 0
    let dates = try FormCode.dates(&own)
    let longitude = hasPoint ? try own.double() : 0
    let latitude = hasPoint ? try own.double() : 0
    numbers.removeAll(keepingCapacity: true)
    for _ in slots {
      guard let number = UInt32(exactly: try own.number()) else { throw ByteReader.Damage() }
      numbers.append(number)
    }
    guard own.isAtEnd else { throw ByteReader.Damage() }
    for position in slots.indices.dropFirst()
    where slots[position].figure == slots[position - 1].figure
      && numbers[position] < numbers[position - 1]
    {
      return nil
    }
    return PlainRows.Cells(
      template: template, line: line, first: dates.first, last: dates.last, version: version,
      longitude: longitude, latitude: latitude)
  }
}
