import Records
import Regions

/// Places: the point is each record's own, words and codes are shared.
extension FormCode {
  static func write(_ place: Place, _ form: inout ByteWriter, _ own: inout ByteWriter) {
    form.add(place.country)
    form.add(byte: place.point == nil ? 0 : 1)
    if let point = place.point {
      own.add(point.longitude)
      own.add(point.latitude)
    }
    form.add(place.precision) { write($1, &$0) }
    form.add(UInt64(place.designations.count))
    for member in place.designations {
      form.add(UInt64(member.count))
      for step in member {
        form.add(step.level) { $0.add(byte: $1.rawValue) }
        form.add(step.code)
        form.add(step.name)
      }
    }
    form.add(place.detail)
  }

  static func place(
    _ form: inout ByteReader, _ own: inout ByteReader
  ) throws(Damage) -> Place {
    let country = try form.optionalText()
    var point: Coordinate?
    if try form.byte() == 1 {
      let longitude = try own.double()
      point = Coordinate(longitude: longitude, latitude: try own.double())
    }
    let precision = try form.byte() == 0 ? nil : precision(&form)
    var designations: [[Designation]] = []
    for _ in 0..<(try form.number()) { designations.append(try member(&form)) }
    return Place(
      country: country, point: point, precision: precision, designations: designations,
      detail: try form.optionalText())
  }

  private static func member(_ form: inout ByteReader) throws(Damage) -> [Designation] {
    var steps: [Designation] = []
    for _ in 0..<(try form.number()) {
      let level = try form.byte() == 0 ? nil : level(&form)
      let code = try form.optionalText()
      steps.append(Designation(level: level, code: code, name: try form.optionalText()))
    }
    return steps
  }

  private static func level(_ form: inout ByteReader) throws(Damage) -> Level {
    guard let level = Level(rawValue: try form.byte()) else { throw Damage() }
    return level
  }

  private static func write(_ precision: Precision, _ form: inout ByteWriter) {
    switch precision {
    case .exact: form.add(byte: 0)
    case .meters(let meters):
      form.add(byte: 1)
      form.add(meters)
    case .settlement: form.add(byte: 2)
    case .level(let level):
      form.add(byte: 3)
      form.add(byte: level.rawValue)
    case .outside: form.add(byte: 4)
    }
  }

  private static func precision(_ form: inout ByteReader) throws(Damage) -> Precision {
    switch try form.byte() {
    case 0: .exact
    case 1: .meters(try form.double())
    case 2: .settlement
    case 3: .level(try level(&form))
    case 4: .outside
    default: throw Damage()
    }
  }
}
