/// How many points each file has, and how many of them make sense only with exchanged axes.
struct PointCount {
  private var all: [Int: Int] = [:]
  private var swapped: [Int: Int] = [:]

  mutating func add(_ other: PointCount) {
    all.merge(other.all, uniquingKeysWith: +)
    swapped.merge(other.swapped, uniquingKeysWith: +)
  }

  /// Of points that are counted besides.
  mutating func addSwapped(file: Int) { swapped[file, default: 0] += 1 }

  mutating func add(file: Int, points: Int) { all[file, default: 0] += points }

  mutating func add(file: Int, isSwapped: Bool) {
    all[file, default: 0] += 1
    if isSwapped { swapped[file, default: 0] += 1 }
  }

  /// What is to be said of a file most of whose points are swapped, by the file.
  var hints: [(file: Int, message: String)] {
    swapped.sorted { $0.key < $1.key }.compactMap { file, count in
      let total = all[file] ?? count
      guard count > 1, 2 * count > total else { return nil }
      let which = count == total ? "all \(total) points fall" : "\(count) of \(total) points fall"
      return (
        file,
        "\(which) inside the regions only when swapped: exchange the columns of longitude and "
          + "latitude in the file, or their names in its header or mapping"
      )
    }
  }
}
