/// Hashes of keys, to be looked through for those that occur more than once.
///
/// They are dealt out to 256 parts by their first byte. Beyond a budget all parts go to a temporary
/// file that nobody else can open; at the end one part after the other is brought back and looked
/// through by a hash table, so that memory stays bounded however many there are.
struct PrintLog: Sendable {
  /// Kept in memory, 8 bytes each.
  private static let budget = 1 << 21

  private struct Chunk: Sendable {
    let file: SpillFile
    let part: Int
    let offset: Int
    let count: Int
  }

  private var parts: [[UInt64]] = []
  private var count = 0
  private var file: SpillFile?
  private var chunks: [Chunk] = []
  private var error: SpillError?
  private let limit: Int

  /// - Parameter limit: of hashes kept in memory.
  init(keeping limit: Int = budget) {
    self.limit = limit
  }

  mutating func append(_ print: UInt64) {
    if parts.isEmpty { parts = Array(repeating: [], count: 256) }
    parts[Int(print >> 56)].append(print)
    count += 1
    if count >= limit { spill() }
  }

  /// Takes over the hashes of another thread.
  mutating func add(_ other: PrintLog) {
    chunks += other.chunks
    error = error ?? other.error
    for part in other.parts { for print in part { append(print) } }
  }

  private mutating func spill() {
    do throws(SpillError) {
      if file == nil { file = try SpillFile() }
      guard let file else { return }
      for part in parts.indices where !parts[part].isEmpty {
        let offset = try file.append(parts[part])
        chunks.append(Chunk(file: file, part: part, offset: offset, count: parts[part].count))
        parts[part].removeAll(keepingCapacity: true)
      }
      count = 0
    } catch {
      self.error = self.error ?? error
      count = 0
    }
  }

  /// Tells each hash that occurs more than once, and forgets all.
  mutating func finish(_ repeated: (UInt64) -> Void) throws(SpillError) {
    if let error { throw error }
    for part in parts.indices {
      var own = parts[part]
      parts[part] = []
      for chunk in chunks where chunk.part == part {
        own += try chunk.file.read(count: chunk.count, at: chunk.offset)
      }
      PrintLog.findRepeated(own, repeated)
    }
    self = PrintLog(keeping: limit)
  }

  private static func findRepeated(_ prints: [UInt64], _ repeated: (UInt64) -> Void) {
    guard prints.count > 1 else { return }
    var capacity = 4
    while capacity < 2 * prints.count { capacity *= 2 }
    var table = [UInt64](repeating: 0, count: capacity)
    var hasZero = false
    for print in prints {
      if print == 0 {
        if hasZero { repeated(0) }
        hasZero = true
        continue
      }
      var slot = Int(truncatingIfNeeded: print) & (capacity - 1)
      while table[slot] != 0, table[slot] != print { slot = (slot + 1) & (capacity - 1) }
      if table[slot] == print { repeated(print) }
      table[slot] = print
    }
  }
}
