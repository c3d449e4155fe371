import Records
import Regions

/// A record in the compact form in which it is archived.
///
/// Most records differ from many others only in id, version, days, point and numbers. So what
/// they share, the *form*, is kept once, and a record is its form and its *own* bytes:
///
/// | part | holds |
/// |---|---|
/// | form | a byte for the edition of this layout, source, whether there is a version, deletion, day of publication, subject, measure, and the incident or movement, its place without the point |
/// | own | version, first day, number of further days, point, and the numbers of its figures |
///
/// These are all the columns that placing, counting and explaining need. A name, a note or any
/// other text of a row is in no field of `Record`, and so cannot get here.
struct RecordCode: Hashable, Sendable {
  /// The edition of the layout that is written.
  static let edition: UInt8 = 1

  let form: [UInt8]
  let own: [UInt8]

  init(_ record: Record) {
    var form = ByteWriter()
    var own = ByteWriter()
    form.add(byte: Self.edition)
    form.add(record.key.source)
    form.add(byte: record.version == nil ? 0 : 1)
    form.add(byte: record.isDeletion ? 1 : 0)
    form.add(record.published) { $0.add(signed: Int64($1.number)) }
    form.add(record.subject)
    form.add(byte: FormCode.byte(record.measure))
    if let version = record.version { own.add(signed: version) }
    own.add(signed: Int64(record.dates.first.number))
    own.add(UInt64(record.dates.dayCount - 1))
    switch record.content {
    case .incident(let incident):
      form.add(byte: 0)
      FormCode.write(incident, &form, &own)
    case .movement(let movement):
      form.add(byte: 1)
      FormCode.write(movement, &form, &own)
    }
    self.form = form.bytes
    self.own = own.bytes
  }

  init(form: [UInt8], own: [UInt8]) {
    self.form = form
    self.own = own
  }

  /// The record again.
  /// - Parameter id: the record's id at its source.
  func record(id: String, line: Int) throws(ByteReader.Damage) -> Record {
    var form = ByteReader(form)
    var own = ByteReader(own)
    guard try form.byte() == Self.edition else { throw ByteReader.Damage() }
    let source = try form.text()
    let hasVersion = try form.byte() == 1
    let isDeletion = try form.byte() == 1
    let published = try form.optional { reader throws(ByteReader.Damage) in
      try FormCode.day(reader.signed())
    }
    let subject = try form.optionalText()
    let measure = try FormCode.measure(form.byte())
    let version = hasVersion ? try own.signed() : nil
    let dates = try FormCode.dates(&own)
    let content: Record.Content
    switch try form.byte() {
    case 0: content = .incident(try FormCode.incident(&form, &own))
    case 1: content = .movement(try FormCode.movement(&form, &own))
    default: throw ByteReader.Damage()
    }
    guard form.isAtEnd, own.isAtEnd else { throw ByteReader.Damage() }
    return Record(
      key: RecordKey(source: source, id: id), version: version, isDeletion: isDeletion,
      dates: dates, published: published, subject: subject, measure: measure, content: content,
      line: line)
  }
}
