/// Vertices in the order of the area that leaving them out would change, as a binary heap.
///
/// A vertex whose area has changed is put in again; its older entries are passed over by their
/// round.
struct AreaQueue {
  struct Entry {
    let area: Double
    let slot: Int32
    let round: Int32

    /// Equal areas in the order of slots, so that the result does not depend on the heap.
    static func < (left: Entry, right: Entry) -> Bool {
      left.area == right.area ? left.slot < right.slot : left.area < right.area
    }
  }

  private var heap: [Entry] = []

  mutating func insert(_ entry: Entry) {
    heap.append(entry)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child] < heap[parent] else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  mutating func removeFirst() -> Entry? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child] < heap[least] {
        least = child
      }
      guard least != parent else { return first }
      heap.swapAt(least, parent)
      parent = least
    }
  }
}
