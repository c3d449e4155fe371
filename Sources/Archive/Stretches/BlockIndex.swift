import Digests

/// Where what is known of blocks and pieces of files is written, by their digests.
///
/// A block that stands in another file, or elsewhere, is known by one look. A file that has only grown
/// has the same pieces as before, up to the last one: they are known without being cut into stretches.
struct BlockIndex {
  struct Place {
    /// Number of the file.
    let table: Int
    /// Where its entries lie in `WrittenStretches.stretches` and `blocks`.
    var stretches: Range<Int>
    var blocks: Range<Int>
  }

  /// No block is written in fewer.
  private static let fewestBytes = 23

  private var blocks: [ShortDigest: Place] = [:]
  private var pieces: [ShortDigest: Place] = [:]
  /// Of each file, from its first piece on.
  private var files: [[KnownPiece]] = []

  func block(_ digest: ShortDigest) -> Place? { blocks[digest] }

  /// - Parameter beginning: digest of a file from its first byte to the end of the piece.
  func piece(_ beginning: ShortDigest) -> Place? { pieces[beginning] }

  /// All pieces of a known file, in their order, by the beginning to the end of its first.
  func pieces(from beginning: ShortDigest) -> [KnownPiece] {
    let pieces = piece(beginning).map { files[$0.table] } ?? []
    return pieces.first?.beginning == beginning ? pieces : []
  }

  /// Adds the blocks and pieces of a file.
  ///
  /// - Parameters:
  ///   - table: number of the file; one more than that of the file before.
  ///   - see: called with each run of the row ids of its stretches.
  mutating func add(
    _ file: WrittenStretches, table: Int, _ see: (Range<Int64>) -> Void
  ) throws(ByteReader.Damage) {
    blocks.reserveCapacity(blocks.count + file.blocks.bytes.count / Self.fewestBytes)
    var reader = ByteReader(file.blocks.bytes)
    var pieces = ByteReader(file.pieces.bytes)
    var place = Place(table: table, stretches: 0..<0, blocks: 0..<0)
    var known: [KnownPiece] = []
    while !pieces.isAtEnd {
      let piece = try KnownPiece(&pieces)
      let end = reader.position + (try pieces.length(atMost: file.blocks.bytes.count))
      var all = Place(
        table: table, stretches: place.stretches.upperBound..<place.stretches.upperBound,
        blocks: reader.position..<end)
      while reader.position < end { try add(&reader, after: &place, of: file, see) }
      guard reader.position == end else { throw ByteReader.Damage() }
      all.stretches = all.stretches.lowerBound..<place.stretches.upperBound
      // What stands before the first piece is read each time.
      guard piece.beginning != StretchTable.beginning, !all.blocks.isEmpty else { continue }
      self.pieces[piece.beginning] = all
      known.append(piece)
    }
    files.append(known)
    while !reader.isAtEnd { try add(&reader, after: &place, of: file, see) }
    guard place.stretches.upperBound == file.stretches.bytes.count else {
      throw ByteReader.Damage()
    }
  }

  /// - Parameter place: of the block before, and then of this one.
  private mutating func add(
    _ reader: inout ByteReader, after place: inout Place, of file: WrittenStretches,
    _ see: (Range<Int64>) -> Void
  ) throws(ByteReader.Damage) {
    let start = reader.position
    let digest = try StretchEntry.digest(at: reader)
    try StretchEntry.skip(&reader, see)
    let length = try reader.length(
      atMost: file.stretches.bytes.count - place.stretches.upperBound)
    let first = place.stretches.upperBound
    place.stretches = first..<(first + length)
    place.blocks = start..<reader.position
    if digest != StretchTable.beginning { blocks[digest] = place }
  }
}
