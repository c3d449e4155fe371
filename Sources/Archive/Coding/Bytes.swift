import Crypto
import Foundation

extension [UInt8] {
  /// As SQLite takes it.
  var blob: Data { Data(self) }

  /// By which it shows that they are what was written.
  var sha256: [UInt8] { Array(SHA256.hash(data: self)) }
}
