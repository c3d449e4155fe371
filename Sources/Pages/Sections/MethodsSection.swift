import Disclosure

/// How the figures came about, in a few sentences, with the settings of the run.
struct MethodsSection {
  private let content: PageContent

  init(_ content: PageContent) {
    self.content = content
  }

  private var words: Wording { content.words }

  func write(to html: inout HTMLWriter) {
    html.section("methods", words.text(HeadPhrase.methods)) { html in
      html.element("ul", [.class("caveats")]) { html in
        for sentence in sentences {
          html.line()
          html.element("li", words: sentence)
        }
      }
      settings(&html)
    }
  }

  private var sentences: [Sentence] {
    var all = [words.sentence(Paragraph.countedOnce)]
    if let meters = content.rule("snap_meters"), let number = Double(meters), number > 0 {
      all.append(words.sentence(Paragraph.snapping, words.number(number)))
    }
    switch content.rule("spanning") {
    case "start": all.append(words.sentence(Paragraph.timeStart))
    case "spread": all.append(words.sentence(Paragraph.timeSpread))
    default: all.append(words.sentence(Paragraph.timeHeld))
    }
    if let zone = content.rule("time_zone") {
      all.append(words.sentence(Paragraph.digitsMethod, zone))
    }
    all += [words.sentence(Paragraph.bounds), words.sentence(Paragraph.sourcesNotAdded)]
    if content.release.indicators.contains(where: { $0.kind == .stock }) {
      all.append(words.sentence(Paragraph.stocks))
    }
    if let compared = content.comparison {
      all.append(
        words.sentence(
          Paragraph.changeMethod, period(compared.current), period(compared.before)))
    }
    return all + protection
      + [words.sentence(Paragraph.mapMethod, words.number(ClassScale.mostClasses))]
  }

  private var protection: [Sentence] {
    guard content.release.protection.kind == .protected else { return [] }
    let threshold = content.rule("k").flatMap { Int($0) }.map { words.number($0) }
    let policy = content.rule("policy") ?? ""
    let release = content.release
    if let base = release.roundingBase, let most = release.mostRounding {
      return [
        words.sentence(Paragraph.roundingRule, policy, words.number(base), words.number(most))
      ]
    }
    return [
      words.sentence(Paragraph.protectionRule, policy, threshold ?? ""),
      words.sentence(Paragraph.waiting),
    ]
  }

  private func period(_ number: Int) -> String {
    words.period(content.release.periods[number], step: content.release.step)
  }

  /// What was set, as the options and files of the program name it; long lists are left to
  /// `accounts.json`.
  private func settings(_ html: inout HTMLWriter) {
    let shown = content.release.accounts.settings.filter {
      !$0.value.isEmpty && $0.value.utf8.count <= 120
    }
    guard !shown.isEmpty else { return }
    html.table(
      words.sentence(PlacePhrase.settings),
      columns: [.text(words.text(PlacePhrase.setting)), .text(words.text(PlacePhrase.value))]
    ) { html in
      for setting in shown.prefix(60) {
        html.row(
          PlainText.oneLine(setting.name), isCode: true, [.code(PlainText.oneLine(setting.value))])
      }
    }
  }
}
