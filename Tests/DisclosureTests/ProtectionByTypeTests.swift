import Testing

@Suite("D6: what is confidential cannot be published by mistake, because it does not compile")
struct ProtectionByTypeTests {
  /// Each line either compiles, or is refused with the words behind `//`. For each that is refused
  /// there is one beside it that differs in nothing but what is confidential, and compiles.
  private static let attempts = """
    import Disclosure
    import Foundation
    import Regions
    import Reports
    import Tallies

    func encoded(_ value: some Encodable) throws -> Data { try JSONEncoder().encode(value) }
    func described(_ value: some CustomStringConvertible) -> String { value.description }
    typealias Setting = Release.Accounts.Setting

    func encodeSetting(_ value: Int) throws -> Data { try encoded(value) }
    func encodeTally(_ value: Tally) throws -> Data { try encoded(value) }  // 'Tally' conform to 'Encodable'
    func encodeFlow(_ value: FlowTally) throws -> Data { try encoded(value) }  // 'FlowTally' conform to 'Encodable'
    func encodeReport(_ value: Report) throws -> Data { try encoded(value) }  // 'Report' conform to 'Encodable'

    func describe(_ value: Release.Amount) -> String { value.text }
    func describeIndicator(_ value: Indicator) -> String { described(value.name) }
    func describeTally(_ value: Tally) -> String { described(value) }  // 'Tally' conform to 'CustomStringConvertible'
    func describeReport(_ value: Report) -> String { described(value) }  // 'Report' conform to 'CustomStringConvertible'

    func settingOf(_ value: Indicator) -> Setting { Setting(name: "a", value: "\\(value.name)") }
    func settingOf(_ value: Tally) -> Setting { Setting(name: "a", value: "\\(value)") }  // a tally is confidential
    func settingOf(_ value: FlowTally) -> Setting { Setting(name: "a", value: "\\(value)") }  // a tally is confidential

    func write(_ value: Release, _ catalog: RegionCatalog, _ context: ReleaseContext) {
      _ = ReleaseWriter(release: value, catalog: catalog, context: context)
    }
    func write(_ value: Report, _ catalog: RegionCatalog, _ context: ReleaseContext) {
      _ = ReleaseWriter(release: value, catalog: catalog, context: context)  // cannot convert value of type 'Report'
    }
    func write(_ value: Tally, _ catalog: RegionCatalog, _ context: ReleaseContext) {
      _ = ReleaseWriter(release: value, catalog: catalog, context: context)  // cannot convert value of type 'Tally'
    }

    func make(_ plan: ProtectionPlan, _ catalog: RegionCatalog) throws -> Release {
      try Release.protectedRelease(by: plan, catalog: catalog)
    }
    func make(_ old: Release, _ rows: [Release.Entry]) throws -> Release {
      try Release(  // initializer is inaccessible due to 'internal' protection level
        protection: old.protection, coverage: old.coverage, step: old.step, periods: old.periods,
        levels: old.levels, indicators: old.indicators, entries: rows, flows: old.flows,
        accounts: old.accounts)
    }
    func change(_ row: inout Release.Entry) { row.best = nil }
    func change(_ release: inout Release) { release.flows = [] }  // 'flows' is a 'let' constant
    """

  @Test("tallies are not encoded, told in texts or handed to writers, and only Disclosure releases")
  func refused() throws {
    let check = try Typecheck(Self.attempts)
    for (position, line) in Self.attempts.split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      let errors = check.errors[position + 1] ?? []
      let parts = line.split(separator: "  // ")
      if parts.count == 2 {
        #expect(errors.contains { $0.contains(parts[1]) }, "\(parts[0]): \(errors)")
      } else {
        #expect(errors.isEmpty, "\(line)")
      }
    }
    // The compiler has come as far as to look at them, and at nothing else.
    #expect(check.errors.count == 11, "\(check.words)")
  }
}
