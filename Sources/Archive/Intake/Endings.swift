internal import GRDB

/// Ends what a snapshot does not tell again.
struct Endings {
  /// Why a row is no longer alleged.
  enum Ending: Int {
    /// The snapshot has no row with its key any more.
    case missing = 1
    /// The snapshot has another row with its key.
    case replaced = 2
  }

  let origin: ArchivedOrigin
  let run: ArchivedRun

  /// - Parameter unseen: ids of the rows that were told before and not again.
  /// - Returns: how many are no longer alleged. Newer versions than those told now stay: an older
  ///   snapshot must not undo a newer one.
  func end(_ unseen: [Int64], contest: inout Contest, in db: Database) throws -> Int {
    guard !unseen.isEmpty else { return 0 }
    let (missing, replaced) = try endings(of: unseen, db)
    try end(missing, .missing, db)
    try end(replaced, .replaced, db)
    contest.noteEnded(missing + replaced)
    return missing.count + replaced.count
  }

  private func end(_ ids: [Int64], _ ending: Ending, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE record SET until = ?, ending = ?, contested = 0
        WHERE id IN (SELECT value FROM json_each(?))
        """, arguments: [run.id, ending.rawValue, RowIDs.json(ids)])
  }

  /// A row that is not told again, and what is told again of its key.
  private struct Unseen {
    let id: Int64
    let version: Int64?
    var isTold = false
    var newest: Int64?

    mutating func tell(_ version: Int64?) {
      isTold = true
      newest = [newest, version].compactMap { $0 }.max()
    }

    /// Whether it is newer than what is told now.
    var stays: Bool {
      guard isTold, let version else { return false }
      return version > newest ?? .min
    }
  }

  private func endings(
    of unseen: [Int64], _ db: Database
  ) throws -> (missing: [Int64], replaced: [Int64]) {
    var (missing, replaced): ([Int64], [Int64]) = ([], [])
    func close(_ row: Unseen?) {
      guard let row, !row.stays else { return }
      if row.isTold { replaced.append(row.id) } else { missing.append(row.id) }
    }
    var gone = IDSet()
    for id in unseen { gone.insert(id) }
    let rows = try Row.fetchCursor(
      db, sql: Self.rivals, arguments: [RowIDs.json(unseen), origin.id])
    var open: Unseen?
    while let row = try rows.next() {
      let (id, other): (Int64, Int64?) = (row[0], row[2])
      if open?.id != id {
        close(open)
        open = Unseen(id: id, version: row[1])
      }
      guard let other, !gone.contains(other) else { continue }
      open?.tell(row[3])
    }
    close(open)
    return (missing, replaced)
  }

  /// Rows, and all that their origin alleges of their keys.
  private static let rivals = """
    SELECT gone.id, gone.version, other.id, other.version FROM json_each(?) AS unseen
    CROSS JOIN record AS gone ON gone.id = unseen.value
    LEFT JOIN record AS other ON other.key = gone.key AND other.source = gone.source
    AND other.origin = ? AND other.until IS NULL
    ORDER BY gone.id
    """
}
