import Disclosure

/// What became of every record (rule A1), as far as the release tells it.
struct AccountsSection {
  private static let mostRows = 80

  private let content: PageContent

  init(_ content: PageContent) {
    self.content = content
  }

  private var words: Wording { content.words }
  private var accounts: Release.Accounts { content.release.accounts }

  func write(to html: inout HTMLWriter) {
    let levels = accounts.levels.filter { $0.file.isEmpty && $0.balance.read > 0 }
    let zones = accounts.zones.filter { $0.inside + $0.possible > 0 }
    guard !accounts.inputs.isEmpty || !levels.isEmpty else { return }
    html.section("accounts", words.text(HeadPhrase.accounts)) { html in
      if !accounts.inputs.isEmpty { inputs(&html) }
      if !levels.isEmpty { balances(levels, &html) }
      if !zones.isEmpty { self.zones(zones, &html) }
    }
  }

  private func inputs(_ html: inout HTMLWriter) {
    html.table(
      words.sentence(PlacePhrase.inputs),
      columns: [.text(words.text(PlacePhrase.file))]
        + numbers([.rowsInFile, .read, .rejected, .replaced, .outOfRange])
    ) { html in
      for input in accounts.inputs.prefix(Self.mostRows) {
        html.row(
          PlainText.oneLine(input.file),
          cells([input.rows, input.read, input.rejected, input.replaced, input.outOfRange]))
      }
    }
  }

  private func balances(
    _ levels: [Release.Accounts.LevelAccount], _ html: inout HTMLWriter
  ) {
    html.paragraph(words.sentence(Paragraph.accountsIntro))
    html.table(
      words.sentence(PlacePhrase.recordsByLevel),
      columns: [
        .text(words.text(FigurePhrase.level)), .text(words.text(FigurePhrase.indicator)),
      ] + numbers([.read, .inRegions, .unspecifiedPlaces, .external])
        + [
          .number(words.text(PlacePhrase.outside)), .number(words.text(PlacePhrase.unplaced)),
        ]
    ) { html in
      for account in levels.prefix(Self.mostRows) {
        let balance = account.balance
        html.row(
          words.level(account.level),
          [.text(words.indicator(account.indicator))]
            + cells([
              balance.read, balance.regions, balance.unspecified, balance.external,
              balance.outside, balance.unplaced,
            ]))
      }
    }
  }

  private func zones(_ zones: [Release.Accounts.ZoneAccount], _ html: inout HTMLWriter) {
    html.table(
      words.sentence(PlacePhrase.recordsInZones),
      columns: [
        .text(words.text(PlacePhrase.zone)), .text(words.text(FigurePhrase.indicator)),
      ] + numbers([.insideZone, .possiblyInZone])
    ) { html in
      for account in zones.prefix(Self.mostRows) {
        html.row(
          content.name(status: .region, id: account.zone, name: account.zone),
          [.text(words.indicator(account.indicator))]
            + cells([account.inside, account.possible]))
      }
    }
  }

  private func numbers(_ titles: [PlacePhrase]) -> [HTMLWriter.Column] {
    titles.map { .number(words.text($0)) }
  }

  private func cells(_ numbers: [Int]) -> [HTMLWriter.Cell] {
    numbers.map { .number(words.number($0)) }
  }
}
