import Digests

/// Where the entries of a file's pieces lie in its table of stretches, by the digest of the file from
/// its first byte to the end of each.
///
/// A file that has only grown has the same pieces as before, up to the last one: they are known
/// without being cut into stretches.
struct PieceIndex {
  struct Place {
    let table: Int
    let entries: Range<Int>
  }

  private var places: [ShortDigest: Place] = [:]

  var beginnings: Set<ShortDigest> { Set(places.keys) }

  func place(of beginning: ShortDigest) -> Place? { places[beginning] }

  /// - Parameters:
  ///   - bytes: as `write` has written them, piece by piece; none where a file's pieces are not known.
  ///   - table: number of the file's table.
  ///   - count: of the table's bytes.
  mutating func add(
    _ bytes: [UInt8], table: Int, of count: Int
  ) throws(ByteReader.Damage) {
    var reader = ByteReader(bytes)
    var start = 0
    while !reader.isAtEnd {
      let beginning = ShortDigest(high: try reader.word(), low: try reader.word())
      guard let length = Int(exactly: try reader.number()), length <= count - start else {
        throw ByteReader.Damage()
      }
      // What stands before the first piece is read each time.
      if beginning != StretchTable.beginning {
        places[beginning] = Place(table: table, entries: start..<(start + length))
      }
      start += length
    }
  }

  /// - Parameter length: of a piece's entries, in bytes; they stand behind those of the piece before.
  static func write(_ beginning: ShortDigest, length: Int, to writer: inout ByteWriter) {
    writer.add(word: beginning.high)
    writer.add(word: beginning.low)
    writer.add(UInt64(length))
  }
}
