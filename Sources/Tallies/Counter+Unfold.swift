import Records
import Regions
import Threads

/// What was added up of plain rows, booked as if each had been booked alone.
extension Counter {
  mutating func unfold(_ workers: Workers) throws(QuantityOverflow) {
    guard var plain else { return }
    self.plain = nil
    var codes: [PlaceCode] = []
    for placement in plain.placements.placements { codes.append(code(of: placement)) }
    // Each fold is given up when it has been booked.
    while let fold = plain.takeFold() {
      let unfolding = Unfolding(plain: plain, codes: codes, fileCount: fileNames.count)
      let parts = try workers.results(of: workers.threads) { (part) throws(QuantityOverflow) in
        try unfolding.part(part, of: workers.threads, fold)
      }
      for part in parts {
        try accounts.add(part.accounts) { $0 }
        unfolded.append(part.book)
      }
    }
  }
}

extension Counter {
  mutating func takeUnfolded() -> [Book] {
    defer { unfolded = [] }
    return unfolded
  }
}

extension PlainRows.Template {
  /// The content without what is a row's own, of its place or of its categories, which a group has
  /// beside it: what else makes a group of rows.
  var shape: Record.Content {
    guard case .incident(var incident) = filled(with: slots.map { _ in 0 }) else {
      return record.content
    }
    incident.place = Place()
    incident.kind = ""
    incident.subkind = ""
    return .incident(incident)
  }
}
