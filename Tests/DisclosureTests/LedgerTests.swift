import Records
import Regions
import Tallies
import Testing

@testable import Disclosure

@Suite("D5: the ledger of a series says which figures were told together")
struct LedgerTests {
  private typealias Figures = [String: Ledger.Entry.Figure]

  private let january = "district|region G1A|period 2025-01-01 2025-01-31|displaced|"
  private let february = "district|region G1A|period 2025-02-01 2025-02-28|displaced|"
  private let total = "district|region G1A|coverage 2025-01-01 2025-01-31|displaced|"

  private func scope(_ levels: [Level] = [.district], months: Int = 1) throws -> LedgerScope {
    let first = try #require(Day(year: 2025, month: 1, day: 1))
    let last = try #require(Day(year: 2025, month: months, day: 28))
    return LedgerScope(
      ReportSettings(step: .month, levels: levels, category: .kind),
      coverage: FigurePeriod(.coverage, first: first, last: last))
  }

  private func adding(
    _ figures: Figures, vanished: [String] = [], to ledger: Ledger, _ scope: LedgerScope,
    k: Int = 5, isRevision: Bool = false
  ) -> Ledger {
    ledger.adding(
      figures, vanished: vanished, scope: scope, periods: [], basis: "by month", threshold: k,
      isRevision: isRevision)
  }

  /// What each release has told, as far as it has to be kept apart.
  private func told(_ ledger: Ledger) -> [Figures] {
    ledger.releases.map { $0.figures.mapValues(\.figure) }
  }

  @Test("a total that the next release leaves out was not told together with its new periods")
  func apart() throws {
    let first: Figures = [january: .withheld, total: .shown(Quantity(60))]
    var ledger = adding(first, to: Ledger(), try scope())
    let second: Figures = [january: .withheld, february: .shown(Quantity(9))]
    ledger = adding(second, to: ledger, try scope(months: 2))
    #expect(told(ledger) == [first, second])
    #expect(ledger.releases.map(\.isFirst) == [true, false])
    // All that was ever told stays known.
    #expect(ledger.entries[total]?.figure == .shown(Quantity(60)))
    let read = try Ledger(parsing: ledger.bytes)
    #expect(told(read) == told(ledger))
    #expect(read.releases.map(\.scope) == [try scope(), try scope(months: 2)])
  }

  @Test("a series that only adds to what it told takes no more room than its revisions")
  func together() throws {
    var ledger = adding([january: .withheld], to: Ledger(), try scope())
    var figures: Figures = [january: .withheld]
    for number in 2...9 {
      figures["\(february)\(number)"] = .shown(Quantity(number * 10))
      ledger = adding(figures, to: ledger, try scope(months: number))
    }
    #expect(told(ledger) == [[january: .withheld], figures])
    #expect(ledger.releaseCount == 9)
    #expect(try ledger.releases.last?.scope == scope(months: 9))
    // Other levels are other sums.
    let fine = adding(figures, to: ledger, try scope([.district, .subdistrict], months: 9))
    #expect(told(fine) == [[january: .withheld], figures, figures])
    let revised = adding(figures, to: ledger, try scope(months: 9), isRevision: true)
    #expect(told(revised) == [[january: .withheld], figures, figures])
    #expect(revised.releases.map(\.isRevision) == [false, false, true])
  }

  @Test("what is told again after it was not keeps the k under which it was withheld")
  func again() throws {
    var ledger = adding([january: .withheld], to: Ledger(), try scope())
    ledger = adding([:], to: ledger, try scope(), isRevision: true)
    ledger = adding([january: .withheld], to: ledger, try scope(), k: 7, isRevision: true)
    #expect(told(ledger) == [[january: .withheld], [:], [january: .withheld]])
    #expect(ledger.releases.last?.figures[january]?.threshold == 5)
    #expect(ledger.releases.last?.threshold == 7)
  }

  @Test("what has vanished is known to be a zero, and not told")
  func vanished() throws {
    var ledger = adding([january: .shown(Quantity(20))], to: Ledger(), try scope())
    ledger = adding([:], vanished: [january], to: ledger, try scope(), isRevision: true)
    #expect(ledger.entries[january]?.figure == .shown(.zero))
    #expect(told(ledger).last == [:])
    let again = adding([:], vanished: [january], to: ledger, try scope(), isRevision: true)
    #expect(told(try Ledger(parsing: again.bytes)).last == [:])
  }

  @Test("a line of which anything was changed is refused")
  func changed() throws {
    let ledger = adding([january: .withheld], to: Ledger(), try scope())
    let text = String(decoding: ledger.bytes, as: UTF8.self)
    for (old, new) in [("\"levels\":[\"district\"]", "\"levels\":[]"), ("null", "\"20\"")] {
      let other = text.replacing(old, with: new)
      #expect(other != text)
      #expect(throws: LedgerError(line: 1)) { try Ledger(parsing: Array(other.utf8)) }
    }
  }

  @Test("what was public is told from what was protected, until a revision tells it otherwise")
  func publicFigures() throws {
    let first = Ledger().adding(
      [january: .withheld], public: [february: .shown(Quantity(2))], scope: try scope(),
      periods: [], basis: "by month", threshold: 5, isRevision: false)
    let read = try Ledger(parsing: first.bytes)
    for ledger in [first, read] {
      #expect(ledger.tellsPublic)
      #expect(ledger.entries.mapValues(\.isPublic) == [january: false, february: true])
    }
    let both: Figures = [january: .withheld, february: .shown(Quantity(2))]
    let again = adding(both, to: read, try scope())
    #expect(again.entries[february]?.isPublic == true && told(again) == [both, both])
    let revised = adding(both, to: again, try scope(), isRevision: true)
    #expect(revised.entries[february]?.isPublic == false)
    #expect(try Ledger(parsing: revised.bytes).entries == revised.entries)
  }

  @Test("a ledger that says nothing of public figures is read, and known to say nothing of them")
  func withoutPublicFigures() throws {
    let ledger = try Ledger(parsing: Array(Self.withoutPublic.utf8))
    #expect(ledger.releaseCount == 1 && !ledger.tellsPublic)
    #expect(ledger.entries.values.map(\.figure) == [.withheld])
    #expect(adding([:], to: ledger, try scope()).tellsPublic == false)
  }

  /// A ledger as it was written before public figures were noted.
  static let withoutPublic =
    #"{"release":1,"revision":false,"basis":"by coverage, week monday, spanning hold, zone "#
    + #"Asia/Damascus","k":5,"periods":["coverage 2025-01-01 2025-01-31"],"told":{"coverage":"#
    + #""coverage 2025-01-01 2025-01-31","levels":["governorate"],"indicators":["displaced"],"#
    + #""category":null,"from":null,"to":"2025-01-31"},"absent":[],"figures":{"governorate|"#
    + #"region SY05|coverage 2025-01-01 2025-01-31|displaced|":null},"previous":"","hash":"#
    + #""44099167ce56b7c0c7d0c0027f4c4b1397d8207ac6b6084713cf6606cbe8acfb"}"#

  @Test("a ledger of an earlier edition is told from one that was changed")
  func earlier() throws {
    let line = #"{"release":1,"k":5,"periods":[],"figures":{},"previous":"","hash":"0"}"#
    let error = #expect(throws: LedgerError(line: 1, isOfEarlierEdition: true)) {
      try Ledger(parsing: Array(line.utf8))
    }
    #expect(error?.description.contains("begin a new series") == true)
  }
}
