import Digests

/// Finds what is known of stretches in the tables of files that were read in the same way.
///
/// Blocks are found by their digests, wherever they stand. Most stretches of the others say what they
/// said before, in the same order. So a stretch is looked for behind what was found last, and beyond a
/// few that may be gone. Only where many in a row are not there, and many are left, are all of them
/// indexed: a file in another order costs no more than that. A stretch that is not found is read, which
/// comes to the same.
struct StretchFinder {
  /// An entry, and what is written of its stretches and, of a whole block or piece, of its blocks.
  struct Found {
    let entry: StretchEntry
    let stretches: ArraySlice<UInt8>
    var blocks: ArraySlice<UInt8> = []
  }

  private struct Position {
    var table: Int
    var offset: Int
  }

  /// As many entries are looked at behind the last one found.
  private static let reach = 8
  /// As many stretches in a row may be missing before all are indexed: this many, and one for so many
  /// bytes of entries that are left. Reading a stretch takes as long as indexing some hundreds.
  private static let leastMissing = 16
  private static let bytesForMissing = 1 << 14
  /// Fewer bytes of entries are not indexed.
  private static let leastIndexed = 1 << 11

  private var files: [WrittenStretches] = []
  private var next = Position(table: 0, offset: 0)
  /// Bytes of entries that have not been found.
  private var left = 0
  private var missing = 0
  private var index: StretchIndex?
  private var blocks = BlockIndex()

  /// Adds what is known of a file.
  ///
  /// - Parameter see: called with each run of its row ids.
  mutating func add(
    _ file: WrittenStretches, _ see: (Range<Int64>) -> Void
  ) throws(ByteReader.Damage) {
    try blocks.add(file, table: files.count, see)
    left += file.stretches.bytes.count
    files.append(file)
    index = nil
  }

  // MARK: - Stretches

  mutating func find(_ digest: ShortDigest) throws(ByteReader.Damage) -> Found? {
    if let found = try near(digest) { return found }
    if index == nil, left > Self.leastIndexed,
      missing >= max(Self.leastMissing, left / Self.bytesForMissing)
    {
      try makeIndex()
    }
    if let place = index?.position(of: digest) {
      return try take(Position(table: place.table, offset: place.offset))
    }
    missing += 1
    return nil
  }

  private func bytes(_ table: Int) -> [UInt8] { files[table].stretches.bytes }

  private mutating func near(_ digest: ShortDigest) throws(ByteReader.Damage) -> Found? {
    var place = next
    for _ in 0..<Self.reach {
      while place.table < files.count, place.offset == bytes(place.table).count {
        place = Position(table: place.table + 1, offset: 0)
      }
      guard place.table < files.count else { return nil }
      var reader = ByteReader(bytes(place.table), at: place.offset)
      if try StretchEntry.digest(at: reader) == digest { return try take(place) }
      try StretchEntry.skip(&reader)
      place.offset = reader.position
    }
    return nil
  }

  private mutating func take(_ place: Position) throws(ByteReader.Damage) -> Found {
    var reader = ByteReader(bytes(place.table), at: place.offset)
    let entry = try StretchEntry(&reader)
    let range = place.offset..<reader.position
    goOn(behind: range, in: place.table)
    return Found(entry: entry, stretches: bytes(place.table)[range])
  }

  /// What is looked for next is looked for behind entries that were found.
  private mutating func goOn(behind entries: Range<Int>, in table: Int) {
    next = Position(table: table, offset: entries.upperBound)
    left -= entries.count
    missing = 0
  }

  private mutating func makeIndex() throws(ByteReader.Damage) {
    var index = StretchIndex()
    for table in files.indices {
      var reader = ByteReader(bytes(table))
      while !reader.isAtEnd {
        let digest = try StretchEntry.digest(at: reader)
        if digest != StretchTable.beginning {
          index.insert(digest, table: table, offset: reader.position)
        }
        try StretchEntry.skip(&reader)
      }
    }
    self.index = index
  }

  // MARK: - Blocks and pieces

  /// What is known of all stretches of a block, as if it were one.
  mutating func findBlock(_ digest: ShortDigest) throws(ByteReader.Damage) -> Found? {
    guard let place = blocks.block(digest) else { return nil }
    return try take(place)
  }

  var known: KnownParts { KnownParts(index: blocks) }

  /// What is known of all stretches of a piece, as if it were one.
  mutating func findPiece(_ beginning: ShortDigest) throws(ByteReader.Damage) -> Found? {
    guard let place = blocks.piece(beginning) else { return nil }
    return try take(place)
  }

  private mutating func take(_ place: BlockIndex.Place) throws(ByteReader.Damage) -> Found {
    let file = files[place.table]
    var reader = ByteReader(file.blocks.bytes, in: place.blocks)
    var all = try StretchEntry(&reader)
    _ = try reader.number()
    while !reader.isAtEnd {
      all.add(try StretchEntry(&reader))
      _ = try reader.number()
    }
    goOn(behind: place.stretches, in: place.table)
    return Found(
      entry: all, stretches: file.stretches.bytes[place.stretches],
      blocks: file.blocks.bytes[place.blocks])
  }
}
