import Records
import Regions

/// How incidents and movements, and their parts, are archived (see `RecordCode`).
enum FormCode {
  typealias Damage = ByteReader.Damage

  // MARK: - Incidents

  static func write(_ incident: Incident, _ form: inout ByteWriter, _ own: inout ByteWriter) {
    write(incident.place, &form, &own)
    form.add(incident.kind)
    form.add(incident.subkind)
    // Nearly always one: shared.
    form.add(incident.events) { writer, figure in
      var shared = ByteWriter()
      write(figure, &writer, &shared, sharesNumbers: true)
    }
    for figure in [incident.killed, incident.injured, incident.detained] {
      form.add(figure) { write($1, &$0, &own) }
    }
  }

  static func incident(
    _ form: inout ByteReader, _ own: inout ByteReader
  ) throws(Damage) -> Incident {
    let place = try place(&form, &own)
    let kind = try form.text()
    let subkind = try form.text()
    var figures: [Figure?] = []
    for _ in 0..<4 { figures.append(try form.byte() == 0 ? nil : figure(&form, &own)) }
    return Incident(
      place: place, kind: kind, subkind: subkind, events: figures[0], killed: figures[1],
      injured: figures[2], detained: figures[3])
  }

  // MARK: - Movements

  static func write(_ movement: Movement, _ form: inout ByteWriter, _ own: inout ByteWriter) {
    form.add(movement.kind.rawValue)
    form.add(byte: movement.status == .asylumSeeker ? 1 : 0)
    form.add(movement.subkind)
    form.add(movement.origin) { write($1, &$0, &own) }
    form.add(movement.destination) { write($1, &$0, &own) }
    write(movement.figure, &form, &own)
    form.add(movement.unit.rawValue)
    form.add(movement.householdSize) { $0.add($1.attos) }
  }

  static func movement(
    _ form: inout ByteReader, _ own: inout ByteReader
  ) throws(Damage) -> Movement {
    guard let kind = Movement.Kind(rawValue: try form.text()) else { throw Damage() }
    let status: Movement.Status = try form.byte() == 1 ? .asylumSeeker : .unstated
    let subkind = try form.text()
    let origin = try form.byte() == 0 ? nil : place(&form, &own)
    let destination = try form.byte() == 0 ? nil : place(&form, &own)
    let figure = try figure(&form, &own)
    guard let unit = Movement.Unit(rawValue: try form.text()) else { throw Damage() }
    let size = try form.byte() == 0 ? nil : Quantity(attos: form.wide())
    return Movement(
      kind: kind, status: status, subkind: subkind, origin: origin, destination: destination,
      figure: figure, unit: unit, householdSize: size)
  }

  // MARK: - Figures

  /// Where a bound of a figure stands.
  private enum Bound {
    static let unknown: UInt8 = 0
    /// In the own bytes: a whole number below 2^32.
    static let own: UInt8 = 1
    /// In the form, with all its decimals.
    static let form: UInt8 = 2
  }

  /// - Parameter sharesNumbers: whether all numbers stand in the form.
  static func write(
    _ figure: Figure, _ form: inout ByteWriter, _ own: inout ByteWriter,
    sharesNumbers: Bool = false
  ) {
    write(figure.qualifier, &form)
    for bound in [figure.low, figure.best, figure.high] {
      guard let bound else {
        form.add(byte: Bound.unknown)
        continue
      }
      if !sharesNumbers, bound.isWhole, let whole = UInt32(exactly: bound.attos / Quantity.unit) {
        form.add(byte: Bound.own)
        own.add(UInt64(whole))
      } else {
        form.add(byte: Bound.form)
        form.add(bound.attos)
      }
    }
  }

  static func figure(
    _ form: inout ByteReader, _ own: inout ByteReader
  ) throws(Damage) -> Figure {
    let qualifier = try qualifier(&form)
    var bounds: [Quantity?] = []
    for _ in 0..<3 {
      switch try form.byte() {
      case Bound.unknown: bounds.append(nil)
      case Bound.own:
        guard let whole = UInt32(exactly: try own.number()) else { throw Damage() }
        bounds.append(Quantity(Int(whole)))
      case Bound.form: bounds.append(Quantity(attos: try form.wide()))
      default: throw Damage()
      }
    }
    return Figure(low: bounds[0], best: bounds[1], high: bounds[2], qualifier: qualifier)
  }

  private static func write(_ qualifier: Figure.Qualifier, _ form: inout ByteWriter) {
    switch qualifier {
    case .unstated: form.add(byte: 0)
    case .exact: form.add(byte: 1)
    case .atLeast: form.add(byte: 2)
    case .atMost: form.add(byte: 3)
    case .about: form.add(byte: 4)
    case .word(let word):
      form.add(byte: 5)
      form.add(word)
    }
  }

  private static func qualifier(_ form: inout ByteReader) throws(Damage) -> Figure.Qualifier {
    switch try form.byte() {
    case 0: .unstated
    case 1: .exact
    case 2: .atLeast
    case 3: .atMost
    case 4: .about
    case 5: .word(try form.text())
    default: throw Damage()
    }
  }

  // MARK: - Days and measures

  static func day(_ number: Int64) throws(Damage) -> Day {
    guard let small = Int32(exactly: number) else { throw Damage() }
    return Day(number: small)
  }

  static func dates(_ own: inout ByteReader) throws(Damage) -> DateSpan {
    let first = try day(own.signed())
    guard let further = Int64(exactly: try own.number()), further <= Int64(Int32.max) else {
      throw Damage()
    }
    guard let span = DateSpan(first: first, last: try day(Int64(first.number) + further)) else {
      throw Damage()
    }
    return span
  }

  static func byte(_ measure: Measure) -> UInt8 {
    switch measure {
    case .flow: 0
    case .stock: 1
    case .cumulative: 2
    }
  }

  static func measure(_ byte: UInt8) throws(Damage) -> Measure {
    guard let known = Measure.allCases.first(where: { self.byte($0) == byte }) else {
      throw Damage()
    }
    return known
  }
}
