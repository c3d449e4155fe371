import Disclosure
import Foundation
import Released
import Testing

@testable import Comparisons

@Suite("A comparison says what changed between two releases, from their public files")
struct ComparisonTests {
  private typealias Figure = SampleRelease.Figure

  private func compare(
    _ before: SampleRelease, _ after: SampleRelease, allowsInternal: Bool = false
  ) throws -> Comparison {
    let pair = try SamplePair(before, after)
    return try Comparison(
      from: pair.folder + "/old", to: pair.folder + "/new", allowsInternal: allowsInternal)
  }

  /// The only change between two releases with one figure each, or none.
  private func change(
    _ before: Figure?, _ after: Figure?, _ adjust: (inout SampleRelease) -> Void = { _ in }
  ) throws -> FigureChange? {
    // A second figure says that both releases tell of such figures.
    let other = [SampleRelease.figure(50, in: "XX02")]
    let old = SampleRelease(figures: other + [before].compactMap { $0 })
    var new = SampleRelease(figures: other + [after].compactMap { $0 })
    adjust(&new)
    let comparison = try compare(old, new)
    #expect(comparison.changes.count <= 1)
    return comparison.changes.first
  }

  @Test("the same release twice has no changes") func same() throws {
    let release = SampleRelease(
      figures: [SampleRelease.figure(12), SampleRelease.figure(nil, in: "XX02")],
      flows: [SampleRelease.Flow(best: 90)])
    let comparison = try compare(release, release)
    #expect(comparison.isEmpty)
    #expect(comparison.unchangedCount == 3)
  }

  @Test("another number for days that were over is a revision") func revised() throws {
    let change = try #require(try change(SampleRelease.figure(12), SampleRelease.figure(14)))
    #expect(change.kind == .revised)
    #expect(change.difference?.text == "2")
    #expect(change.numbersBefore?.best?.text == "12")
    #expect(change.numbersAfter?.best?.text == "14")
  }

  @Test("another number for more days is a change") func longer() throws {
    let change = try #require(
      try change(SampleRelease.figure(12), SampleRelease.figure(14)) {
        $0.days.1 = "2025-04-30"
      })
    #expect(change.kind == .changed)
  }

  @Test("another number for a month that was not over when it was first told is a change")
  func running() throws {
    let march = ("2025-03-01", "2025-03-31")
    var old = SampleRelease(step: "month", figures: [SampleRelease.figure(12, days: march)])
    let new = SampleRelease(step: "month", figures: [SampleRelease.figure(14, days: march)])
    #expect(try compare(old, new).changes.map(\.kind) == [.revised])
    old.created = "2025-03-31T23:00:00Z"
    #expect(try compare(old, new).changes.map(\.kind) == [.changed])
  }

  @Test("another bound is a revision without a difference") func bounds() throws {
    var wider = SampleRelease.figure(12)
    wider.high = nil
    let change = try #require(try change(SampleRelease.figure(12), wider))
    #expect(change.kind == .revised)
    #expect(change.difference?.text == "0")
  }

  @Test("F5: what appears or disappears has no difference, as no report is not zero")
  func appeared() throws {
    let appeared = try #require(try change(nil, SampleRelease.figure(14)))
    #expect(appeared.kind == .appeared)
    #expect(appeared.before == .noReport)
    #expect(appeared.difference == nil)
    let gone = try #require(try change(SampleRelease.figure(14), nil))
    #expect(gone.kind == .disappeared)
    #expect(gone.after == .noReport)
    #expect(gone.difference == nil)
    let zero = try #require(try change(SampleRelease.figure(0), SampleRelease.figure(14)))
    #expect(zero.difference?.text == "14")
  }

  @Test(
    "D6: what a release leaves out as a whole is not told, which is not the same as no report",
    arguments: ["indicator", "region", "days", "category"])
  func notTold(kind: String) throws {
    var figure = SampleRelease.figure(14)
    if kind == "indicator" { figure.indicator = "incidents" }
    if kind == "region" { figure.region = "XX03" }
    if kind == "category" { figure.category = "shelling" }
    var old = SampleRelease(figures: [SampleRelease.figure(50, in: "XX02")])
    var new = SampleRelease(figures: old.figures)
    if kind == "region" { new.regions.append("XX03") }
    if kind == "days" {
      (old.step, new.step) = ("month", "month")
      let january = SampleRelease.figure(9, in: "XX02", days: ("2025-01-01", "2025-01-31"))
      (old.figures, new.figures) = ([january], [january])
      figure.days = ("2025-05-01", "2025-05-31")
      new.days.1 = "2025-05-31"
    }
    new.figures.append(figure)
    let change = try #require(try compare(old, new).changes.first { $0.kind == .appeared })
    #expect(change.before == .notTold)
  }

  @Test("a withheld figure takes the number of the other release with it, in both directions")
  func withheld() throws {
    let hidden = try #require(try change(SampleRelease.figure(12), SampleRelease.figure(nil)))
    let shown = try #require(try change(SampleRelease.figure(nil), SampleRelease.figure(12)))
    #expect(hidden.kind == .withheld)
    #expect(shown.kind == .shown)
    for change in [hidden, shown] {
      #expect(change.difference == nil)
      #expect(change.numbersBefore == nil)
      #expect(change.numbersAfter == nil)
    }
    #expect(try change(SampleRelease.figure(nil), SampleRelease.figure(nil)) == nil)
    #expect(try change(nil, SampleRelease.figure(nil))?.kind == .appeared)
    #expect(try change(SampleRelease.figure(nil), nil)?.kind == .disappeared)
  }

  @Test("totals over all days stand on the map alone where a release has periods") func totals()
    throws
  {
    let march = ("2025-03-01", "2025-03-31")
    let old = SampleRelease(
      step: "month", figures: [SampleRelease.figure(12, days: march), SampleRelease.figure(30)])
    let new = SampleRelease(
      step: "month", figures: [SampleRelease.figure(12, days: march), SampleRelease.figure(33)])
    let comparison = try compare(old, new)
    #expect(comparison.changes.map(\.key.days) == [.coverage])
    #expect(comparison.changes.first?.difference?.text == "3")
    #expect(comparison.unchangedCount == 1)
  }

  @Test("flows are compared by both their ends") func flows() throws {
    let old = SampleRelease(flows: [
      SampleRelease.Flow(best: 90), SampleRelease.Flow(destination: "XX01", best: 20),
    ])
    let new = SampleRelease(flows: [
      SampleRelease.Flow(best: 97),
      SampleRelease.Flow(destination: "XX01", best: nil, status: "withheld"),
    ])
    let changes = try compare(old, new).changes
    #expect(changes.map(\.kind) == [.withheld, .revised])
    #expect(changes.map(\.key.destination?.regionID) == ["XX01", "XX02"])
    #expect(changes[1].difference?.text == "7")
  }

  @Test("settings, policy, boundaries, days and regions that differ are told") func differences()
    throws
  {
    let old = SampleRelease()
    let new = SampleRelease(
      protection: "protected by policy strict: figures", edition: "made up 2026",
      days: ("2025-01-01", "2025-04-30"), step: "month", policy: "strict",
      regions: ["XX01", "XX03"], west: 35)
    let differences = try compare(old, new).differences
    let byName = Dictionary(uniqueKeysWithValues: differences.map { ($0.name, $0) })
    #expect(
      Set(byName.keys) == [
        "protection", "boundary_edition", "days", "by", "policy", "regions_only_here",
        "outlines_changed",
      ])
    #expect(byName["policy"]?.before == "public")
    #expect(byName["policy"]?.after == "strict")
    #expect(byName["regions_only_here"]?.before == "XX02")
    #expect(byName["regions_only_here"]?.after == "XX03")
    #expect(byName["outlines_changed"]?.after == "XX01")
  }

  @Test("an internal report takes part only where that is asked for") func `internal`() throws {
    let inside = SampleRelease(
      protection: "internal: not for publication", figures: [SampleRelease.figure(3)])
    let outside = SampleRelease(figures: [SampleRelease.figure(nil)])
    let pair = try SamplePair(inside, outside)
    #expect(throws: ComparisonError.internalReport(directory: pair.folder + "/old")) {
      try Comparison(from: pair.folder + "/old", to: pair.folder + "/new")
    }
    let comparison = try compare(inside, outside, allowsInternal: true)
    #expect(comparison.isInternal)
    #expect(comparison.protection == "internal: not for publication")
    #expect(comparison.changes.map(\.numbersBefore) == [nil])
  }

  @Test("files that were changed are not compared") func damaged() throws {
    let pair = try SamplePair(SampleRelease(), SampleRelease())
    let path = pair.folder + "/new/tallies.csv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try (text + "\n").write(toFile: path, atomically: false, encoding: .utf8)
    let error = #expect(throws: ComparisonError.self) {
      try Comparison(from: pair.folder + "/old", to: pair.folder + "/new")
    }
    #expect(error?.exitCode == 65)
    let missing = #expect(throws: ComparisonError.self) {
      try Comparison(from: pair.folder + "/old", to: pair.folder + "/nowhere")
    }
    #expect(missing?.exitCode == 66)
  }
}
