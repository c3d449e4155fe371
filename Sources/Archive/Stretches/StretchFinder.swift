import Digests

/// Finds what is known of stretches in the tables of files that were read in the same way.
///
/// Most of a file says what it said before, in the same order. So a stretch is looked for behind the
/// one that was found last, and beyond a few that may be gone. Only where several in a row are not
/// there, and many are left, are all of them indexed: a file in another order costs no more than that.
/// A stretch that is not found is read, which comes to the same.
struct StretchFinder {
  /// An entry without its row ids, and how it is written.
  struct Found {
    let entry: StretchEntry
    let bytes: ArraySlice<UInt8>
  }

  private struct Place {
    var table: Int
    var offset: Int
  }

  /// As many entries are looked at behind the last one found.
  private static let reach = 8
  /// As many stretches in a row may be missing, and entries left, before all are indexed.
  private static let mostMissing = 16
  private static let mostLeft = 64

  private var tables: [[UInt8]] = []
  private var next = Place(table: 0, offset: 0)
  private var left = 0
  private var missing = 0
  private var index: StretchIndex?
  private var pieces = PieceIndex()

  /// Adds a file's table.
  ///
  /// - Parameters:
  ///   - pieces: see `PieceIndex`.
  ///   - see: called with each run of its row ids.
  mutating func add(
    _ bytes: [UInt8], pieces: [UInt8] = [], _ see: (Range<Int64>) -> Void
  ) throws(ByteReader.Damage) {
    try self.pieces.add(pieces, table: tables.count, of: bytes.count)
    var reader = ByteReader(bytes)
    while !reader.isAtEnd {
      try StretchEntry.skip(&reader, see)
      left += 1
    }
    tables.append(bytes)
    index = nil
  }

  /// - Parameter see: called with each run of the row ids of what is found.
  mutating func find(
    _ digest: ShortDigest, _ see: (Range<Int64>) -> Void
  ) throws(ByteReader.Damage) -> Found? {
    if let found = try near(digest, see) { return found }
    if index == nil, missing >= Self.mostMissing, left > Self.mostLeft { try makeIndex() }
    if let place = index?.position(of: digest) {
      return try take(Place(table: place.table, offset: place.offset), see)
    }
    missing += 1
    return nil
  }

  private mutating func near(
    _ digest: ShortDigest, _ see: (Range<Int64>) -> Void
  ) throws(ByteReader.Damage) -> Found? {
    var place = next
    for _ in 0..<Self.reach {
      while place.table < tables.count, place.offset == tables[place.table].count {
        place = Place(table: place.table + 1, offset: 0)
      }
      guard place.table < tables.count else { return nil }
      var reader = ByteReader(tables[place.table], at: place.offset)
      if try StretchEntry.digest(at: reader) == digest { return try take(place, see) }
      try StretchEntry.skip(&reader)
      place.offset = reader.position
    }
    return nil
  }

  private mutating func take(
    _ place: Place, _ see: (Range<Int64>) -> Void
  ) throws(ByteReader.Damage) -> Found {
    var reader = ByteReader(tables[place.table], at: place.offset)
    let entry = try StretchEntry(&reader, see)
    next = Place(table: place.table, offset: reader.position)
    left -= 1
    missing = 0
    return Found(entry: entry, bytes: tables[place.table][place.offset..<reader.position])
  }

  // MARK: - Pieces

  var beginnings: Set<ShortDigest> { pieces.beginnings }

  /// What is known of all stretches of a piece, as if it were one.
  ///
  /// - Parameter see: called with each run of the row ids of what is found.
  mutating func findPiece(
    _ beginning: ShortDigest, _ see: (Range<Int64>) -> Void
  ) throws(ByteReader.Damage) -> Found? {
    guard let place = pieces.place(of: beginning) else { return nil }
    var reader = ByteReader(tables[place.table], at: place.entries.lowerBound)
    var whole = StretchEntry(beginning)
    while reader.position < place.entries.upperBound {
      whole.add(try StretchEntry(&reader, see))
      left -= 1
    }
    next = Place(table: place.table, offset: reader.position)
    missing = 0
    return Found(entry: whole, bytes: tables[place.table][place.entries])
  }

  private mutating func makeIndex() throws(ByteReader.Damage) {
    var index = StretchIndex()
    for (table, bytes) in tables.enumerated() {
      var reader = ByteReader(bytes)
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
}
