import Regions
import Tallies

/// What is appended behind the rows of a template whose points lie in the same region and zones,
/// worked out once.
struct TailMemo: Sendable {
  /// Number of a tail, or one of these.
  static let unknown: Int32 = -1
  /// Each such row has something to be told of it.
  static let oneByOne: Int32 = -2
  /// So many combinations are kept at most.
  static let most = 1 << 20

  private var keys: [UInt64]
  private var values: [Int32]
  private(set) var count = 0
  private var ranges: [Range<Int>] = []
  private var bytes: [UInt8] = []
  /// For each tail the number of its status.
  private var statuses: [Int] = []

  init() {
    keys = [UInt64](repeating: .max, count: 1 << 12)
    values = [Int32](repeating: Self.unknown, count: 1 << 12)
  }

  @inline(__always)
  static func key(_ template: Int, _ location: RegionIndex.Location) -> UInt64 {
    let region = location.region?.value ?? -1
    return UInt64(UInt32(truncatingIfNeeded: template)) << 40
      | UInt64(UInt32(bitPattern: region) & 0xFF_FFFF) << 16
      | UInt64(UInt32(bitPattern: location.zoneSet) & 0xFFFF)
  }

  @inline(__always)
  func tail(of key: UInt64) -> Int32 {
    var slot = slot(key)
    while keys[slot] != .max {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return Self.unknown
  }

  @inline(__always)
  func append(_ tail: Int32, to output: inout ByteSink) {
    output.append(bytes.span.extracting(ranges[Int(tail)]))
  }

  /// Its place among all statuses.
  @inline(__always)
  func status(of tail: Int32) -> Int { statuses[Int(tail)] }

  mutating func insert(_ tail: Int32, for key: UInt64) {
    if (count + 1) * 2 > keys.count { grow() }
    enter(tail, key)
    count += 1
  }

  mutating func add(_ text: [UInt8], _ status: PlaceStatus) -> Int32 {
    ranges.append(bytes.count..<bytes.count + text.count)
    bytes += text
    statuses.append(PlaceStatus.allCases.firstIndex(of: status) ?? 0)
    return Int32(ranges.count - 1)
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (keys.count - 1)
  }

  private mutating func enter(_ tail: Int32, _ key: UInt64) {
    var slot = slot(key)
    while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    values[slot] = tail
  }

  private mutating func grow() {
    let old = (keys, values)
    keys = [UInt64](repeating: .max, count: old.0.count * 2)
    values = [Int32](repeating: Self.unknown, count: old.0.count * 2)
    for (key, value) in zip(old.0, old.1) where key != .max { enter(value, key) }
  }
}
