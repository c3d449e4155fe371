public import Digests

/// A piece of a file, and where it ends, so that the file can be read on from there.
public struct KnownPiece: Equatable, Sendable {
  /// Digest of the file from its first byte to `position`; of no meaning where that is not known yet.
  public internal(set) var beginning: ShortDigest
  /// Of the first byte behind its rows, and that byte's line.
  public let offset: Int
  public let line: Int
  /// How much of the file had been read when it ended: some of the next row as well.
  public let position: Int

  public init(beginning: ShortDigest, offset: Int, line: Int, position: Int) {
    self.beginning = beginning
    self.offset = offset
    self.line = line
    self.position = position
  }

  func write(to writer: inout ByteWriter) {
    writer.add(word: beginning.high)
    writer.add(word: beginning.low)
    for number in [offset, line, position] { writer.add(UInt64(number)) }
  }

  init(_ reader: inout ByteReader) throws(ByteReader.Damage) {
    beginning = ShortDigest(high: try reader.word(), low: try reader.word())
    offset = try reader.length(atMost: 1 << 48)
    line = try reader.length(atMost: 1 << 48)
    position = try reader.length(atMost: 1 << 48)
  }
}
