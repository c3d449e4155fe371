import JSONText
import Readers
import Records
public import Tallies

/// Hands JSON objects on, one a line, each with where it is: NDJSON, and features of GeoJSON.
///
/// The bytes of an object stay as they are; members are added at its end. Memory does not grow
/// with the input.
public struct ObjectLocator: Sendable {
  /// A longer line ends the work.
  static let maximumLineBytes = 16 << 20
  /// So many of the first objects tell the columns.
  private static let previewed = 1000

  private let file: String
  private let request: PlaceReader.Request
  private let tail: ObjectTail
  private var rowPlacer: RowPlacer
  private var reader: PlaceReader?
  private var pending: [UInt8] = []
  private var line = 1
  public private(set) var summary: LocateSummary

  /// - Parameter file: name of the input for messages, without folders.
  public init(file: String, settings: LocateSettings, placer: Placer) {
    self.file = file
    request = settings.request
    tail = ObjectTail(AppendedColumns(settings, catalog: placer.catalog))
    rowPlacer = RowPlacer(placer, levels: settings.levels)
    summary = LocateSummary(file: file)
  }

  /// Takes the next piece of the text and appends all lines that are complete.
  ///
  /// - Throws: `LocateError` or `ReadError` where the text is not one object a line.
  public mutating func take(_ piece: [UInt8], into output: inout [UInt8]) throws {
    pending += piece
    guard let last = pending.lastIndex(of: UInt8(ascii: "\n")) else { return try checkLength() }
    try handOn(pending[...last], &output)
    pending.removeSubrange(...last)
    try checkLength()
  }

  /// Appends what is left once the text has ended.
  public mutating func finish(into output: inout [UInt8]) throws {
    if !pending.isEmpty { try handOn(pending[...], &output) }
    pending = []
    if summary.rows == 0 { throw ReadError.empty(file: file) }
  }

  private func checkLength() throws {
    guard pending.count <= ObjectLocator.maximumLineBytes else {
      throw LocateError.notRows(file: file, kind: "JSON with a line of more than 16 MiB")
    }
  }

  private mutating func handOn(_ lines: ArraySlice<UInt8>, _ output: inout [UInt8]) throws {
    if reader == nil { reader = try preview(lines) }
    var start = lines.startIndex
    while start < lines.endIndex {
      let end = lines[start...].firstIndex(of: UInt8(ascii: "\n")) ?? lines.endIndex
      try handOn(line: Array(lines[start..<end]), &output)
      if end < lines.endIndex { output.append(UInt8(ascii: "\n")) }
      line += 1
      start = min(end + 1, lines.endIndex)
    }
  }

  /// Finds the columns by the first objects.
  private func preview(_ lines: ArraySlice<UInt8>) throws -> PlaceReader {
    let first = lines.split(separator: UInt8(ascii: "\n")).prefix(ObjectLocator.previewed)
    let objects = first.compactMap { ObjectLine($0).object }
    guard let object = objects.first else {
      throw LocateError.notRows(file: file, kind: "JSON whose lines are no objects of their own")
    }
    if object["type"]?.string == "FeatureCollection" {
      throw LocateError.notRows(file: file, kind: "a GeoJSON FeatureCollection")
    }
    return try PlaceReader(objects: objects, file: file, request: request)
  }

  private mutating func handOn(line bytes: [UInt8], _ output: inout [UInt8]) throws {
    let parsed = ObjectLine(bytes[...])
    if parsed.isBlank { return output += bytes }
    output += bytes[..<parsed.text.startIndex]
    let rest = bytes[parsed.text.endIndex...]
    guard let object = parsed.object else {
      tail.append(unreadable: Array(parsed.text), to: &output)
      let finding = Finding(
        .unreadableRow, file: file, line: line, message: "no JSON object: \(parsed.reason)")
      summary.count(.unreadable, [finding])
      return output += rest
    }
    if let name = tail.takenName(in: object) {
      throw LocateError.nameTaken(file: file, name: name, line: line)
    }
    let (row, notes) = locate(object)
    try tail.append(row, to: object, in: Array(parsed.text), &output)
    summary.count(row.status, notes)
    output += rest
  }

  private mutating func locate(_ object: JSONObject) -> (LocatedRow, [Finding]) {
    guard var reader else { return (.unreadable, []) }
    self.reader = nil
    defer { self.reader = reader }
    summary.profile = reader.profileName
    let (answer, findings) = reader.read(object, line: line)
    switch answer {
    case .notData: return (.notData, findings)
    case .unreadable: return (.unreadable, findings)
    case .place(let place):
      let (row, remarks) = rowPlacer.locate(place)
      return (row, findings + remarks.map { summary.finding($0, line: line) })
    }
  }
}
