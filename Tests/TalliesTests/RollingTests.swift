import Records
import Regions
import Testing

@testable import Tallies

@Suite("Rolling up site by site gives what plain sums give")
struct RollingTests {
  @Test(
    "every tally and every flow of a random mixture, in the same order",
    arguments: 1...60 as ClosedRange<UInt64>)
  func sameTallies(_ seed: UInt64) throws {
    var mixture = Mixture(seed: seed)
    var settings = mixture.settings()
    if seed % 4 == 0 { settings.levels = [.governorate, .neighborhood] }
    if seed % 5 == 0 { settings.indicators = [Indicator(.net), Indicator(.killed)] }
    var counter = Counter(settings: settings, placer: try World.placer(), fileNames: ["a.csv"])
    for record in mixture.records(200) { try counter.add(record, file: 0) }
    try counter.settle()
    let catalog = try World.catalog.get()
    let plain = try PlainTallier(
      catalog: catalog, settings: settings, categories: counter.categories, abroad: counter.abroad
    ).tally(counter.books)
    let rolled = try Tallier(
      catalog: catalog, settings: settings, categories: counter.categories, abroad: counter.abroad
    ).tally(counter.books)
    try #require(plain.tallies.count > 10)
    #expect(rolled.tallies.map(Self.text) == plain.tallies.map(Self.text))
    #expect(rolled.flows.map(Self.text) == plain.flows.map(Self.text))
    // Asked for one by one, they are the same.
    #expect(
      rolled.tallies.indices.map { Self.text(rolled.tallies[$0]) } == plain.tallies.map(Self.text))
    #expect(Set(rolled.tallies.indicators) == Set(plain.tallies.map(\.indicator)))
    #expect(Set(rolled.tallies.periods) == Set(plain.tallies.map(\.period)))
    #expect(Set(rolled.tallies.categories) == Set(plain.tallies.map(\.category) + [""]))
  }

  /// Everything that a tally says.
  private static func text(_ tally: Tally) -> String {
    let open = [tally.isLowOpen, tally.isBestOpen, tally.isHighOpen]
    return "\(tally.view) \(Report.text(tally)) \(tally.indicator.name) \(tally.category) \(open)"
      + " \(tally.largest.exactText)"
  }

  private static func text(_ flow: FlowTally) -> String {
    let numbers = [flow.low, flow.best, flow.high].map { $0?.exactText ?? "-" }
    return "\(flow.level) \(Report.text(flow.origin)) \(Report.text(flow.destination)) \(flow.kind)"
      + " \(flow.unit) \(numbers) \(flow.records) \(flow.largest.exactText) \(flow.status)"
  }

  @Test("F8: a sum beyond all bounds is an error, also where only the level adds it up")
  func overflow() throws {
    let huge = Quantity(attos: .max / 3 * 2)
    var book = Book()
    for region in [RegionNumber(1), RegionNumber(2)] {
      let key = Book.PlaceKey(
        place: .region(region), period: .coverage, indicator: Indicator(.killed),
        category: Counter.total)
      let huge = Figure(low: huge, best: huge, high: huge)
      try book.places.add(CompactSum(Sum(huge)), at: key)
    }
    let tallier = Tallier(
      catalog: try World.catalog.get(), settings: ReportSettings(), categories: TextTable(),
      abroad: TextTable())
    #expect(throws: QuantityOverflow.self) { _ = try tallier.tally([.counted: book]) }
  }

  @Test(
    "numbers of any size and any fraction come back as they were",
    arguments: [
      0, 1, -1, Quantity.unit, -Quantity.unit, 1_073_741_823 * Quantity.unit,
      1_073_741_824 * Quantity.unit, -1_073_741_824 * Quantity.unit, Quantity.unit / 3,
      -1_073_741_823 * Quantity.unit, Int128.max, Int128.min, 5 * Quantity.unit + 1,
    ])
  func compactNumbers(attos: Int128) throws {
    var numbers = CompactQuantities()
    _ = try numbers.code(of: Quantity(attos: 7))
    let code = try numbers.code(of: Quantity(attos: attos))
    #expect(numbers[code] == Quantity(attos: attos))
    #expect(numbers[try numbers.code(of: nil)] == nil)
  }
}
