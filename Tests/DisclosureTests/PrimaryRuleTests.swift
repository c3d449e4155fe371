import Disclosure
import Records
import Testing

@Suite("D2: what is withheld for its own sake")
struct PrimaryRuleTests {
  @Test(
    "small, of one record, or mostly of one record",
    arguments: [
      (0, 3, 0, false), (1, 3, 1, true), (4, 4, 1, true), (5, 5, 1, false),
      (500, 1, 500, true), (500, 2, 400, false), (500, 2, 401, true), (100, 9, 81, true),
      (101, 9, 81, true), (102, 9, 81, false),
    ])
  func rule(best: Int, records: Int, largest: Int, isWithheld: Bool) {
    let answer = PrimaryRule().withholds(
      best: Quantity(best), records: records, largest: Quantity(largest))
    #expect(answer == isWithheld)
  }

  @Test("fractions of persons count: 4.5 is below 5, and 80.5 of 100 is more than 80 percent")
  func fractions() {
    let half = Quantity(attos: Quantity.unit / 2)
    let fourAndHalf = Quantity(attos: 4 * Quantity.unit + half.attos)
    let eightyAndHalf = Quantity(attos: 80 * Quantity.unit + half.attos)
    #expect(PrimaryRule().withholds(best: half, records: 3, largest: half))
    #expect(PrimaryRule().withholds(best: fourAndHalf, records: 5, largest: half))
    #expect(
      PrimaryRule().withholds(best: Quantity(100), records: 5, largest: eightyAndHalf))
  }

  @Test("a policy may say from which size on the number of records no longer matters")
  func large() {
    var rule = PrimaryRule(recordsMatterBelow: 1000)
    #expect(rule.withholds(best: Quantity(999), records: 1, largest: Quantity(999)))
    #expect(!rule.withholds(best: Quantity(1000), records: 1, largest: Quantity(1000)))
    rule.threshold = 2000
    #expect(rule.withholds(best: Quantity(1000), records: 9, largest: Quantity(200)))
    #expect(PrimaryRule().withholds(best: Quantity(90_000), records: 1, largest: Quantity(90_000)))
  }

  @Test("the strict policy withholds up to 9, and what fewer than three records stand behind")
  func strict() {
    let rule = Policy.strict.primary
    #expect(rule.withholds(best: Quantity(9), records: 5, largest: Quantity(3)))
    #expect(!rule.withholds(best: Quantity(10), records: 5, largest: Quantity(3)))
    #expect(rule.withholds(best: Quantity(100), records: 2, largest: Quantity(50)))
  }
}
