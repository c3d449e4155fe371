import Records

/// Turns records, and rows that come as numbers, into rows of the archive.
struct RowCoder {
  var forms = FormTable()
  /// For rows that come as numbers: what a template with certain figures becomes.
  private var learnt: [Learnt.Key: Learnt] = [:]
  private var generation = -1

  /// The form of a template with certain figures, and how they are written.
  private struct Learnt {
    struct Key: Hashable {
      let template: Int32
      let numbers: ArraySlice<UInt32>
    }

    let form: FormTable.Number
    let source: String
    let hasVersion: Bool
    let hasPoint: Bool
    /// The end of the own bytes, behind days and point.
    let figures: [UInt8]
  }

  /// Called when another file begins: its templates have numbers of their own.
  mutating func beginFile() {
    learnt = [:]
    generation = -1
  }

  mutating func row(of record: Record) -> CodedRow {
    let code = RecordCode(record)
    return CodedRow(
      source: record.key.source, id: record.key.id, version: record.version,
      isDeletion: record.isDeletion, form: forms.number(of: code.form), own: code.own,
      line: record.line)
  }

  /// The row that `row(of:in:)` makes of the same record, without making the record.
  mutating func row(
    _ row: Int, firstNumber: Int, of rows: PlainRows
  ) -> CodedRow {
    if rows.generation != generation {
      learnt = [:]
      generation = rows.generation
    }
    let template = rows.template[row]
    let width = rows.templates[Int(template)].slots.count
    let key = Learnt.Key(
      template: template, numbers: rows.numbers[firstNumber..<(firstNumber + width)])
    let known = learnt[key] ?? learn(key, row, firstNumber, rows)
    let own = Self.beginning(of: row, known.hasVersion, known.hasPoint, rows) + known.figures
    return CodedRow(
      source: known.source, id: rows.id(at: row),
      version: known.hasVersion ? rows.version[row] : nil, isDeletion: false, form: known.form,
      own: own, line: rows.line[row])
  }

  private mutating func learn(
    _ key: Learnt.Key, _ row: Int, _ firstNumber: Int, _ rows: PlainRows
  ) -> Learnt {
    let record = rows.record(at: row, firstNumber: firstNumber)
    let template = rows.templates[Int(rows.template[row])]
    let code = RecordCode(record)
    let hasVersion = record.version != nil
    let beginning = Self.beginning(of: row, hasVersion, template.hasPoint, rows)
    let known = Learnt(
      form: forms.number(of: code.form), source: record.key.source,
      hasVersion: hasVersion, hasPoint: template.hasPoint,
      figures: Array(code.own.dropFirst(beginning.count)))
    // A slice would keep all numbers of the batch.
    let own = Learnt.Key(template: key.template, numbers: ArraySlice(Array(key.numbers)))
    learnt[own] = known
    return known
  }

  /// Version, days and point.
  private static func beginning(
    of row: Int, _ hasVersion: Bool, _ hasPoint: Bool, _ rows: PlainRows
  ) -> [UInt8] {
    var own = ByteWriter()
    if hasVersion { own.add(signed: rows.version[row]) }
    own.add(signed: Int64(rows.first[row]))
    own.add(UInt64(max(0, rows.last[row] - rows.first[row])))
    if hasPoint {
      own.add(rows.longitude[row])
      own.add(rows.latitude[row])
    }
    return own.bytes
  }
}
