public import Digests
import Foundation
internal import GRDB

/// The stretches of the file that is being read, and what has come of them so far.
struct StretchTable {
  /// Stands for the beginning of a file, which is in no stretch and always read.
  static let beginning = ShortDigest(high: 0, low: 0)

  let basis: String
  private var written = WrittenStretches()
  /// The stretch and the block that are being read.
  private var open = StretchEntry(beginning)
  private var block = StretchEntry(beginning)
  /// Where the stretches of that block, and the blocks of the piece that is being read, begin.
  private var blockStart = 0
  private var pieceStart = 0
  /// The pieces, each with the length of what is written of its blocks.
  private var pieces: [(piece: KnownPiece, length: Int)] = []
  /// How many of them have their beginnings, from the first on.
  private var begun = 0

  init(basis: String) {
    self.basis = basis
  }

  // MARK: - What is being read

  mutating func note(_ id: Int64) { open.add(id..<(id + 1)) }

  mutating func noteForgotten() { open.forgotten += 1 }

  mutating func end(_ entry: StretchOutcome) {
    open.digest = entry.digest
    open.lineFeeds = entry.lineFeeds
    open.rows = entry.rows
    open.rejected = entry.rejected
    open.remarks = entry.remarks
    open.write(to: &written.stretches)
    block.add(open)
    open = StretchEntry(Self.beginning)
    guard entry.digest == Self.beginning else { return }
    endBlock(Self.beginning)
    endPiece(KnownPiece(beginning: Self.beginning, offset: 0, line: 0, position: 0))
  }

  mutating func endBlock(_ digest: ShortDigest) {
    block.digest = digest
    block.write(to: &written.blocks)
    written.blocks.add(UInt64(written.stretches.bytes.count - blockStart))
    blockStart = written.stretches.bytes.count
    block = StretchEntry(Self.beginning)
  }

  /// - Parameter hasBeginning: whether its beginning is known; else it is told later (`begin`).
  mutating func endPiece(_ piece: KnownPiece, hasBeginning: Bool = true) {
    pieces.append((piece, written.blocks.bytes.count - pieceStart))
    pieceStart = written.blocks.bytes.count
    if hasBeginning { begun = pieces.count }
  }

  /// Tells the beginning of the first piece that has none.
  mutating func begin(_ beginning: ShortDigest) {
    guard begun < pieces.count else { return }
    pieces[begun].piece.beginning = beginning
    begun += 1
  }

  // MARK: - What is known

  /// Takes a stretch of the block that is being read, or whole blocks.
  mutating func take(_ known: StretchFinder.Found) {
    written.stretches.add(written: known.stretches)
    if known.blocks.isEmpty {
      block.add(known.entry)
    } else {
      written.blocks.add(written: known.blocks)
      blockStart = written.stretches.bytes.count
    }
  }

  /// All that is known once the file has been read.
  var finished: WrittenStretches {
    var written = written
    // Pieces without a beginning are not recognised, nor is what lies behind them in a piece.
    for (piece, length) in pieces.prefix(begun) {
      piece.write(to: &written.pieces)
      written.pieces.add(UInt64(length))
    }
    return written
  }

  /// - Parameter tellsAll: whether the file is one of those that are all that its source has to tell.
  func save(as file: Int64, tellsAll: Bool, in db: Database) throws {
    let written = finished
    try db.execute(
      sql: """
        INSERT INTO stretches (file, basis, tells_all, digest, bytes, blocks, pieces)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        file, basis, tellsAll, written.digest.blob, written.stretches.bytes.blob,
        written.blocks.bytes.blob, written.pieces.bytes.blob,
      ])
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
