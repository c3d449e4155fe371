import Foundation
internal import GRDB
import Records

/// The forms of an archive as templates of rows that come as numbers, as far as they can be.
struct FormCache {
  /// More templates are forgotten, and found anew, so that memory does not grow with the records.
  private static let mostTemplates = 1 << 15

  /// What rows of a form become.
  enum Way {
    case record
    case plain(PlainShape, template: Int32)
  }

  private struct Entry {
    let bytes: [UInt8]
    var way: Way?
  }

  private var entries: [Int64: Entry] = [:]
  private(set) var templates: [PlainRows.Template] = []
  private(set) var generation = 0

  var isFull: Bool { templates.count >= Self.mostTemplates }

  func way(of id: Int64) -> Way? { entries[id]?.way }

  /// Reads a form, unless it is known.
  mutating func load(_ id: Int64, in db: Database) throws {
    guard entries[id] == nil else { return }
    let find = try db.cachedStatement(sql: "SELECT bytes FROM form WHERE id = ?")
    guard let data = try Data.fetchOne(find, arguments: [id]) else { throw ByteReader.Damage() }
    entries[id] = Entry(bytes: Array(data), way: nil)
  }

  /// The bytes of a form that was loaded.
  func bytes(of id: Int64) throws(ByteReader.Damage) -> [UInt8] {
    guard let known = entries[id] else { throw ByteReader.Damage() }
    return known.bytes
  }

  /// Learns a form by its first record.
  mutating func learn(_ id: Int64, _ record: Records.Record) -> Way {
    guard let slots = PlainShape.slots(of: record) else {
      entries[id]?.way = .record
      return .record
    }
    let way = Way.plain(PlainShape(record, slots), template: Int32(templates.count))
    templates.append(PlainRows.Template(record: record, slots: slots))
    entries[id]?.way = way
    return way
  }

  /// Forgets all; positions of templates begin anew.
  mutating func forget() {
    entries = [:]
    templates = []
    generation += 1
  }
}
