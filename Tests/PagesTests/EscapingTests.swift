import Testing

@testable import Pages

@Suite("Nothing that comes from input is taken for markup")
struct EscapingTests {
  @Test("in a page: a hostile name stays a text, wherever it stands", arguments: Language.allCases)
  func page(language: Language) throws {
    let name = SamplePage.hostile
    let release = try SamplePage.release(isInternal: true, name: name)
    let page = try SamplePage.page(release, language: language, name: name, title: name)
    let markup = MarkupReader(page.html())
    #expect(markup.isWellFormed)
    #expect(markup.all("script").isEmpty)
    #expect(markup.elements.allSatisfy { $0.attributes["onload"] == nil })
    // The names of files, of licences, the heading and the publisher; as it was, but for the
    // control character and the mark of direction.
    let shown = "</td><script>alert(1)</script>\"' onload=x &amp;"
    #expect(markup.all("h1").first?.text == shown)
    #expect(markup.all("title").first?.text == shown)
    #expect(markup.all("dd").contains { $0.text == shown })
    #expect(markup.all("th").contains { $0.text == shown })
    #expect(!SamplePage.text(page).contains("<script"))
  }

  @Test("a name that is too long is cut, and one of many lines is one line")
  func oneLine() {
    #expect(PlainText.oneLine("a\r\n b\t c") == "a b c")
    #expect(PlainText.oneLine(String(repeating: "x", count: 500), limit: 10) == "xxxxxxxxx…")
    #expect(PlainText.oneLine("\u{1B}[31mred\u{7}") == "[31mred")
    #expect(PlainText.oneLine("a\u{202E}b\u{2066}c\u{FEFF}") == "abc")
    #expect(PlainText.oneLine("دمشق ودرعا") == "دمشق ودرعا")
  }

  @Test("in the writer: text and attributes are escaped, and read back as they were")
  func writer() throws {
    let texts = ["<", ">", "&", "\"", "'", "]]>", "&lt;", "<!--", "\u{FFFE}\u{0}x", "é漢🙂"]
    var html = HTMLWriter()
    html.element("root") { html in
      for text in texts { html.element("p", [Attribute("title", text)], text: text) }
    }
    let markup = MarkupReader(html.bytes)
    #expect(markup.isWellFormed)
    let expected = texts.map { $0 == "\u{FFFE}\u{0}x" ? " x" : $0 }
    #expect(markup.all("p").map(\.text) == expected)
    #expect(markup.all("p").map { $0.attributes["title"] } == expected)
  }

  @Test("in the summary: no link, image, heading, list or markup from a title or a publisher")
  func summary() throws {
    let name = "x](http://a.b) ![i](c) <b>#*_`| www.evil.example a@b.c\n- item"
    let text = try SamplePage.page(name: name, title: name).summary()
    let first = text.split(separator: "\n")[0]
    #expect(
      first == ##"# x\](http\://a.b) \!\[i\](c) \<b\>\#\*\_\`\| www\.evil.example a\@b.c - item"##)
    #expect(!text.contains("\n- item"))
  }

  @Test("a summary has some ten lines, and its last ends")
  func lines() throws {
    let lines = try SamplePage.page().summary().split(
      separator: "\n", omittingEmptySubsequences: true)
    #expect((5...12).contains(lines.count))
    #expect(try SamplePage.page().summary().hasSuffix("tallies.csv.\n"))
  }
}
