import Disclosure
import Regions
import Reports

/// What the page is about, for when, from whom, and who may see it.
struct HeadSection {
  private let content: PageContent

  init(_ content: PageContent) {
    self.content = content
  }

  private var words: Wording { content.words }
  private var isInternal: Bool { content.release.protection.kind == .internal }

  func write(to html: inout HTMLWriter) {
    if isInternal {
      html.element("p", [.class("banner")], text: words.text(HeadPhrase.internalBanner))
      html.element(
        "p", [.class("mark"), Attribute("aria-hidden", "true")],
        text: words.text(HeadPhrase.internalBanner))
    }
    html.element("header") { html in
      html.element("p", [.class("kicker")], text: words.text(HeadPhrase.subtitle))
      html.element("h1") { $0.isolated(content.title) }
      html.element("p", [.class("when")]) { html in
        html.isolated(words.dates(content.release.coverage))
      }
      html.element("dl", [.class("facts")]) { facts(&$0) }
    }
    html.line()
  }

  private func facts(_ html: inout HTMLWriter) {
    fact(HeadPhrase.area, content.name(of: content.catalog.country), &html)
    if let step = content.release.step {
      fact(HeadPhrase.period, words.text(HeadPhrase.byStep, words.step(step)), &html)
    }
    if let publisher = content.settings.publisher {
      fact(HeadPhrase.publisher, PlainText.oneLine(publisher), &html)
    }
    fact(HeadPhrase.sources, words.list(content.profiles), &html)
    fact(HeadPhrase.protection, protection, &html)
    fact(HeadPhrase.made, words.date(content.context.created), &html)
  }

  private var protection: String {
    isInternal
      ? words.text(HeadPhrase.isInternal)
      : words.text(HeadPhrase.isProtected, content.rule("policy") ?? "")
  }

  private func fact(_ name: HeadPhrase, _ value: String, _ html: inout HTMLWriter) {
    guard !value.isEmpty else { return }
    html.element("div") { html in
      html.element("dt", text: words.text(name))
      html.element("dd") { $0.isolated(value) }
    }
  }
}

extension PageContent {
  /// How the inputs were read: the names of the profiles, each once.
  var profiles: [String] {
    let told = release.accounts.settings.first { $0.name == "profiles" }?.value
    let names =
      told.map { $0.split(separator: ",").map(String.init) }
      ?? Set(release.accounts.inputs.map(\.profile)).sorted()
    return names.map { PlainText.oneLine($0, limit: 60) }
  }

  /// The value of a rule of the protection or of a setting.
  func rule(_ name: String) -> String? {
    (release.protection.rules + release.accounts.settings).first { $0.name == name }
      .map { PlainText.oneLine($0.value) }
  }
}
