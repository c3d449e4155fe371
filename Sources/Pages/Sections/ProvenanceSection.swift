import Disclosure
import Reports

/// From which files the release was made, by which program, on which boundaries.
struct ProvenanceSection {
  private static let mostInputs = 100

  private let content: PageContent

  init(_ content: PageContent) {
    self.content = content
  }

  private var words: Wording { content.words }

  func write(to html: inout HTMLWriter) {
    html.section("provenance", words.text(HeadPhrase.provenance)) { html in
      html.element("dl", [.class("facts")]) { html in
        fact(PlacePhrase.program, "nuzuh \(content.context.toolVersion)", &html)
        fact(HeadPhrase.made, content.context.created, &html)
        fact(PlacePhrase.boundaryEdition, content.context.boundaryEdition, &html)
      }
      inputs(&html)
      html.paragraph(words.sentence(Paragraph.fileHashes))
    }
  }

  private func fact(
    _ name: some CatalogEntry, _ value: String, _ html: inout HTMLWriter
  ) {
    html.element("div") { html in
      html.element("dt", text: words.text(name))
      html.element("dd") { $0.isolated(PlainText.oneLine(value)) }
    }
  }

  private func inputs(_ html: inout HTMLWriter) {
    let inputs = content.release.accounts.inputs
    guard !inputs.isEmpty else {
      html.paragraph(
        words.sentence(Paragraph.inputsNotTold, words.list(content.profiles)))
      return
    }
    html.table(
      words.sentence(PlacePhrase.inputs),
      columns: [
        .text(words.text(PlacePhrase.file)), .text(words.text(PlacePhrase.layout)),
        .text(words.text(PlacePhrase.hash)),
      ]
    ) { html in
      for input in inputs.prefix(Self.mostInputs) {
        html.row(
          PlainText.oneLine(input.file),
          [.code(PlainText.oneLine(input.profile)), .code(PlainText.oneLine(input.sha256))])
      }
    }
  }
}
