/// A path as a URI reference (RFC 3986): relative ones stay so, without the `./` they may begin
/// with; absolute ones become `file:` URIs.
struct FileReference {
  let uri: String
  let isRelative: Bool

  init(_ path: String) {
    isRelative = !path.hasPrefix("/")
    var steps = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    steps.removeAll { $0 == "." }
    let encoded = steps.map(FileReference.encoded).joined(separator: "/")
    uri = isRelative ? encoded : "file:///" + encoded
  }

  /// Everything but the unreserved characters, byte by byte: also the colon, which in the first
  /// step of a relative path would end a scheme.
  private static func encoded(_ step: String) -> String {
    var result = ""
    for byte in step.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isUnreserved =
        scalar.isASCII
        && (scalar.properties.isAlphabetic
          || (0x30...0x39).contains(byte) || "-._~".utf8.contains(byte))
      if isUnreserved {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }
}
