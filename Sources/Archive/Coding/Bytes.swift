import Crypto
import Foundation
internal import GRDB

extension [UInt8] {
  /// As SQLite takes it.
  var blob: Data { Data(self) }

  /// By which it shows that they are what was written.
  var sha256: [UInt8] { Array(SHA256.hash(data: self)) }
}

extension Row {
  /// The bytes of a blob, which are copied once: `Data` of this row would be copied once more.
  ///
  /// - Parameter column: its number; the row is one of a cursor.
  func bytes(_ column: Int) throws -> [UInt8] {
    try withUnsafeData(atIndex: column) { $0.map { [UInt8]($0) } ?? [] }
  }
}
