import Crypto
import Foundation
import Gzip

/// The bytes of a file, piece by piece, with the checksum of the file as it lies on disk. What is
/// packed by gzip is unpacked on the way.
struct FileBytes {
  static let pieceSize = 1 << 18

  private let handle: FileHandle
  private let path: String
  private let unpacks: Bool
  private var content: GzipContent?
  private var hash = SHA256()
  /// Bytes of the file itself that have been read.
  private(set) var count = 0

  /// - Parameter unpacks: `false` to have the bytes of a gzip file as they are.
  init(path: String, unpacks: Bool = true) throws(ReadError) {
    guard FileManager.default.fileExists(atPath: path) else {
      throw .noSuchFile(path: path)
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .unreadable(path: path, reason: "it cannot be opened; check its permissions")
    }
    self.handle = handle
    self.path = path
    self.unpacks = unpacks
  }

  /// Whether the pieces handed out are what was inside a gzip file.
  var isUnpacked: Bool { content != nil }

  /// The next piece; empty at the end.
  mutating func next() throws(ReadError) -> [UInt8] {
    if let content { return try content.next { () throws(ReadError) in try raw() } }
    let isFirst = count == 0
    let piece = try raw()
    guard unpacks, isFirst, GzipInflater.isGzip(piece) else { return piece }
    let content = try GzipContent(
      piece, file: path.split(separator: "/").last.map(String.init) ?? path)
    self.content = content
    return try content.next { () throws(ReadError) in try raw() }
  }

  private mutating func raw() throws(ReadError) -> [UInt8] {
    do {
      let piece = [UInt8](try handle.read(upToCount: FileBytes.pieceSize) ?? Data())
      hash.update(data: piece)
      count += piece.count
      return piece
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
  }

  /// SHA-256 of all bytes read so far, in lower-case hexadecimal.
  var sha256: String { hash.finalize().hexadecimal }
}

extension Sequence<UInt8> {
  /// Two lower-case digits a byte.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
