import Records
import Regions
import Tallies

/// Random records over a small country, the same for the same seed (SplitMix64, public domain).
struct MixedRecords: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &self)]
  }

  mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func settings() -> ReportSettings {
    ReportSettings(
      from: chance(40) ? Day(year: 2025, month: 1, day: 9) : nil,
      to: chance(40) ? Day(year: 2025, month: 3, day: 20) : nil,
      step: chance(20) ? nil : pick(Step.allCases),
      category: chance(40) ? nil : pick(ReportSettings.CategoryAxis.allCases),
      spanning: pick(ReportSettings.Spanning.allCases))
  }

  mutating func records(_ count: Int) -> [Record] {
    (0..<count).compactMap { record("\($0)", line: $0 + 2) }
  }

  private mutating func record(_ id: String, line: Int) -> Record? {
    guard let start = Day(year: 2025, month: 1, day: 1) else { return nil }
    let first = start.adding(number(0..<90))
    let last = first.adding(chance(70) ? 0 : number(0..<40))
    guard let dates = DateSpan(first: first, last: last) else { return nil }
    let content: Record.Content
    var measure = Measure.flow
    if chance(20) {
      content = .incident(
        Incident(
          place: place(), kind: pick(["raid", "shelling"]), killed: figure(), injured: figure(),
          detained: figure()))
    } else {
      measure = pick([.flow, .flow, .flow, .stock])
      content = .movement(
        Movement(
          kind: pick(Movement.Kind.allCases), subkind: pick(["", "a", "b"]),
          origin: chance(75) ? place() : nil, destination: chance(80) ? place() : nil,
          figure: figure(), unit: pick([.persons, .persons, .households])))
    }
    return Record(
      key: RecordKey(source: pick(["S", "T"]), id: id), dates: dates, measure: measure,
      content: content, line: line)
  }

  private mutating func figure() -> Figure {
    chance(3) ? Figure(low: nil, best: nil, high: nil) : .exactly(number(0..<30))
  }

  private mutating func place() -> Place {
    if chance(5) { return Place() }
    if chance(10) { return Place(country: pick(["Lebanon", "Turkey"])) }
    return Place(designations: [[Designation(code: pick(TinyCountry.codes))]])
  }
}
