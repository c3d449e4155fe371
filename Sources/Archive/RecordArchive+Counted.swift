import Digests
import Foundation
internal import GRDB
public import Records

extension RecordArchive {
  /// The records of an origin that count, for several threads to share.
  public func counted(of origin: ArchivedOrigin) throws -> CountedShares {
    try CountedShares(self, origin)
  }

  /// Keys of which several rows with different content are alleged: for each key its rows, the one
  /// that counts first, with the names of their files.
  public func contested() throws -> [[(file: String, counts: Bool, record: Records.Record)]] {
    try run { db in
      var groups: [[(file: String, counts: Bool, record: Records.Record)]] = []
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT key, form.bytes, own, line, counts, file.name FROM record
          JOIN form ON form = form.id JOIN file ON file = file.id
          WHERE contested = 1 ORDER BY source, key, counts DESC, file.name, line
          """)
      var last: RecordKey?
      while let row = try rows.next() {
        let (form, own): (Data, Data) = (row[1], row[2])
        let code = RecordCode(form: Array(form), own: Array(own))
        let record = try code.record(id: row[0], line: row[3])
        if record.key != last { groups.append([]) }
        last = record.key
        groups[groups.count - 1].append((row[5], row[4], record))
      }
      return groups
    }
  }
}
