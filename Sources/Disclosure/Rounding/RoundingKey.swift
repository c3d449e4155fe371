import Crypto

/// The secret that roundings are drawn by: the same key and the same figures give the same
/// roundings, and without it nobody can say which way a figure went.
public struct RoundingKey: Sendable {
  private static let byteCount = 32

  private let key: SymmetricKey

  /// Takes a key of 64 hexadecimal digits, as `text` of a new key has them; `nil` for anything
  /// else.
  public init?(hexadecimal text: String) {
    var bytes: [UInt8] = []
    var digits = Array(text.utf8)[...]
    while let high = digits.popFirst() {
      guard let low = digits.popFirst(), let upper = Self.value(high), let lower = Self.value(low)
      else { return nil }
      bytes.append(upper << 4 | lower)
    }
    guard bytes.count == Self.byteCount else { return nil }
    key = SymmetricKey(data: bytes)
  }

  /// The text of a new key, from the system's secure source.
  public static func newText() -> String {
    var random = SystemRandomNumberGenerator()
    return (0..<byteCount).map { _ in
      let byte = UInt8.random(in: .min ... .max, using: &random)
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  /// A number that only the key and the name settle (HMAC-SHA-256).
  func seed(_ name: String) -> UInt64 {
    HMAC<SHA256>.authenticationCode(for: Array(name.utf8), using: key).prefix(8)
      .reduce(0) { $0 << 8 | UInt64($1) }
  }
}
