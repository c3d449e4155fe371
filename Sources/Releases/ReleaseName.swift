/// The name of a release's directory in a store: an instant, and the beginning of a hash.
///
/// No colon stands in it, which some file systems do not allow; names in the order of their bytes
/// are in the order of time.
struct ReleaseName: Hashable {
  /// How many digits of the hash stand in the name.
  static let hashLength = 12

  let text: String
  /// ISO 8601 in UTC, to the second.
  let created: String
  let hash: String

  /// - Returns: `nil` where `created` is no instant like `2026-03-01T02:00:00Z`.
  init?(created: String, hash: String) {
    guard Self.fits(created, "0000-00-00T00:00:00Z"), hash.utf8.count >= Self.hashLength else {
      return nil
    }
    self.created = created
    self.hash = String(hash.prefix(Self.hashLength))
    text = created.replacing(":", with: "-") + "-" + self.hash
  }

  /// The name that a directory has; `nil` for one that the store did not give.
  init?(_ text: String) {
    guard Self.fits(text, "0000-00-00T00-00-00Z-xxxxxxxxxxxx") else { return nil }
    let day = text.prefix(10)
    let time = text.dropFirst(11).prefix(8).replacing("-", with: ":")
    self.text = text
    created = "\(day)T\(time)Z"
    hash = String(text.suffix(Self.hashLength))
  }

  /// Whether a text has a digit where the pattern has `0`, a hexadecimal one for each `x`, and
  /// the same sign elsewhere.
  private static func fits(_ text: String, _ pattern: String) -> Bool {
    guard text.utf8.count == pattern.utf8.count else { return false }
    return zip(text.utf8, pattern.utf8).allSatisfy { byte, sign in
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      switch sign {
      case UInt8(ascii: "0"): return isDigit
      case UInt8(ascii: "x"):
        return isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      default: return byte == sign
      }
    }
  }
}
