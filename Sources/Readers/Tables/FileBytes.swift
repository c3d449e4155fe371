import Crypto
import Foundation

/// The bytes of a file, piece by piece, with their checksum.
struct FileBytes {
  static let pieceSize = 1 << 18

  private let handle: FileHandle
  private let path: String
  private var hash = SHA256()
  private(set) var count = 0

  init(path: String) throws(ReadError) {
    guard FileManager.default.fileExists(atPath: path) else {
      throw .noSuchFile(path: path)
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .unreadable(path: path, reason: "it cannot be opened; check its permissions")
    }
    self.handle = handle
    self.path = path
  }

  /// The next piece; empty at the end.
  mutating func next() throws(ReadError) -> [UInt8] {
    do {
      let piece = [UInt8](try handle.read(upToCount: FileBytes.pieceSize) ?? Data())
      hash.update(data: piece)
      count += piece.count
      return piece
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
  }

  /// SHA-256 of all bytes delivered so far, in lower-case hexadecimal.
  var sha256: String {
    let digits = Array("0123456789abcdef")
    return String(hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
