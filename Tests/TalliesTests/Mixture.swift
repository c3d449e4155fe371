import Records
import Regions

@testable import Tallies

/// Random records and settings, the same for the same seed (SplitMix64, public domain).
struct Mixture: RandomNumberGenerator {
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

  mutating func records(_ count: Int) -> [Record] {
    (0..<count).map { line in record("\(chance(5) ? 0 : line)", line: line + 2) }
  }

  mutating func settings() -> ReportSettings {
    ReportSettings(
      from: chance(50) ? "2024-12-20" : nil, to: chance(50) ? "2025-03-10" : nil,
      step: chance(20) ? nil : pick(Step.allCases),
      category: chance(50) ? nil : pick(ReportSettings.CategoryAxis.allCases),
      spanning: pick(ReportSettings.Spanning.allCases),
      weekStart: pick(ReportSettings.WeekStart.allCases), prefer: chance(50) ? [] : ["T", "S"],
      snapMeters: chance(20) ? 0 : 1500)
  }

  private mutating func record(_ id: String, line: Int) -> Record {
    let first = Day("2024-12-01").adding(Int.random(in: 0..<120, using: &self))
    let length = chance(70) ? 0 : Int.random(in: 0..<60, using: &self)
    let subject = chance(15) ? pick(["flight", "coast"]) : nil
    let source = pick(["S", "T", "U"])
    var record: Record
    if chance(50) {
      record = .incident(
        id, first, to: first.adding(length), place(), killed: chance(80) ? figure() : nil,
        kind: pick(["", "raid", "shelling"]), source: source, subject: subject,
        measure: chance(90) ? .flow : .cumulative)
    } else {
      record = .movement(
        id, first, to: first.adding(length), pick(Movement.Kind.allCases),
        origin: chance(70) ? place() : nil, destination: chance(80) ? place() : nil, figure(),
        unit: pick(Movement.Unit.allCases), size: chance(30) ? 5 : nil, source: source,
        subject: subject, measure: pick([.flow, .flow, .stock, .cumulative]))
    }
    record.line = line
    record.version = chance(20) ? Int64(Int.random(in: 0..<3, using: &self)) : nil
    record.published = chance(30) ? first.adding(length + 3) : nil
    record.isDeletion = chance(2)
    return record
  }

  private mutating func figure() -> Figure {
    let number = { (mixture: inout Mixture) -> Quantity? in
      mixture.chance(15) ? nil : Quantity(Int.random(in: 0..<50, using: &mixture))
    }
    return Figure(low: number(&self), best: number(&self), high: number(&self))
  }

  private mutating func place() -> Place {
    switch Int.random(in: 0..<8, using: &self) {
    case 0: return Place()
    case 1: return Place(country: pick(["Syria", "Lebanon", "Atlantis"]))
    case 2: return .codes(pick(["G1", "G4A", "G4A1", "N1", "C2", "Z1", "Z3", "G9", "TUR"]))
    case 3: return .codes(pick(["G1", "G2A1", "Z1"]), pick(["G3", "G2A2", "LBN", "G9"]))
    case 4: return .named(pick(["Hama", "Salamiyah", "Kafr", "سهل الغاب", "Nowhere"]))
    default: return point()
    }
  }

  /// On a raster of 0.05°, so that many points lie on borders, some in the sea and beyond.
  private mutating func point() -> Place {
    let longitude = 35.95 + 0.05 * Double(Int.random(in: 0..<43, using: &self))
    let latitude = 33.95 + 0.05 * Double(Int.random(in: 0..<43, using: &self))
    let precision: Precision? = pick([
      nil, .exact, .settlement, .meters(3_000), .level(.district), .level(.country), .outside,
    ])
    return .at(
      longitude, latitude, precision, country: chance(50) ? "SY" : nil,
      named: chance(30) ? ["Hama"] : [])
  }
}
