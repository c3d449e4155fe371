import Records
import Regions

/// What the first rows say about one column.
struct ColumnSurvey {
  let name: String
  let header: HeaderWords
  /// Cells that are neither empty nor a word for empty.
  private(set) var filled = 0
  /// Words that stand for an empty cell, as written.
  private(set) var blankWords: Set<String> = []
  /// Different values, while there are few.
  private(set) var values: [String: Int] = [:]
  private(set) var dates = DateSurvey()
  private(set) var numbers = NumberSurvey()
  static let mostValues = 1000

  init(_ name: String, cells: some Sequence<String>) {
    self.name = name
    header = HeaderWords(name)
    for cell in cells where !cell.isEmpty { take(cell) }
  }

  private static let blanks: Set<String> = [
    "nd", "n/d", "-", "--", "—", "–", "?", "unknown", "na", "n/a", "none", "nil", "لا يوجد",
    "غير معروف", "غير محدد", "مجهول", "لا شيء",
  ]

  private mutating func take(_ cell: String) {
    if ColumnSurvey.blanks.contains(CellWord.folded(cell)) {
      blankWords.insert(cell)
      return
    }
    filled += 1
    if values.count < ColumnSurvey.mostValues { values[cell, default: 0] += 1 }
    dates.take(cell)
    numbers.take(cell)
  }

  /// Whether no value occurs twice.
  var isUnique: Bool { filled > 0 && values.count == filled }

  /// The values, the most frequent first.
  var frequentValues: [String] {
    values.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// How many of the different values are of each level, by name or by code.
  func matches(_ names: RegionNames, _ catalog: RegionCatalog, byCode: Bool) -> [Level?: Int] {
    var counts: [Level?: Int] = [:]
    for value in values.keys {
      switch byCode ? names.match(code: value) : names.match(name: value, level: nil, within: nil) {
      case .region(let number): counts[catalog[number].level, default: 0] += 1
      case .settlement: counts[.none, default: 0] += 1
      case .external, .ambiguous, .unknown: break
      }
    }
    return counts
  }
}

/// How the dates of a column are written.
struct DateSurvey {
  private(set) var readable = 0
  private(set) var ambiguous = 0
  private(set) var dayFirst = 0
  private(set) var monthFirst = 0
  private(set) var firstProof: String?

  mutating func take(_ cell: String) {
    switch DateText.parse(cell.utf8.span, order: .iso) {
    case .day, .moment: readable += 1
    case .ambiguous:
      ambiguous += 1
      let asDayFirst = DateText.parse(cell.utf8.span, order: .dayFirst) != .impossible
      let asMonthFirst = DateText.parse(cell.utf8.span, order: .monthFirst) != .impossible
      if asDayFirst != asMonthFirst {
        firstProof = firstProof ?? cell
        if asDayFirst { dayFirst += 1 } else { monthFirst += 1 }
      }
    case .impossible, .unreadable: break
    }
  }

  var all: Int { readable + ambiguous }
}

/// How the numbers of a column are written.
struct NumberSurvey {
  private(set) var count = 0
  private(set) var decimalPoints = 0
  private(set) var decimalCommas = 0
  private(set) var thousandsPoints = 0
  private(set) var thousandsBlanks = 0
  /// A point or comma before exactly three digits: decimals or thousands.
  private(set) var unclear = 0
  private(set) var commaProof: String?
  private(set) var least = Double.infinity
  private(set) var most = -Double.infinity

  mutating func take(_ cell: String) {
    var text = String(String.UnicodeScalarView(cell.unicodeScalars.map(CellWord.digit)))
    let spaced = NumberStyle(decimal: .comma, thousands: .blank)
    if text.contains(where: \.isWhitespace), let plain = spaced.plain(text),
      plain.allSatisfy({ $0.isNumber || $0 == "." })
    {
      thousandsBlanks += 1
      text = plain
    }
    let parts = text.split(omittingEmptySubsequences: false) { ".,٫".contains($0) }
    let isNumber = parts.enumerated().allSatisfy { index, part in
      let digits = index == 0 && part.first == "-" ? part.dropFirst() : part
      return !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber }
    }
    guard isNumber else { return }
    count += 1
    let signs = text.filter { ".,".contains($0) }
    var decimal: Character?
    if signs.count == 1, parts[1].count != 3 {
      decimal = signs.first
    } else if signs.count == 1 {
      unclear += 1
    } else if signs.count > 1, let last = signs.last, signs.first != last {
      decimal = last
    }
    if decimal == "." { decimalPoints += 1 }
    if decimal == "," {
      decimalCommas += 1
      commaProof = commaProof ?? cell
    }
    if signs.first == ".", parts.count > 1, parts[1].count == 3 { thousandsPoints += 1 }
    measure(parts)
  }

  /// The size, where the last sign is taken for a decimal sign: enough to know coordinates.
  private mutating func measure(_ parts: [Substring]) {
    let whole = parts.count > 1 ? parts.dropLast().joined() : parts.joined()
    let text = parts.count > 1 ? "\(whole).\(parts[parts.count - 1])" : whole
    guard let value = Double(text) else { return }
    least = min(least, value)
    most = max(most, value)
  }

  /// Whether all numbers lie in this range.
  func lies(in range: ClosedRange<Double>) -> Bool {
    count > 0 && range.contains(least) && range.contains(most)
  }
}
