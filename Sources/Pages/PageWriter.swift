import Disclosure
import Reports

/// Puts the sections of a page one behind the other.
struct PageWriter {
  private let content: PageContent

  init(_ content: PageContent) {
    self.content = content
  }

  func html() -> [UInt8] {
    var html = HTMLWriter()
    let language = content.settings.language
    let sheet = PageStyle.sheet(
      internalBanner: content.release.protection.kind == .internal
        ? content.words.text(HeadPhrase.internalBanner) : nil)
    html.doctype()
    html.element(
      "html",
      [
        Attribute("xmlns", "http://www.w3.org/1999/xhtml"),
        Attribute("lang", language.rawValue), Attribute("xml:lang", language.rawValue),
        Attribute("dir", language.isRightToLeft ? "rtl" : "ltr"),
      ]
    ) { html in
      html.element("head") { head(sheet, &$0) }
      html.line()
      html.element("body") { body(&$0) }
    }
    html.line()
    return html.bytes
  }

  private func head(_ sheet: String, _ html: inout HTMLWriter) {
    html.empty("meta", [Attribute("charset", "utf-8")])
    html.empty(
      "meta",
      [
        Attribute("http-equiv", "Content-Security-Policy"),
        Attribute("content", ContentPolicy.text(allowing: sheet)),
      ])
    html.empty(
      "meta",
      [
        Attribute("name", "viewport"),
        Attribute("content", "width=device-width, initial-scale=1"),
      ])
    html.empty(
      "meta",
      [
        Attribute("name", "generator"),
        Attribute("content", "nuzuh \(content.context.toolVersion)"),
      ])
    html.element("title", text: content.title)
    html.style(sheet)
  }

  private func body(_ html: inout HTMLWriter) {
    html.element(
      "a", [.class("skip"), Attribute("href", "#key")],
      text: content.words.text(HeadPhrase.skipLink))
    Hatches.write(to: &html)
    html.line()
    HeadSection(content).write(to: &html)
    html.element("main") { html in
      KeyFiguresSection(content).write(to: &html)
      CaveatsSection(content).write(to: &html)
      MapsSection(content).write(to: &html)
      FlowsSection(content).write(to: &html)
      ComparisonSection(content).write(to: &html)
      OverTimeSection(content).write(to: &html)
      ElsewhereSection(content).write(to: &html)
      AllFiguresSection(content).write(to: &html)
      AccountsSection(content).write(to: &html)
      MethodsSection(content).write(to: &html)
      ProvenanceSection(content).write(to: &html)
    }
    html.line()
    LicencesSection(content).write(to: &html)
  }
}

extension HTMLWriter {
  /// A part of the page with its heading.
  mutating func section(
    _ id: String, _ title: String, _ content: (inout HTMLWriter) -> Void
  ) {
    element("section", [.id(id)]) { html in
      html.element("h2", text: title)
      html.line()
      content(&html)
    }
    line()
  }
}
