import Disclosure
import Regions

/// The caveats of a release, those that matter most first. Made only of what the release tells.
struct Caveats {
  private let content: PageContent

  init(_ content: PageContent) {
    self.content = content
  }

  private var words: Wording { content.words }
  private var release: Release { content.release }

  var all: [Sentence] { general + findings }

  /// What follows from the figures, the accounts and the settings.
  var general: [Sentence] {
    var all: [Sentence] = []
    if content.rule("trust_points") == "true" { all.append(words.sentence(Paragraph.trustCaveat)) }
    if release.protection.kind == .internal {
      all.append(words.sentence(Paragraph.internalCaveat))
    } else if release.traits.contains(.withheld) || release.flows.contains(where: \.isWithheld) {
      all.append(words.sentence(Paragraph.withheldCaveat))
    }
    if let base = release.roundingBase, let most = release.mostRounding {
      all.append(
        words.sentence(Paragraph.roundedCaveat, words.number(base), words.number(most)))
    }
    all += placed
    if release.traits.contains(.unspecifiedTime) {
      all.append(words.sentence(Paragraph.timeCaveat))
    }
    if release.traits.contains(.open) {
      all.append(words.sentence(Paragraph.openCaveat))
    }
    if release.traits.contains(.otherSources) {
      all.append(words.sentence(Paragraph.otherSourcesCaveat))
    }
    return all + incomplete + approximate
  }

  /// How many records of each indicator could be placed, where not all could.
  private var placed: [Sentence] {
    guard let level = content.levels.first else { return [] }
    return release.accounts.levels.filter { $0.file.isEmpty && $0.level == level.name }
      .filter { $0.balance.regions < $0.balance.read }.prefix(3)
      .map { account in
        words.sentence(
          Paragraph.placedShare, words.indicator(account.indicator),
          words.count(account.balance.read, .record), words.number(account.balance.regions),
          words.level(level.name))
      }
  }

  private var incomplete: [Sentence] {
    guard let last = release.periods.last, release.coverage.end < last.end else { return [] }
    return [
      words.sentence(
        Paragraph.incompleteCaveat, words.period(last, step: release.step),
        words.date(release.coverage.end))
    ]
  }

  private var approximate: [Sentence] {
    content.catalog.zones.map { content.catalog[$0] }
      .filter { $0.provenance.quality == "approximate" }.prefix(3)
      .map { words.sentence(Paragraph.approximateZone, content.name(of: $0)) }
  }

  /// One line a kind of finding, the gravest first.
  private var findings: [Sentence] {
    let order = ["error", "warning", "note"]
    return order.flatMap { severity in
      release.accounts.findings.filter { $0.severity == severity }.map { group in
        words.sentence(
          Paragraph.findingLine, words.count(group.count, .finding), explanation(group.rule))
      }
    }
  }

  private func explanation(_ rule: String) -> String {
    CaveatText.byRule[rule]?[words.language] ?? PlainText.oneLine(rule)
  }
}

extension Release.Flow {
  /// Whether there is a figure that is not told.
  var isWithheld: Bool { status == .withheld }
}
