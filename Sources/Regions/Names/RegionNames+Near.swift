extension RegionNames {
  /// The places whose names are nearest to a misspelled one: for messages only, never for
  /// placing a record.
  ///
  /// Nearness is the number of letters to insert, delete or replace (Levenshtein), after
  /// normalisation; at most a third of the letters may differ. Nearest first, then the higher
  /// level, then by id.
  public func candidates(near name: String, limit: Int) -> [RegionID] {
    let wanted = Array(NameKey(name).description.unicodeScalars)
    guard !wanted.isEmpty, limit > 0 else { return [] }
    var meter = EditMeter(wanted, mostEdits: max(1, wanted.count / 3))
    var distances: [Int32: Int] = [:]
    for number in 0..<full.keyCount {
      guard let distance = meter.distance(to: full.key(number)) else { continue }
      for place in full.places(ofKey: number) {
        distances[place] = min(distance, distances[place] ?? .max)
      }
    }
    let ordered = distances.map { (distance: $1, rank: ranks[Int($0)], id: id(ofPlace: Int($0))) }
      .sorted { ($0.distance, $0.rank, $0.id) < ($1.distance, $1.rank, $1.id) }
    return ordered.prefix(limit).map(\.id)
  }
}

/// Counts the edits between one name and many others.
private struct EditMeter {
  private let wanted: [Unicode.Scalar]
  private let mostEdits: Int
  private var row: [Int]

  init(_ wanted: [Unicode.Scalar], mostEdits: Int) {
    self.wanted = wanted
    self.mostEdits = mostEdits
    row = Array(0...wanted.count)
  }

  /// The number of edits, or `nil` where it is more than allowed.
  mutating func distance(to key: ArraySlice<UInt8>) -> Int? {
    guard key.count <= 4 * (wanted.count + mostEdits), key.count >= wanted.count - mostEdits else {
      return nil
    }
    let other = String(decoding: key, as: UTF8.self).unicodeScalars
    guard abs(other.count - wanted.count) <= mostEdits else { return nil }
    for index in row.indices { row[index] = index }
    for (line, letter) in other.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      var least = row[0]
      for column in wanted.indices {
        let replaced = diagonal + (wanted[column] == letter ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
        least = min(least, row[column + 1])
      }
      if least > mostEdits { return nil }
    }
    return row[wanted.count] <= mostEdits ? row[wanted.count] : nil
  }
}
