import Records
import Regions

/// Putting together what several threads have counted. Sums, accounts and findings do not depend
/// on how the rows were shared out (rule A3): sums are exact, and of findings the first are kept.
extension Counter {
  /// Takes over what another counter of the same run has counted; before either is unfolded.
  mutating func add(_ other: Counter) throws(QuantityOverflow) {
    let abroadNumbers = other.abroad.texts.map { abroad.number(of: $0) }
    let categoryNumbers = other.categories.texts.map { categories.number(of: $0) }
    let place = { (code: PlaceCode) -> PlaceCode in
      code.abroad.map { PlaceCode(value: -16 - abroadNumbers[$0]) } ?? code
    }
    let category = { (number: Int32) in
      number == Counter.total ? number : categoryNumbers[Int(number)]
    }
    if let theirs = other.plain {
      if plain == nil { plain = PlainCount(placer) }
      plain?.add(theirs, category: category)
    }
    for (owner, book) in other.books {
      try books[owner, default: Book()].add(book, place: place, category: category)
    }
    try accounts.add(other.accounts, place: place)
    findings.add(other.findings)
    held += other.held
    points.add(other.points)
    countedSources.formUnion(other.countedSources)
    if let span = other.days { extend(span) }
  }
}

extension Book {
  /// Adds another book, whose places abroad and categories are numbered otherwise.
  fileprivate mutating func add(
    _ other: Book, place: (PlaceCode) -> PlaceCode, category: (Int32) -> Int32
  ) throws(QuantityOverflow) {
    func moved(_ key: PlaceKey) -> PlaceKey {
      PlaceKey(
        place: place(key.place), period: key.period, indicator: key.indicator,
        category: category(key.category))
    }
    for (key, sum) in other.places { try places.add(CompactSum(sum), at: moved(key)) }
    for (key, sum) in other.zones { try zones.add(CompactSum(sum), at: moved(key)) }
    for (key, sum) in other.flows {
      let key = FlowKey(
        origin: place(key.origin), destination: place(key.destination), period: key.period,
        kind: key.kind, unit: key.unit, category: category(key.category))
      try add(sum, along: key)
    }
    for (key, day) in other.latest { latest[moved(key)] = max(latest[moved(key)] ?? day, day) }
  }
}
