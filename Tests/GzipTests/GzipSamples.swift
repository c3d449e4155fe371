import Foundation
import Gzip

/// Streams made with Python 3.11's gzip and zlib, no time of modification.
enum GzipSamples {
  static let table = Array("id,killed\n1,2\n".utf8)

  /// `gzip.compress(table, mtime=0)`.
  static let plain = bytes("H4sIAAAAAAACA8tM0cnOzMlJTeEy1DHiAgAdfWs3DgAAAA==")
  /// The same content behind a header with every optional part: text flag, an extra field of six
  /// bytes, the name `a.csv`, the comment `a note`, and the header's own checksum.
  static let fullHeader = bytes(
    "H4sIHwAAAAAAAwYAQVACAHh5YS5jc3YAYSBub3RlAIpLy0zRyc7MyUlN4TLUMeICAB19azcOAAAA")
  /// `gzip.compress(b"", mtime=0)`.
  static let empty = bytes("H4sIAAAAAAACAwMAAAAAAAAAAAA=")
  /// `gzip.compress(bytes(3 << 20), 9, mtime=0)`: 3 MiB of zero bytes in 3,083 bytes, 1,020 to 1.
  /// The run of zero bytes in its middle is written out here as a number.
  static let zeros =
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3, 0xED, 0xC1, 1, 0x0D, 0, 0, 0]
    + [0xC2, 0xA0, 0xF7, 0x4F, 0x6D, 0x0E, 0x37, 0xA0] + [UInt8](repeating: 0, count: 3048)
    + [0xBE, 0x0D, 0xC6, 0x4F, 0x72, 0x79, 0, 0, 0x30, 0]

  private static func bytes(_ base64: String) -> [UInt8] {
    Data(base64Encoded: base64).map { [UInt8]($0) } ?? []
  }
}

/// What unpacking gave: all content up to the end or the error.
struct Unpacked: Equatable {
  var content: [UInt8] = []
  var error: GzipError?
  /// The largest part handed over at once.
  var largestPart = 0

  init(_ stream: [UInt8], pieces size: Int = 1 << 18, limits: GzipLimits = GzipLimits()) {
    do {
      try unpack(stream, size, limits)
    } catch { self.error = error }
  }

  private mutating func unpack(
    _ stream: [UInt8], _ size: Int, _ limits: GzipLimits
  ) throws(GzipError) {
    var inflater = try GzipInflater(limits: limits)
    var rest = stream[...]
    repeat {
      inflater.take(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
      var count = content.count
      while try inflater.next(into: &content) {
        largestPart = max(largestPart, content.count - count)
        count = content.count
      }
    } while !rest.isEmpty
    try inflater.finish()
  }
}
