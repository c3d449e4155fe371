import Disclosure
import Regions

/// The release in ten lines, for a mail: what, the key figures, the caveats that matter.
struct SummaryText {
  private static let mostFigures = 5
  private static let mostCaveats = 3

  private let content: PageContent

  init(_ content: PageContent) {
    self.content = content
  }

  private var words: Wording { content.words }

  func markdown() -> String {
    (head + figures + caveats + [files]).joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    let release = content.release
    let state =
      release.protection.kind == .internal
      ? words.text(HeadPhrase.internalBanner)
      : words.text(HeadPhrase.isProtected, content.rule("policy") ?? "")
    let publisher = content.settings.publisher.map {
      words.text(Paragraph.figureLine, words.text(HeadPhrase.publisher), $0) + ". "
    }
    return [
      "# " + escaped(content.title), "",
      escaped("\(publisher ?? "")\(words.dates(release.coverage)). \(state)."), "",
    ]
  }

  private var figures: [String] {
    guard let country = content.country else {
      return [escaped(words.text(Paragraph.noCountry)), ""]
    }
    let shown = content.keyIndicators
    guard !shown.isEmpty else { return [escaped(words.text(Paragraph.nothing)), ""] }
    return shown.prefix(Self.mostFigures).map { indicator in
      let figure = content.coverage(of: country, at: Level.country.name, indicator)
      return "- "
        + escaped(
          words.text(
            Paragraph.figureLine, words.indicator(content.release.indicators[indicator].name),
            words.line(figure)))
    } + [""]
  }

  private var caveats: [String] {
    let all = Caveats(content).general.prefix(Self.mostCaveats)
    return all.map { "> " + escaped($0.plain) } + (all.isEmpty ? [] : [""])
  }

  private var files: String {
    words.text(Paragraph.summaryFiles, "report.html", "tallies.csv")
  }

  /// Nothing in a text is taken for markup, for a link, for an address or for an image.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in PlainText.oneLine(text, limit: 1000) {
      if "\\`*_[]<>#|~!&@".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result.replacing("://", with: "\\://").replacing("www.", with: "www\\.")
  }
}
