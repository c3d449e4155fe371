import Disclosure
import Regions
import Testing

@testable import Pages

@Suite("F5: no report, zero, withheld and not shown are told apart, and nothing hidden shows")
struct StateTests {
  private func content(_ release: Release? = nil) throws -> PageContent {
    try PageContent(
      release: release ?? SamplePage.release(), catalog: SamplePage.catalog(),
      context: SampleContext.context, settings: PageSettings())
  }

  private func words(
    _ content: PageContent, _ id: RegionID, _ indicator: Int
  ) throws -> String {
    let region = try #require(content.catalog.number(of: id))
    let level = content.catalog[region].levelName
    return content.words.main(
      content.coverage(of: content.place(region), at: level, indicator))
  }

  @Test(
    "each state has a word of its own",
    arguments: [
      ("XX01", 1, "30"), ("XX02", 1, "number not stated"), ("XX03", 1, "0"),
      ("XX04", 1, "no report"), ("XX02", 2, "withheld"), ("XX01", 2, "1,200"),
      // The policy shows nobody displaced below the governorate.
      ("XX0101", 2, "not shown"), ("XX0102", 1, "no report"),
    ] as [(String, Int, String)])
  func states(id: String, indicator: Int, word: String) throws {
    #expect(try words(content(), RegionID(id), indicator) == word)
  }

  @Test("each state has a look of its own on maps")
  func looks() throws {
    let content = try content()
    let regions = content.catalog.regions(at: .governorate)
    let killed = regions.map {
      content.coverage(of: content.place($0), at: "governorate", 1)
    }
    let scale = ClassScale(killed)
    #expect(killed.map(scale.style) == ["k3", "ko", "kz", "kn"])
    #expect(scale.style(of: .withheld) == "kw")
    #expect(scale.style(of: .notShown) == "kp")
  }

  @Test("D3: no byte depends on a number that is withheld", arguments: Language.allCases)
  func hidden(language: Language) throws {
    let pages = try ["1", "4", "99999"].map {
      try SamplePage.page(SamplePage.release(hidden: $0), language: language)
    }
    #expect(Set(pages.map { $0.html() }).count == 1)
    #expect(Set(pages.map { $0.summary() }).count == 1)
    #expect(SamplePage.text(pages[0]).contains(language == .english ? "withheld" : "محجوب"))
  }

  @Test("flows without a number come last, by name, however large they are")
  func flowOrder() throws {
    let flows = FlowList(try content()).flows
    #expect(flows.map(\.status) == [.reported, .withheld])
  }

  @Test("a bar without a number has one height, whatever stands behind it")
  func bars() throws {
    let text = SamplePage.text(try SamplePage.page())
    // February's displaced of Beta are withheld; the charts show killed, the indicator with most.
    #expect(text.contains("class=\"br\""))
    let chart = PeriodChart(
      id: "c", title: "t", indicator: "i", periods: [SamplePage.january, SamplePage.february],
      figures: [.withheld, .numberless], most: 1, isReversed: false)
    var html = HTMLWriter()
    chart.write(try content(), to: &html)
    let bars = MarkupReader(Array("<r>".utf8) + html.bytes + Array("</r>".utf8)).all("rect")
    #expect(bars.map { $0.attributes["height"] } == ["7", "7"])
    #expect(bars.map { $0.attributes["class"] } == ["br kw", "br ko"])
  }

  @Test("a change is given between two whole numbers only")
  func changes() throws {
    let content = try content()
    let place = content.release.place(level: "governorate", regionID: "XX01")
    let figures = [0, 1].map {
      content.figure(of: place, at: "governorate", period: $0, 1)
    }
    #expect(figures[1].change(since: figures[0])?.text == "10")
    #expect(content.words.change(try #require(figures[1].change(since: figures[0]))) == "▲ +10")
    #expect(content.words.change(try #require(figures[0].change(since: figures[1]))) == "▼ −10")
    #expect(PageFigure.withheld.change(since: figures[0]) == nil)
    #expect(figures[0].change(since: .noReport) == nil)
    #expect(figures[0].change(since: .zero)?.text == "10")
    let open = PageFigure.number(
      .init(best: figures[0].best, low: nil, high: nil, isOpen: true, isHighOpen: true))
    #expect(figures[1].change(since: open) == nil)
  }

  @Test("a map says what it leaves out")
  func notOnMap() throws {
    let text = SamplePage.text(try SamplePage.page())
    #expect(text.contains("Not on this map: <bdi>Examplia, exact place not known – 10</bdi>"))
  }

  @Test("ranges: both bounds, an open one, none told")
  func ranges() throws {
    let words = try content().words
    func line(_ low: String?, _ best: String?, _ high: String?, open: Bool = false) -> String {
      let amount = { (text: String?) in text.flatMap(Release.Amount.init(text:)) }
      return words.line(
        .number(
          .init(
            best: amount(best), low: amount(low), high: amount(high), isOpen: false,
            isHighOpen: open)))
    }
    #expect(line("8500", "21637", "21637") == "21,637 (8,500–21,637)")
    #expect(line("25", "25", nil, open: true) == "25 (or more)")
    #expect(line("111", "1476", nil, open: true) == "1,476 (111 or more)")
    #expect(line(nil, "1200", nil) == "1,200")
    #expect(line("7", "7", "7") == "7")
    #expect(line("3", nil, nil, open: true) == "at least 3")
    #expect(line("-40", "-40", "-40") == "−40")
    #expect(line("-40", "-30", "-20") == "−30 (−40 to −20)")
    #expect(line("12.25", "12.25", "12.25") == "12.25")
  }
}
