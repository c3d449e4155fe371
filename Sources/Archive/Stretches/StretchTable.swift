import Crypto
public import Digests
import Foundation
internal import GRDB

/// The stretches of the file that is being read, and what has come of them so far.
struct StretchTable {
  /// Stands for the beginning of a file, which is in no stretch and always read.
  static let beginning = ShortDigest(high: 0, low: 0)

  let basis: String
  private var writer = ByteWriter()
  private var open = StretchEntry(beginning)
  private var pieces = ByteWriter()
  /// Where the entries of the piece that is being read begin.
  private var pieceStart = 0

  init(basis: String) {
    self.basis = basis
  }

  // MARK: - The stretch that is being read

  mutating func note(_ id: Int64) { open.add(id) }

  mutating func noteForgotten() { open.forgotten += 1 }

  mutating func end(_ entry: StretchOutcome) {
    open.digest = entry.digest
    open.lineFeeds = entry.lineFeeds
    open.rows = entry.rows
    open.rejected = entry.rejected
    open.remarks = entry.remarks
    open.write(to: &writer)
    open = StretchEntry(Self.beginning)
    if entry.digest == Self.beginning { endPiece(Self.beginning) }
  }

  /// - Parameter beginning: see `PieceIndex`.
  mutating func endPiece(_ beginning: ShortDigest) {
    PieceIndex.write(beginning, length: writer.bytes.count - pieceStart, to: &pieces)
    pieceStart = writer.bytes.count
  }

  // MARK: - Those that are known

  /// - Parameter known: entries as they were written.
  mutating func take(_ known: ArraySlice<UInt8>) { writer.add(written: known) }

  /// - Parameter tellsAll: whether the file is one of those that are all that its source has to tell.
  func save(as file: Int64, tellsAll: Bool, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO stretches (file, basis, tells_all, digest, bytes, pieces)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        file, basis, tellsAll, Self.digest(of: writer.bytes, pieces.bytes).blob,
        writer.bytes.blob, pieces.bytes.blob,
      ])
  }

  /// What tells whether a table is as it was written.
  static func digest(of entries: [UInt8], _ pieces: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: entries)
    hash.update(data: pieces)
    return Array(hash.finalize())
  }
}

/// What reading a stretch came to. Numbers of rows and lines, no content.
public struct StretchOutcome: Sendable {
  let digest: ShortDigest
  let lineFeeds: Int
  let rows: Int
  let rejected: Int
  let remarks: [StretchEntry.Remark]

  /// - Parameters:
  ///   - digest: `nil` for the beginning of a file, which is in no stretch.
  ///   - remarks: what was found, by the id of a rule and the line from the stretch's first on.
  public init(
    digest: ShortDigest?, lineFeeds: Int, rows: Int, rejected: Int,
    remarks: [(rule: String, line: Int)]
  ) {
    self.digest = digest ?? StretchTable.beginning
    self.lineFeeds = lineFeeds
    self.rows = rows
    self.rejected = rejected
    self.remarks = remarks.map { StretchEntry.Remark(rule: $0.rule, line: $0.line) }
  }
}

/// A stretch that was recognised: what came of it when it was read.
public struct RecognizedStretch: Sendable {
  public let rows: Int
  public let rejected: Int
  /// By the id of a rule and the line from the stretch's first on.
  public let remarks: [(rule: String, line: Int)]
}
