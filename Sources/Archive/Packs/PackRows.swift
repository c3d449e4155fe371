/// Reads the counted rows of a pack, one after the other.
struct PackRows {
  /// A row; where its key and its own bytes lie among the bytes of the pack.
  struct Row {
    let id: Int64
    /// Position among the forms of the pack.
    let form: Int
    let line: Int
    let key: Range<Int>
    let own: Range<Int>
  }

  let bytes: [UInt8]
  /// What all its rows hash to.
  let counted: CountedRecords
  /// The ids of the forms of its rows.
  let forms: [Int64]
  private var reader: ByteReader
  private var id: Int64 = 0

  init(_ bytes: [UInt8]) throws(ByteReader.Damage) {
    self.bytes = bytes
    var reader = ByteReader(bytes)
    counted = try CountedRecords(&reader)
    var forms: [Int64] = []
    for _ in 0..<(try PackRows.number(&reader)) {
      forms.append(Int64(try PackRows.number(&reader)))
    }
    self.forms = forms
    self.reader = reader
  }

  mutating func next() throws(ByteReader.Damage) -> Row? {
    guard !reader.isAtEnd else { return nil }
    id += Int64(try PackRows.number(&reader))
    let form = try PackRows.number(&reader)
    guard form < forms.count else { throw ByteReader.Damage() }
    return Row(
      id: id, form: form, line: try PackRows.number(&reader), key: try reader.part(),
      own: try reader.part())
  }

  /// None is as great: so sums of some of them do not overflow.
  private static func number(_ reader: inout ByteReader) throws(ByteReader.Damage) -> Int {
    guard let number = Int(exactly: try reader.number()), number < 1 << 48 else {
      throw ByteReader.Damage()
    }
    return number
  }

  /// The ids of alleged rows and what they are told from others by.
  static func forEachPrint(
    in prints: [UInt8], _ body: (_ id: Int64, _ print: UInt64) -> Void
  ) throws(ByteReader.Damage) {
    var reader = ByteReader(prints)
    var id: Int64 = 0
    while !reader.isAtEnd {
      id += Int64(try number(&reader))
      body(id, try reader.word())
    }
  }
}
