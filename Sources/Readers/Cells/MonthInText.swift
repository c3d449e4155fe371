import Records

/// A month named somewhere in a title: `IDP movements, January 2022`, `IDPs_2022-01.xlsx`.
enum MonthInText {
  /// The whole month; `nil` where the text names none, or more than one.
  static func only(in text: String) -> DateSpan? {
    let words = text.split { !$0.isLetter && !$0.isNumber }.flatMap(parts)
    var found: Set<DateSpan> = []
    for (word, next) in zip(words, words.dropFirst()) {
      let month =
        year(next).flatMap { year in MonthName.number(of: word).flatMap { span(year, $0) } }
        ?? year(word).flatMap { year in
          (MonthName.number(of: next) ?? (next.count == 2 ? Int(next) : nil))
            .flatMap { span(year, $0) }
        }
      if let month { found.insert(month) }
    }
    return found.count == 1 ? found.first : nil
  }

  /// Letters and digits apart, as in `Jan2022`.
  private static func parts(_ word: Substring) -> [String] {
    guard let digit = word.firstIndex(where: \.isNumber), digit > word.startIndex else {
      return [String(word)]
    }
    return [String(word[..<digit]), String(word[digit...])]
  }

  private static func year(_ word: String) -> Int? {
    word.count == 4 ? Int(word).flatMap { (1990...2100).contains($0) ? $0 : nil } : nil
  }

  private static func span(_ year: Int, _ month: Int) -> DateSpan? {
    Day(year: year, month: month, day: 1).map(DateSpan.init(monthOf:))
  }
}
