import Gzip

/// The bytes of a file, piece by piece, with the checksum of the file as it lies on disk. What is
/// packed by gzip is unpacked on the way.
struct FileBytes {
  /// Small enough for a piece, the ends of its fields and the tables of templates to stay in a
  /// second cache of half a megabyte.
  static let pieceSize = 1 << 17

  private(set) var file: RawFile
  private let path: String
  private let unpacks: Bool
  private let pieceSize: Int
  private var content: GzipContent?

  /// - Parameter unpacks: `false` to have the bytes of a gzip file as they are.
  init(
    path: String, unpacks: Bool = true, pieceSize: Int = FileBytes.pieceSize
  ) throws(ReadError) {
    file = try RawFile(path: path)
    self.pieceSize = pieceSize
    self.path = path
    self.unpacks = unpacks
  }

  /// Goes on with a file at its position.
  init(_ file: RawFile, path: String, pieceSize: Int) {
    self.file = file
    self.pieceSize = pieceSize
    self.path = path
    unpacks = false
  }

  /// Bytes of the file itself that have been read.
  var count: Int { file.count }

  /// Whether the pieces handed out are what was inside a gzip file.
  var isUnpacked: Bool { content != nil }

  /// The next piece; empty at the end.
  mutating func next() throws(ReadError) -> [UInt8] {
    var piece: [UInt8] = []
    _ = try next(into: &piece)
    return piece
  }

  /// Appends the next piece; `false` at the end.
  mutating func next(into bytes: inout [UInt8]) throws(ReadError) -> Bool {
    if content != nil { return try unpack(into: &bytes) }
    let isFirst = count == 0
    let start = bytes.count
    guard try file.read(upTo: pieceSize, into: &bytes) > 0 else { return false }
    guard unpacks, isFirst, GzipInflater.isGzip(bytes[start...]) else { return true }
    content = try GzipContent(
      Array(bytes[start...]), file: path.split(separator: "/").last.map(String.init) ?? path)
    bytes.removeLast(bytes.count - start)
    return try unpack(into: &bytes)
  }

  private mutating func unpack(into bytes: inout [UInt8]) throws(ReadError) -> Bool {
    guard let content else { return false }
    let piece = try content.next { () throws(ReadError) in
      var packed: [UInt8] = []
      _ = try file.read(upTo: FileBytes.pieceSize, into: &packed)
      return packed
    }
    bytes.append(contentsOf: piece)
    return !piece.isEmpty
  }

  /// SHA-256 of all bytes read so far, in lower-case hexadecimal.
  var sha256: String { file.sha256 }
}
