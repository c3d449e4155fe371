import Reports

/// Who must be named, and what the boundaries do not mean.
struct LicencesSection {
  private let content: PageContent

  init(_ content: PageContent) {
    self.content = content
  }

  func write(to html: inout HTMLWriter) {
    let words = content.words
    let context = content.context
    html.element("footer") { html in
      html.element("h2", text: words.text(HeadPhrase.licences))
      html.element("p") { html in
        html.isolated(
          words.language == .english
            ? PlainText.oneLine(context.disclaimer, limit: 600)
            : words.text(Paragraph.disclaimer))
      }
      html.element("p") { $0.isolated(PlainText.oneLine(context.attribution, limit: 2000)) }
      let names = context.licenses.map { PlainText.oneLine($0.name ?? $0.title) }
      if !names.isEmpty {
        html.element(
          "p", words: words.sentence(Paragraph.boundaryLicence, names.joined(separator: "; ")))
      }
    }
    html.line()
  }
}
