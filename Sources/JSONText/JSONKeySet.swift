/// The keys of one object so far, compared by the bytes of their UTF-8.
///
/// Takes constant time a key, however many a hostile object has.
public struct JSONKeySet: Sendable {
  private struct Key: Hashable {
    let text: String

    static func == (left: Key, right: Key) -> Bool {
      left.text.utf8.count == right.text.utf8.count
        && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      for byte in text.utf8 { hasher.combine(byte) }
    }
  }

  /// Few keys are searched in turn; from the 33rd on they are hashed.
  private var few: [Key] = []
  private var many: Set<Key> = []

  public init() {}

  /// Adds a key; false if it is there already.
  public mutating func insert(_ text: String) -> Bool {
    let key = Key(text: text)
    if many.isEmpty, few.count < 32 {
      guard !few.contains(key) else { return false }
      few.append(key)
      return true
    }
    if many.isEmpty { many = Set(few) }
    return many.insert(key).inserted
  }

  public func contains(_ text: String) -> Bool {
    let key = Key(text: text)
    return many.isEmpty ? few.contains(key) : many.contains(key)
  }
}
