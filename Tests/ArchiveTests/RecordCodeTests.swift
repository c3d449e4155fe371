import Records
import Regions
import Testing

@testable import Archive

@Suite("Records in their archived form")
struct RecordCodeTests {
  static let day = Day(year: 2025, month: 3, day: 9) ?? Day(number: 0)

  static func record(_ content: Records.Record.Content, version: Int64? = nil) -> Records.Record {
    Records.Record(
      key: RecordKey(source: "S", id: "1"), version: version, dates: DateSpan(day),
      content: content, line: 5)
  }

  static let samples: [Records.Record] = {
    var samples: [Records.Record] = []
    let point = Coordinate(longitude: 36.123456789, latitude: -0.0)
    let place = Place(
      country: "SY", point: point, precision: .meters(12.5),
      designations: [
        [Designation(level: .governorate, code: "SY05", name: "حماة"), Designation(name: "x")],
        [], [Designation()],
      ], detail: "By the mill")
    let wide = Quantity(attos: -1_234_567_890_123_456_789_012)
    for qualifier: Figure.Qualifier in [
      .exact, .atLeast, .atMost, .about, .unstated, .word("dozens"),
    ] {
      let figure = Figure(low: Quantity(3), best: nil, high: wide, qualifier: qualifier)
      samples.append(
        record(
          .incident(
            Incident(
              place: place, kind: "raid", subkind: "", events: figure, killed: figure,
              injured: nil, detained: Figure(low: nil, best: nil, high: nil))), version: .min))
    }
    for precision: Precision? in [nil, .exact, .settlement, .level(.district), .outside] {
      samples.append(record(.incident(Incident(place: Place(precision: precision)))))
    }
    for kind in Movement.Kind.allCases {
      var sample = record(
        .movement(
          Movement(
            kind: kind, status: .asylumSeeker, subkind: "s", origin: nil, destination: place,
            figure: Figure(Quantity(Int(UInt32.max) + 1), .exact), unit: .households,
            householdSize: Quantity(attos: 5_100_000_000_000_000_000))), version: 1 << 60)
      sample.isDeletion = true
      sample.published = Day(number: -3)
      sample.subject = "Homs"
      sample.measure = .cumulative
      samples.append(sample)
    }
    return samples
  }()

  @Test("Every field comes back as it was", arguments: samples)
  func roundTrip(record: Records.Record) throws {
    let code = RecordCode(record)
    #expect(try code.record(id: "1", line: 5) == record)
  }

  @Test("Damaged bytes throw, and never trap", arguments: samples)
  func damage(record: Records.Record) {
    let code = RecordCode(record)
    for cut in 0..<code.form.count {
      #expect(throws: ByteReader.Damage.self) {
        try RecordCode(form: Array(code.form.prefix(cut)), own: code.own).record(id: "", line: 0)
      }
    }
    for position in code.form.indices {
      var form = code.form
      form[position] = 0xFF
      // Some bytes are part of texts, where 0xFF is no UTF-8; none may trap.
      _ = try? RecordCode(form: form, own: code.own).record(id: "", line: 0)
    }
    #expect(throws: ByteReader.Damage.self) {
      try RecordCode(form: code.form, own: code.own + [0]).record(id: "", line: 0)
    }
  }

  @Test(
    "Numbers come back",
    arguments: [UInt64.min, 1, 127, 128, 16_383, 16_384, 1 << 63, .max])
  func numbers(number: UInt64) throws {
    var writer = ByteWriter()
    writer.add(number)
    writer.add(signed: Int64(bitPattern: number))
    var reader = ByteReader(writer.bytes)
    #expect(try reader.number() == number)
    #expect(try reader.signed() == Int64(bitPattern: number))
    #expect(reader.isAtEnd)
  }

  @Test("A number of more than 64 bits is damage")
  func overlong() {
    var reader = ByteReader(Array(repeating: 0xFF, count: 9) + [0x02])
    #expect(throws: ByteReader.Damage.self) { try reader.number() }
  }
}
