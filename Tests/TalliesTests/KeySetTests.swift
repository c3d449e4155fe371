import Records
import Testing

@testable import Tallies

@Suite("Keys that occur more than once (A2)")
struct KeySetTests {
  /// Ids of all kinds: numbers dense and sparse, with and without leading zeros, too large, words.
  private static func ids(_ seed: UInt64, _ count: Int) -> [RecordKey] {
    var numbers = SplitMix(state: seed)
    return (0..<count).map { index in
      let number = Int.random(in: 0..<(2 * count), using: &numbers)
      let id =
        switch index % 7 {
        case 0: "SYR\(number)"
        case 1: "\(number)"
        case 2: "SYR0\(number)"
        case 3: "x\(UInt64(number) * 5_000_000_003)"
        case 4: "word-\(number)-a"
        case 5: "P\(number % 90)-\(number)"
        default: "\(UInt64(number) << 33)"
        }
      return RecordKey(source: number % 3 == 0 ? "A" : "B", id: id)
    }
  }

  private static func repeated(_ keys: [RecordKey]) -> Set<RecordKey> {
    var counts: [RecordKey: Int] = [:]
    for key in keys { counts[key, default: 0] += 1 }
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  @Test("All of them are found and no other, however the rows are shared out", arguments: 0..<20)
  func finds(seed: UInt64) throws {
    let keys = Self.ids(seed, 3000)
    let repeated = Self.repeated(keys)
    #expect(repeated.count > 50)
    for threads in 1...3 {
      var sets = Array(repeating: KeySet(), count: threads)
      for (index, key) in keys.enumerated() { sets[index % threads].insert(key) }
      var all = sets.removeFirst()
      for set in sets { all.add(set) }
      try all.finish()
      #expect(Set(keys.filter { all.isContested($0) }) == repeated)
      #expect(all.contested.count == repeated.count)
    }
  }

  @Test("Numbers in order, backwards and at random are kept alike, dense or sparse")
  func pages() {
    var numbers = SplitMix(state: 1)
    for step in [1, 7, 60] {
      let values = stride(from: 0, to: 65_536, by: step).map { UInt16($0) }
      for order in [values, values.reversed(), values.shuffled(using: &numbers)] {
        var page = NumberPage()
        #expect(order.allSatisfy { page.insert($0) })
        #expect(!order.contains { page.insert($0) })
        #expect(page.numbers == values)
        var other = NumberPage()
        _ = other.insert(3)
        _ = other.insert(0)
        #expect(other.formUnion(page).sorted() == values.filter { $0 == 0 || $0 == 3 })
      }
    }
  }

  @Test(
    "Hashes beyond the budget go through a temporary file and none is lost",
    arguments: [1, 10, 100_000])
  func spilling(limit: Int) throws {
    var numbers = SplitMix(state: 5)
    let prints = (0..<5000).map { _ in UInt64.random(in: 0..<3000, using: &numbers).scrambled }
    var mine = PrintLog(keeping: limit)
    var its = PrintLog(keeping: limit)
    for (index, print) in prints.enumerated() {
      if index % 2 == 0 { mine.append(print) } else { its.append(print) }
    }
    mine.add(its)
    var found: Set<UInt64> = []
    try mine.finish { found.insert($0) }
    var counts: [UInt64: Int] = [:]
    for print in prints { counts[print, default: 0] += 1 }
    #expect(found == Set(counts.filter { $0.value > 1 }.keys))
  }

  @Test("An id is split before a number without leading zeros that fits 32 bits")
  func splitting() {
    for (id, prefix, number) in [
      ("SYR12", 3, 12), ("0", 0, 0), ("A0", 1, 0), ("4294967295", 0, 4_294_967_295),
    ] as [(String, Int, UInt32)] {
      let split = KeySet.split(Array(id.utf8).span)
      #expect(split?.prefix == prefix)
      #expect(split?.number == number)
    }
    for id in ["", "A", "A01", "00", "4294967296", "99999999999999999999999999", "12a"] {
      #expect(KeySet.split(Array(id.utf8).span) == nil)
    }
  }
}

struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return state.scrambled
  }
}
