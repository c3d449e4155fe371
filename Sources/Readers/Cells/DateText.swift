import Records

/// Dates as sources write them (rule T4).
enum DateText {
  enum Outcome: Equatable {
    case day(Day)
    /// A moment with an offset from UTC: seconds since 1970, to be turned into a local day.
    case moment(seconds: Int)
    /// Figures whose order is not declared, such as `06/03/2025`.
    case ambiguous
    /// No such day, such as 30 February.
    case impossible
    case unreadable
  }

  static func parse(_ bytes: Span<UInt8>, order: ReadSettings.DateOrder) -> Outcome {
    if bytes.count == 10, let day = isoDay(bytes) { return day }
    guard let folded = CellText.asciiFolded(bytes) ?? ArabicDate.inEnglish(bytes) else {
      return .unreadable
    }
    let (date, time) = parts(folded)
    let day = parseDate(date, order: order)
    guard let time else { return day }
    guard let clock = ClockText(time) else { return .unreadable }
    guard clock.isPossible else { return .impossible }
    guard case .day(let start) = day, let offset = clock.offsetSeconds else { return day }
    return .moment(seconds: Int(start.number) * 86_400 + clock.seconds - offset)
  }

  /// The day as it is written, whatever time and offset stand beside it.
  static func written(_ bytes: Span<UInt8>, order: ReadSettings.DateOrder) -> Outcome {
    guard let folded = CellText.asciiFolded(bytes) else { return .unreadable }
    let (date, time) = parts(folded)
    if let time, ClockText(time)?.isPossible != true { return .unreadable }
    return parseDate(date, order: order)
  }

  /// `2025-03-06`, or `nil` where the text has another shape.
  private static func isoDay(_ bytes: Span<UInt8>) -> Outcome? {
    let dash = UInt8(ascii: "-")
    guard bytes[4] == dash, bytes[7] == dash,
      let year = NumberText.whole(bytes.extracting(0..<4)),
      let month = NumberText.whole(bytes.extracting(5..<7)),
      let day = NumberText.whole(bytes.extracting(8..<10))
    else { return nil }
    return outcome(year, month, day)
  }

  private static func outcome(_ year: Int, _ month: Int, _ day: Int) -> Outcome {
    Day(year: year, month: month, day: day).map(Outcome.day) ?? .impossible
  }

  /// Date and time of day, which a `T` or a blank before a colon tells apart.
  private static func parts(_ text: [UInt8]) -> (date: ArraySlice<UInt8>, time: ArraySlice<UInt8>?)
  {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return (text[...], nil) }
    let mark = text[..<colon].lastIndex { $0 | 0x20 == UInt8(ascii: "t") || $0 == 0x20 }
    guard let mark else { return (text[...], nil) }
    return (text[..<mark], text[(mark + 1)...])
  }

  private static func parseDate(
    _ text: ArraySlice<UInt8>, order: ReadSettings.DateOrder
  ) -> Outcome {
    let words = text.split { " ,/.-".utf8.contains($0) }.map {
      String(decoding: $0, as: UTF8.self)
    }
    guard words.count == 3 else { return .unreadable }
    if let month = MonthName.number(of: words[1]) {
      return figures(year: words[2], month: month, day: words[0])
    }
    if let month = MonthName.number(of: words[0]) {
      return figures(year: words[2], month: month, day: words[1])
    }
    guard words.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
      return .unreadable
    }
    if words[0].utf8.count == 4, let month = Int(words[1]) {
      return figures(year: words[0], month: month, day: words[2])
    }
    guard words[2].utf8.count == 4 else { return .unreadable }
    switch order {
    case .iso: return .ambiguous
    case .dayFirst: return figures(year: words[2], month: Int(words[1]) ?? 0, day: words[0])
    case .monthFirst: return figures(year: words[2], month: Int(words[0]) ?? 0, day: words[1])
    }
  }

  private static func figures(year: String, month: Int, day: String) -> Outcome {
    guard year.utf8.count == 4, day.utf8.count <= 2, let year = Int(year), let day = Int(day)
    else { return .unreadable }
    return outcome(year, month, day)
  }
}

/// English names of months, whole or by their first three letters.
enum MonthName {
  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// 1 for January to 12 for December.
  static func number(of word: String) -> Int? {
    let word = word.lowercased()
    guard word.utf8.count >= 3 else { return nil }
    let index = names.firstIndex {
      $0 == word || $0.prefix(3) == word || (word == "sept" && $0 == "september")
    }
    return index.map { $0 + 1 }
  }
}

/// A time of day, perhaps with an offset from UTC: `14:30`, `00:00:00.000`, `11:00:00+03:00`.
struct ClockText {
  let seconds: Int
  /// `nil` where the time is local.
  let offsetSeconds: Int?
  let isPossible: Bool

  init?(_ text: ArraySlice<UInt8>) {
    let text = String(decoding: text, as: UTF8.self)
    let clockEnd = text.firstIndex { !$0.isASCII || !($0.isNumber || ":.".contains($0)) }
    let zone = text[(clockEnd ?? text.endIndex)...].drop { $0 == " " }
    let parts = text[..<(clockEnd ?? text.endIndex)].split(separator: ":")
    guard (2...3).contains(parts.count), parts[0].count <= 2, parts[1].count == 2,
      let hour = Int(parts[0]), let minute = Int(parts[1])
    else { return nil }
    var second = 0
    if parts.count == 3 {
      guard let whole = parts[2].split(separator: ".").first, whole.count == 2,
        let value = Int(whole)
      else { return nil }
      second = value
    }
    offsetSeconds = ClockText.offset(String(zone))
    guard zone.isEmpty || offsetSeconds != nil else { return nil }
    seconds = hour * 3600 + minute * 60 + second
    isPossible = hour < 24 && minute < 60 && second < 61
  }

  /// `Z`, `UTC`, `+03`, `+0300` or `+03:00`.
  private static func offset(_ text: String) -> Int? {
    if ["z", "utc", "gmt"].contains(text.lowercased()) { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.count == 2 || digits.count == 4, let hours = Int(digits.prefix(2)),
      let minutes = digits.count == 2 ? 0 : Int(digits.suffix(2)), hours < 15, minutes < 60
    else { return nil }
    return (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
  }
}
