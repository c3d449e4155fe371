import Crypto
import Disclosure
import Foundation
import Testing

@testable import Pages

@Suite("A page is one well-formed document that a screen reader can walk through")
struct PageStructureTests {
  static let pages: [(Language, Bool)] = [
    (.english, false), (.english, true), (.arabic, false), (.arabic, true),
  ]

  private func read(_ language: Language, isInternal: Bool) throws -> MarkupReader {
    MarkupReader(
      try SamplePage.page(
        SamplePage.release(isInternal: isInternal), language: language
      ).html())
  }

  @Test("it is XML, in its language and direction", arguments: pages)
  func wellFormed(language: Language, isInternal: Bool) throws {
    let page = try read(language, isInternal: isInternal)
    #expect(page.isWellFormed)
    let root = try #require(page.elements.first)
    #expect(root.attributes["lang"] == language.rawValue)
    #expect(root.attributes["dir"] == (language == .arabic ? "rtl" : "ltr"))
  }

  @Test("it has one h1, and no heading skips a level", arguments: pages)
  func headings(language: Language, isInternal: Bool) throws {
    let page = try read(language, isInternal: isInternal)
    let levels = page.elements.compactMap { element in
      element.name.count == 2 && element.name.first == "h"
        ? element.name.last?.wholeNumberValue : nil
    }
    #expect(levels.first == 1)
    #expect(levels.count { $0 == 1 } == 1)
    #expect(levels.count > 10)
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
  }

  @Test("tables have captions, and headings of columns and rows have scopes")
  func tables() throws {
    let page = try read(.english, isInternal: true)
    #expect(page.all("table").count >= 5)
    #expect(page.all("caption").count == page.all("table").count)
    #expect(page.all("caption").allSatisfy { !$0.text.isEmpty })
    let scopes = Set(["col", "row", "colgroup", "rowgroup"])
    #expect(page.all("th").allSatisfy { scopes.contains($0.attributes["scope"] ?? "") })
    let boxes = page.all("div").filter { $0.attributes["class"] == "box" }
    #expect(boxes.count == page.all("table").count)
    #expect(boxes.allSatisfy { $0.attributes["tabindex"] == "0" })
  }

  @Test("every drawing has a title and a description, or is hidden from screen readers")
  func drawings() throws {
    let page = try read(.english, isInternal: false)
    let ids = Set(page.elements.compactMap { $0.attributes["id"] })
    let pictures = page.all("svg").filter { $0.attributes["role"] == "img" }
    #expect(pictures.count >= 4)
    for picture in pictures {
      let names = (picture.attributes["aria-labelledby"] ?? "").split(separator: " ")
      #expect(names.count == 2)
      #expect(names.allSatisfy { ids.contains(String($0)) })
    }
    let others = page.all("svg").filter { $0.attributes["role"] == nil }
    #expect(others.allSatisfy { $0.attributes["aria-hidden"] == "true" })
  }

  @Test("ids are unique, and the link that skips the head leads somewhere")
  func ids() throws {
    let page = try read(.english, isInternal: false)
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let target = page.all("a").first?.attributes["href"]?.dropFirst()
    #expect(ids.contains(String(target ?? "")))
  }

  @Test("the policy allows the style sheet by its hash, and nothing else is there to be allowed")
  func policy() throws {
    let page = try read(.arabic, isInternal: true)
    let sheet = try #require(page.all("style").first?.text)
    #expect(page.all("style").count == 1)
    let policy = page.all("meta").first {
      $0.attributes["http-equiv"] == "Content-Security-Policy"
    }?.attributes["content"]
    let hash = Data(SHA256.hash(data: Array(sheet.utf8))).base64EncodedString()
    #expect(policy?.hasPrefix("default-src 'none'; style-src 'sha256-\(hash)'") == true)
    for element in page.elements {
      #expect(!["script", "img", "iframe", "object", "link", "form"].contains(element.name))
      #expect(element.attributes.keys.allSatisfy { $0 != "style" && !$0.hasPrefix("on") })
      #expect((element.attributes["href"] ?? "#").hasPrefix("#"))
    }
    #expect(!sheet.contains("http"))
  }

  @Test("an internal page says so on top and on every printed page; a protected one does not")
  func banner() throws {
    let inside = SamplePage.text(
      try SamplePage.page(SamplePage.release(isInternal: true)))
    let outside = SamplePage.text(try SamplePage.page())
    #expect(inside.contains("@top-center{content:\"INTERNAL – NOT FOR PUBLICATION\""))
    #expect(inside.contains("<p class=\"banner\">INTERNAL – NOT FOR PUBLICATION</p>"))
    #expect(!outside.contains("INTERNAL"))
  }

  @Test("A3: the same release gives the same bytes")
  func sameBytes() throws {
    #expect(try SamplePage.page().html() == SamplePage.page().html())
    #expect(try SamplePage.page().summary() == SamplePage.page().summary())
  }

  @Test("a release of twelve thousand rows makes a page of less than a megabyte that says so")
  func bounded() throws {
    let days = (0..<120).map { number in
      let day = "\(2000 + number / 300)-\(10 + number % 3)-\(10 + number / 3 % 19)"
      return Release.Period(start: day, end: day, label: day)
    }
    let ids = ["XX01", "XX02", "XX03", "XX04"] + (0..<30).map { "YY\($0)" }
    let entries = days.flatMap { day in
      ids.flatMap { id in
        SamplePage.indicators.map { SamplePage.entry(id, day, $0.name, "7") }
      }
    }
    #expect(entries.count > 12_000)
    let bytes = try SamplePage.page(
      SamplePage.release(entries: entries, periods: days)
    ).html()
    #expect(bytes.count < 1_000_000)
    #expect(String(decoding: bytes, as: UTF8.self).contains("All of them stand in tallies.csv"))
  }
}
