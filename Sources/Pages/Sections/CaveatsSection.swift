import Disclosure
import Regions

/// What a reader has to know before quoting a figure, in plain words.
struct CaveatsSection {
  private let content: PageContent

  init(_ content: PageContent) {
    self.content = content
  }

  func write(to html: inout HTMLWriter) {
    let all = Caveats(content).all
    guard !all.isEmpty else { return }
    html.section("caveats", content.words.text(HeadPhrase.caveats)) { html in
      html.element("ul", [.class("caveats")]) { html in
        for caveat in all {
          html.line()
          html.element("li", words: caveat)
        }
      }
    }
  }
}
