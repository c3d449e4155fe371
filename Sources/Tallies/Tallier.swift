import Records
import Regions
import Threads

/// Makes tallies from the books of a run: rolls them up, settles subjects that several sources
/// report, and derives net movements.
struct Tallier {
  let catalog: RegionCatalog
  let settings: ReportSettings
  let categories: TextTable
  let abroad: TextTable

  struct Result {
    let tallies: CompactTallies
    let flows: [FlowTally]
    /// What is counted at each level, for the check of the accounts.
    let totals: RolledTotals
  }

  /// - Parameter unfolded: books of records that count by themselves, beside those of `books`.
  func tally(
    _ books: [Counter.Owner: Book], _ unfolded: consuming [Book] = [],
    _ workers: Workers = Workers(threads: 1)
  ) throws(QuantityOverflow) -> Result {
    var counted = unfolded
    var bySubject: [String: [(isChosen: Bool, book: Book)]] = [:]
    for (owner, book) in books {
      if owner.isCounted { counted.append(book) }
      guard case .source(let subject, _, let isChosen) = owner else { continue }
      bySubject[subject, default: []].append((isChosen, book))
    }
    var ranges = Ranges(isBySource: settings.category == .source)
    for sources in bySubject.values where sources.count > 1 {
      var seen: [(isChosen: Bool, sums: [RollUp.Key: Sum])] = []
      for source in sources {
        var own = RollUp(catalog: catalog, levels: settings.levels, abroad: abroad)
        try own.add(source.book)
        seen.append((source.isChosen, own.sums))
      }
      try ranges.add(seen)
    }
    let sites = SiteRanks(catalog: catalog, abroad: abroad)
    let views = ViewTallies(
      settings: settings, sites: sites,
      numbers: CellNumbers(counted, ranges, categories: categories), ranges: ranges,
      movements: RolledMovements(sites: sites, books: counted.map(\.flows)))
    return try views.result(of: counted, workers)
  }
}

extension Sum {
  /// F5: none of the records has a number, or together they report none, or some.
  var status: Tally.Status {
    if min(missingLow, missingBest, missingHigh) >= records { return .notStated }
    let isZero = [knownLow ?? .zero, knownBest, knownHigh ?? .zero].allSatisfy { $0 == .zero }
    return isZero ? .zero : .reported
  }

  /// The sum with its sign turned; low and high change places.
  func negated() throws(QuantityOverflow) -> Sum {
    var result = Sum()
    result.low = try Quantity.zero.subtracting(high)
    result.best = try Quantity.zero.subtracting(best)
    result.high = try Quantity.zero.subtracting(low)
    (result.missingLow, result.missingBest, result.missingHigh) = (
      missingHigh, missingBest, missingLow
    )
    result.records = records
    result.largest = largest
    return result
  }
}
