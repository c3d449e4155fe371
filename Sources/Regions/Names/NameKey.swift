/// A place name in the form in which names are compared (rule P6).
///
/// Two names are the same if their keys are equal. A key keeps letters and digits and single
/// spaces. What it evens out: Unicode compatibility forms, case, accents and marks above or below
/// a letter, the signs with which transliterations write hamza and ayn, the Arabic letters that
/// are written in several ways (أ إ آ ٱ as ا, ى as ي, ة as ه), vowel signs, tatweel, the Persian
/// forms of kaf and ya, Arabic-Indic digits, invisible signs, and punctuation, which becomes a
/// space. "Ar-Raqqah" and "AR RAQQAH" are one key; "Raqqa" is another.
public struct NameKey: Hashable, Sendable, CustomStringConvertible {
  /// The key as UTF-8.
  public let bytes: [UInt8]

  public init(_ name: String) {
    var writer = KeyWriter(capacity: name.utf8.count)
    for scalar in name.unicodeScalars { writer.append(scalar) }
    bytes = writer.finish()
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  public var isEmpty: Bool { bytes.isEmpty }

  public var description: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the other key stands somewhere in this one.
  func contains(_ other: NameKey) -> Bool {
    guard let first = other.bytes.first else { return true }
    guard other.bytes.count <= bytes.count else { return false }
    return (0...bytes.count - other.bytes.count).contains {
      bytes[$0] == first && bytes[$0...].starts(with: other.bytes)
    }
  }

  /// The words between the spaces.
  var words: [ArraySlice<UInt8>] { bytes.split(separator: UInt8(ascii: " ")) }

  init(words: some Sequence<ArraySlice<UInt8>>) {
    bytes = Array(words.joined(separator: CollectionOfOne(UInt8(ascii: " "))))
  }
}

/// Collects the folded letters of a key, with one space between words.
private struct KeyWriter {
  private var bytes: [UInt8] = []
  private var spacePending = false
  private var last: UInt32 = 0

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    switch LetterFolding.fold(scalar) {
    case .nothing: break
    case .space: spacePending = true
    case .hamzaMark: composeHamza()
    case .letter(let letter): write(letter)
    case .letters(let letters):
      for letter in letters.unicodeScalars { write(letter.value) }
    }
  }

  private mutating func write(_ letter: UInt32) {
    if spacePending, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
    spacePending = false
    last = letter
    encode(letter)
  }

  /// A hamza written apart belongs to the waw or ya before it; on an alef it is dropped.
  private mutating func composeHamza() {
    guard !spacePending, let composed = LetterFolding.withHamza(last) else { return }
    bytes.removeLast(2)
    last = composed
    encode(composed)
  }

  private mutating func encode(_ letter: UInt32) {
    if letter < 0x80 {
      bytes.append(UInt8(letter))
    } else if letter < 0x800 {
      bytes.append(UInt8(0xC0 | letter >> 6))
      bytes.append(UInt8(0x80 | letter & 0x3F))
    } else if let scalar = Unicode.Scalar(letter) {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  consuming func finish() -> [UInt8] { bytes }
}
