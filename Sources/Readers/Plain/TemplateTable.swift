/// Numbers what rows have in common: a number for each of up to four parts of it, and then one for
/// those numbers together.
///
/// Words of places and words of kinds are few, but their pairs are many. Kept apart, the words stay
/// in the nearest caches, and a pair costs one look into a small table.
struct TemplateTable: Sendable {
  /// No more keys fit.
  static let limit = 1 << 16

  private let groups: [Range<Int>]
  private var parts: [PieceTable]
  /// Of the first part with the second, of those with the third, and so on.
  private var pairs: [PairTable]

  /// - Parameter pieces: how many pieces of a row make its key.
  init(pieces: Int) {
    groups =
      pieces <= 4
      ? (0..<max(1, pieces)).map { $0..<min($0 + 1, pieces) } : [0..<1, 1..<2, 2..<3, 3..<pieces]
    parts = groups.map { _ in PieceTable() }
    pairs = groups.dropFirst().map { _ in PairTable() }
  }

  var count: Int { pairs.last?.count ?? parts[0].count }

  /// Forgets all keys.
  mutating func removeAll() { self = TemplateTable(pieces: groups.last?.upperBound ?? 0) }

  /// The number of a key, or that of a new one, which is `count` before.
  /// - Parameters:
  ///   - pieces: where its pieces lie.
  ///   - mask: tells keys with the same pieces apart.
  /// - Precondition: `count < limit`.
  @inline(__always)
  mutating func number(
    of pieces: Span<Range<Int>>, mask: UInt64, in bytes: Span<UInt8>
  ) -> (number: Int, isNew: Bool) {
    let before = count
    var number = parts[0].number(of: pieces.extracting(groups[0]), mask: mask, in: bytes)
    for pair in pairs.indices {
      let part = parts[pair &+ 1].number(
        of: pieces.extracting(groups[pair &+ 1]), mask: 0, in: bytes)
      number = pairs[pair].number(of: number, part)
    }
    return (number, number == before)
  }
}
