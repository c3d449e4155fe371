import Records

/// How the own bytes of a form's rows become rows that come as numbers (`PlainRows`).
///
/// Without memory of its own, since one is taken for each row.
struct PlainShape {
  /// There are no more bounds of figures.
  typealias Numbers = InlineArray<9, UInt32>

  private let hasVersion: Bool
  private let hasPoint: Bool
  /// How many numbers a row has.
  let count: Int
  /// A bit for each number that is of the same figure as the one before it, and so not less.
  private let rising: UInt16

  /// - Parameter record: one with these slots.
  init(_ record: Record, _ slots: [PlainRows.Slot]) {
    hasVersion = record.version != nil
    if case .incident(let incident) = record.content {
      hasPoint = incident.place.point != nil
    } else {
      hasPoint = false
    }
    count = slots.count
    rising = slots.indices.dropFirst().reduce(0) { bits, position in
      slots[position].figure == slots[position - 1].figure ? bits | 1 << UInt16(position) : bits
    }
  }

  /// The numbers of the rows of a form, in the order of their own bytes.
  ///
  /// - Parameter record: any of the form's: they differ in nothing that matters here. `nil` where
  ///   a record of the form does not count by itself, or a figure cannot be filled in by numbers.
  static func slots(of record: Record) -> [PlainRows.Slot]? {
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
    return slots
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
    _ own: inout ByteReader, template: Int32, line: Int, numbers: inout Numbers
  ) throws(ByteReader.Damage) -> PlainRows.Cells? {
    let version = hasVersion ? try own.signed() : 0
    let dates = try FormCode.dates(&own)
    let longitude = hasPoint ? try own.double() : 0
    let latitude = hasPoint ? try own.double() : 0
    var isRising = true
    for position in 0..<count {
      guard let number = UInt32(exactly: try own.number()) else { throw ByteReader.Damage() }
      numbers[position] = number
      if rising >> UInt16(position) & 1 == 1, number < numbers[position - 1] { isRising = false }
    }
    guard own.isAtEnd else { throw ByteReader.Damage() }
    guard isRising else { return nil }
    return PlainRows.Cells(
      template: template, line: line, first: dates.first, last: dates.last, version: version,
      longitude: longitude, latitude: latitude)
  }
}
