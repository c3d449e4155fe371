import DelimitedText
import Foundation
import JSONText
import Records

/// Ids of records that their source has withdrawn, from a table, a JSON list, or plain lines.
struct DeletionList: Equatable {
  struct Entry: Equatable {
    let id: String
    /// The version that was withdrawn, where the list says when; a later one is not.
    let version: Int64?
    let line: Int
  }

  /// Larger lists are refused.
  private static let mostBytes = 64 << 20
  /// Columns and members that hold an id; the first is ACLED's.
  private static let idNames = ["event_id_cnty", "event_id", "record_id", "id", "key"]
  private static let versionNames = ["deleted_timestamp", "timestamp", "version"]

  let entries: [Entry]

  init(path: String, name: String) throws {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw UpdateError.unreadable(file: name, reason: "it cannot be opened")
    }
    var bytes: [UInt8]
    do {
      bytes = [UInt8](try handle.read(upToCount: Self.mostBytes + 1) ?? Data())
    } catch {
      throw UpdateError.unreadable(file: name, reason: error.localizedDescription)
    }
    guard bytes.count <= Self.mostBytes else {
      throw UpdateError.deletionList(file: name, reason: "it is larger than 64 MiB")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    do {
      entries = try DeletionList.entries(bytes)
    } catch {
      throw UpdateError.deletionList(file: name, reason: error.reason)
    }
  }

  private struct Problem: Error {
    let reason: String
  }

  private static func entries(_ bytes: [UInt8]) throws(Problem) -> [Entry] {
    let first = bytes.first { $0 > UInt8(ascii: " ") }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return try objects(bytes) }
    return try table(bytes)
  }

  // MARK: - JSON

  private static func objects(_ bytes: [UInt8]) throws(Problem) -> [Entry] {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw Problem(reason: "\(error)")
    }
    guard let list = value.array ?? value["data"]?.array else {
      throw Problem(reason: "it holds no list of ids or objects")
    }
    var entries: [Entry] = []
    for (position, item) in list.enumerated() {
      guard let id = text(item) ?? member(item, idNames) else {
        throw Problem(
          reason: "entry \(position + 1) has none of \(idNames.joined(separator: ", "))")
      }
      entries.append(
        Entry(
          id: id, version: member(item, versionNames).flatMap { Int64($0) }, line: position + 1))
    }
    return entries
  }

  private static func text(_ value: JSONValue) -> String? {
    value.string ?? value.int.map(String.init)
  }

  private static func member(_ value: JSONValue, _ names: [String]) -> String? {
    names.lazy.compactMap { value[$0].flatMap(text) }.first
  }

  // MARK: - Lines

  private static func table(_ bytes: [UInt8]) throws(Problem) -> [Entry] {
    let table: DelimitedTable
    do {
      table = try DelimitedTable(bytes)
    } catch {
      throw Problem(reason: error.description)
    }
    let header = table.header.map { trimmed($0).lowercased() }
    if let column = idNames.lazy.compactMap({ header.firstIndex(of: $0) }).first {
      let versions = versionNames.lazy.compactMap { header.firstIndex(of: $0) }.first
      return table.rows.compactMap { row in
        entry(row.fields[column], versions.map { row.fields[$0] }, row.line)
      }
    }
    guard header.count <= 1 else {
      throw Problem(reason: "no column is named \(idNames.joined(separator: ", "))")
    }
    let lines = table.header.map { ($0, 1) } + table.rows.map { ($0.fields[0], $0.line) }
    return lines.compactMap { entry($0.0, nil, $0.1) }
  }

  private static func entry(_ id: String, _ version: String?, _ line: Int) -> Entry? {
    let id = trimmed(id)
    guard !id.isEmpty else { return nil }
    return Entry(id: id, version: version.flatMap { Int64(trimmed($0)) }, line: line)
  }

  private static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  // MARK: - Records

  /// Rows that take records away. A deletion has no day of its own.
  func records(of source: String) -> [Record] {
    entries.map { entry in
      Record(
        key: RecordKey(source: source, id: entry.id), version: entry.version, isDeletion: true,
        dates: DateSpan(Day(number: 0)), content: .incident(Incident(place: Place())),
        line: entry.line)
    }
  }
}
