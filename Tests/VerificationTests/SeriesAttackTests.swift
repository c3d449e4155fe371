import Disclosure
import Records
import Regions
import Released
import Tallies
import Testing

@testable import Verification

@Suite("D3, D5: whoever keeps several releases has one table of all that they tell")
struct SeriesAttackTests {
  typealias Told = ToldReleases.Told

  private let releases: ToldReleases

  init() throws { releases = try ToldReleases() }

  /// What is found, in short.
  private func found(_ releases: PublicRelease...) async throws -> [String] {
    let verdict = try await ReleaseCheck.verdict(on: releases, catalog: self.releases.catalog)
    return verdict.breaches.map { breach in
      let range = breach.range.map { " \($0.lowerBound)...\($0.upperBound)" } ?? ""
      return "\(breach.kind.rawValue)\(breach.isJoint ? " together" : "") \(breach.release) "
        + "\(breach.region)\(range)"
    }
  }

  private let bySubdistrict = [
    Told("G", 78), Told("D1A", nil), Told("D1B", 40), Told("D2A", nil), Told("D2B", 30),
  ]

  @Test("districts in one release and subdistricts in another give away what both hold back")
  func levels() async throws {
    let fine = try releases.release(
      "fine", levels: [.governorate, .subdistrict], bySubdistrict)
    let coarse = try releases.release(
      "coarse", levels: [.governorate, .district], [Told("G", 78), Told("D1", 44), Told("D2", 34)])
    for one in [fine, coarse] { #expect(try await found(one).isEmpty) }
    for pair in [(fine, coarse), (coarse, fine)] {
      #expect(
        try await found(pair.0, pair.1) == [
          "recovered together fine D1A 4...4", "recovered together fine D2A 4...4",
        ])
    }
  }

  @Test("whoever has two releases of three may find what the third would contradict")
  func fewer() async throws {
    let old = try releases.release(
      "old", levels: [.governorate, .district],
      [Told("G", 124), Told("D1", 90), Told("D2", 34)])
    let fine = try releases.release(
      "fine", levels: [.governorate, .subdistrict], bySubdistrict)
    let coarse = try releases.release(
      "coarse", levels: [.governorate, .district], [Told("G", 78), Told("D1", 44), Told("D2", 34)])
    let breaches = try await found(old, fine, coarse)
    #expect(breaches.contains("recovered together fine D1A 4...4"))
  }

  @Test("what could be worked out of one release alone is told to be so")
  func alone() async throws {
    let open = try releases.release("open", [Told("D1", 44), Told("D1A", nil), Told("D1B", 40)])
    let other = try releases.release("other", [Told("D1", 44)])
    #expect(try await found(open, other) == ["recovered open D1A 4...4"])
  }

  @Test("quarters and months give away the month that is missing, and so does a total")
  func periods() async throws {
    let months = try releases.release(
      "months", by: .month, [Told("D1A", 1, 1, nil), Told("D1A", 2, 2, 20), Told("D1A", 3, 3, 20)])
    let quarter = try releases.release("quarter", by: .quarter, [Told("D1A", 1, 3, 43)])
    let total = try releases.release("total", [Told("D1A", 1, 3, 43)])
    #expect(try await found(months).isEmpty)
    #expect(try await found(months, quarter) == ["recovered together months D1A 3...3"])
    #expect(try await found(total, months) == ["recovered together months D1A 3...3"])
  }

  @Test("days that overlap in part are not taken for one another")
  func otherDays() async throws {
    let months = try releases.release(
      "months", by: .month, [Told("D1A", 1, 1, nil), Told("D1A", 2, 2, 20)])
    let quarter = try releases.release("quarter", by: .quarter, [Told("D1A", 1, 3, 43)])
    #expect(try await found(months, quarter).isEmpty)
  }

  @Test("a figure that one withholds and the other shows is found, and all that hung on it")
  func shown() async throws {
    let one = try releases.release("one", bySubdistrict)
    var other = bySubdistrict
    other[1] = Told("D1A", 4)
    other[4] = Told("D2B", nil)
    let two = try releases.release("two", other)
    #expect(try await found(two).contains { $0.hasPrefix("small") })
    let all = try await found(one, two)
    #expect(all.contains("recovered together two D2A 4...4"))
    #expect(all.contains("shown two D1A"))
  }

  @Test("where something shown has changed, nothing around it is taken for unchanged")
  func moved() async throws {
    let fine = try releases.release(
      "fine", levels: [.governorate, .subdistrict], bySubdistrict)
    let coarse = try releases.release(
      "coarse", levels: [.governorate, .district], [Told("G", 98), Told("D1", 64), Told("D2", 34)])
    #expect(try await found(fine, coarse).isEmpty)
  }

  @Test("a guess that contradicts what is shown is given up")
  func contradicted() async throws {
    let fine = try releases.release(
      "fine", levels: [.governorate, .subdistrict], bySubdistrict)
    // One district is smaller than it can be with nothing changed.
    let coarse = try releases.release(
      "coarse", levels: [.governorate, .district], [Told("G", 78), Told("D1", 39), Told("D2", 39)])
    #expect(try await found(fine, coarse).isEmpty)
  }
}
