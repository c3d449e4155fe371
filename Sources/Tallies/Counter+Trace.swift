import Records

extension Counter {
  /// Books a record once more, alone, where a trace is asked for.
  mutating func noteTrace(
    _ item: HeldRecord, _ owner: Owner,
    _ add: (inout Book) throws(QuantityOverflow) -> Void
  ) throws(QuantityOverflow) {
    guard trace != nil else { return }
    var book = Book()
    try add(&book)
    let tables = TraceTables(
      catalog: placer.catalog, levels: settings.levels, abroad: abroad, categories: categories)
    try trace?.note(item, owner, book, tables)
  }
}
