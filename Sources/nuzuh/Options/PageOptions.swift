public import ArgumentParser
public import Pages

/// In which words and for whom the page and the summary are written.
struct PageOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp("Language of report.html and summary.md: en or ar.", valueName: "LANG"))
  var language: Language = .english

  @Option(
    help: ArgumentHelp(
      "Digits in them: latn (0123) or arab (٠١٢٣).", valueName: "DIGITS"))
  var digits: Digits = .latin

  @Option(help: ArgumentHelp("Who publishes the report.", valueName: "TEXT"))
  var publisher: String?

  @Option(
    help: ArgumentHelp(
      "Heading of the page; by default \"Incidents and displacement in\" the country.",
      valueName: "TEXT"))
  var title: String?

  var settings: PageSettings {
    PageSettings(language: language, digits: digits, publisher: publisher, title: title)
  }
}

extension Language: ExpressibleByArgument {}
extension Digits: ExpressibleByArgument {}
