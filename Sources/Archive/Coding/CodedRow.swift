import Crypto
import Records

/// A row as it goes into the archive: its key, its form by number, and its own bytes.
struct CodedRow {
  let source: String
  let id: String
  let version: Int64?
  let isDeletion: Bool
  let form: FormTable.Number
  let own: [UInt8]
  let line: Int

  /// The first 128 bits of the SHA-256 of all that the row says.
  ///
  /// - Parameter formDigest: of the form's bytes.
  func digest(_ formDigest: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.utf8.count + id.utf8.count + formDigest.count + own.count + 2)
    bytes += source.utf8
    bytes.append(0xFF)
    bytes += id.utf8
    bytes.append(0xFF)
    bytes += formDigest
    bytes += own
    return Array(SHA256.hash(data: bytes).prefix(16))
  }
}

/// What 128 bits of a digest are compared by first.
func fingerprint(_ digest: some Sequence<UInt8>) -> UInt64 {
  var print: UInt64 = 0
  for byte in digest.prefix(8) { print = print << 8 | UInt64(byte) }
  return print
}
