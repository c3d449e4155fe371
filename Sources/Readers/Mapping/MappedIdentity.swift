import Crypto
import Digests
import Records

/// Gives each row its id (rule A2).
struct MappedIdentity: Sendable {
  private let columns: [Column]
  private let isContent: Bool
  private let reading: MappingReading
  private var keys = ContentKeys()

  init(_ mapping: Mapping, columns source: inout Columns) {
    reading = mapping.reading
    switch mapping.identity {
    case .columns(let names):
      isContent = false
      columns = names.map { source.bind($0.map(Columns.folded)) }
    case .content:
      isContent = true
      let fields = mapping.fields + mapping.figures.flatMap(\.fields)
      let names = fields.map(\.columns).filter { !$0.isEmpty }
      var bound: [Column] = []
      for column in names.map({ source.bind($0.map(Columns.folded)) })
      where !bound.contains(column) {
        bound.append(column)
      }
      // By name, so that columns in another order make the same id.
      columns = bound.sorted { Columns.folded($0.name) < Columns.folded($1.name) }
    }
  }

  mutating func id(of row: inout Row) -> String? {
    let texts = columns.map { reading.text(of: $0, in: row) }
    guard texts.contains(where: { !$0.isEmpty }) else {
      row.note(
        .missingKey, columns.first,
        "the cell is blank, so the record cannot be told from others; fill it in")
      return nil
    }
    guard isContent else { return texts.joined(separator: "/") }
    return keys.id(MappedIdentity.fingerprint(texts))
  }

  /// The first 80 bits of the SHA-256 of the cells: an id must not spread what rows say.
  private static func fingerprint(_ texts: [String]) -> String {
    SHA256.hash(data: Array(texts.joined(separator: "\u{1F}").utf8)).prefix(10).hexadecimal
  }
}
