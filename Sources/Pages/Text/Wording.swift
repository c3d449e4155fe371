import Disclosure
import Foundation

/// Everything that turns values into words of one language: texts, numbers, dates, names.
///
/// Locale, calendar and time zone are fixed, so the words do not depend on the machine.
struct Wording: Sendable {
  let language: Language
  private let locale: Locale
  private let whole: IntegerFormatStyle<Int>
  private let decimal: FloatingPointFormatStyle<Double>

  init(language: Language, digits: Digits) {
    self.language = language
    var parts = Locale.Components(identifier: language.locale)
    parts.numberingSystem = Locale.NumberingSystem(digits.rawValue)
    parts.calendar = .gregorian
    locale = Locale(components: parts)
    whole = IntegerFormatStyle<Int>(locale: locale)
    decimal = FloatingPointFormatStyle<Double>(locale: locale).precision(.fractionLength(0...2))
  }

  // MARK: - Texts

  func text(_ entry: some CatalogEntry, _ arguments: String...) -> String {
    sentence(entry, arguments).plain
  }

  func sentence(_ entry: some CatalogEntry, _ arguments: String...) -> Sentence {
    sentence(entry, arguments)
  }

  private func sentence(_ entry: some CatalogEntry, _ arguments: [String]) -> Sentence {
    Sentence(template: entry.text[language], arguments)
  }

  /// `12 records`.
  func count(_ number: Int, _ noun: CountedNoun) -> String {
    let template = noun.template(PluralForm(number, in: language), in: language)
    return Sentence(template: template, [self.number(number)]).plain
  }

  /// Names one behind the other, with the comma of the language.
  func list(_ names: [String]) -> String {
    names.joined(separator: language == .arabic ? "، " : ", ")
  }

  // MARK: - Numbers

  /// Without a sign: those are words of their own (see `FigurePhrase.fell`).
  func number(_ number: Int) -> String { number.formatted(whole) }

  /// With at most two decimal places.
  func number(_ amount: Release.Amount) -> String {
    guard let number = amount.wholeNumber else { return self.number(amount.value) }
    return number < 0 ? "−" + self.number(-number) : self.number(number)
  }

  func number(_ value: Double) -> String {
    value < 0 ? "−" + (-value).formatted(decimal) : value.formatted(decimal)
  }

  // MARK: - Days

  /// `6 March 2025`; a text that is no ISO 8601 date as it is.
  func date(_ text: String) -> String {
    guard let day = CalendarDay(text) else { return text }
    return formatted(day, Date.FormatStyle(date: .long, time: .omitted))
  }

  func dates(_ period: Release.Period) -> String {
    period.start.isEmpty
      ? text(FigurePhrase.noReport)
      : text(HeadPhrase.dates, date(period.start), date(period.end))
  }

  /// What a period is called: `March 2025`, `quarter 1 of 2025`, `2025`, `6 March 2025`, or its
  /// first and last day.
  func period(_ period: Release.Period, step: String?) -> String {
    guard let start = CalendarDay(period.start) else { return period.label }
    switch step {
    case "day": return date(period.start)
    case "month": return formatted(start, Date.FormatStyle().month(.wide).year())
    case "quarter":
      return text(
        PlacePhrase.quarterLabel, number((start.month + 2) / 3), formatted(start, year))
    case "year": return formatted(start, year)
    default: return dates(period)
    }
  }

  /// The same, short enough for an axis: `Mar 2025`.
  func shortPeriod(_ period: Release.Period, step: String?) -> String {
    guard let start = CalendarDay(period.start) else { return period.label }
    switch step {
    case "month": return formatted(start, Date.FormatStyle().month(.abbreviated).year())
    case "quarter", "year": return self.period(period, step: step)
    default: return formatted(start, Date.FormatStyle(date: .abbreviated, time: .omitted))
    }
  }

  private var year: Date.FormatStyle { Date.FormatStyle().year() }

  private func formatted(_ day: CalendarDay, _ style: Date.FormatStyle) -> String {
    var style = style.locale(locale)
    style.calendar = locale.calendar
    style.timeZone = .gmt
    // CLDR parts day and year by a comma that nobody in Syria writes.
    return day.date.formatted(style).split(separator: "،").joined()
  }

  // MARK: - Names

  /// The country's name, by its ISO 3166-1 alpha-2 code.
  func country(_ code: String) -> String? { locale.localizedString(forRegionCode: code) }
}
