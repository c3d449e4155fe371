import Regions

/// Dates with Arabic names of months: those of the Levant (كانون الثاني …), those used in Egypt and
/// by most agencies (يناير …), and both together as the United Nations write them
/// (كانون الثاني/يناير).
enum ArabicDate {
  /// The same date with English names of months and ASCII digits; `nil` where another word beyond
  /// ASCII remains, or two months that are not one.
  static func inEnglish(_ bytes: Span<UInt8>) -> [UInt8]? {
    var words: [String] = []
    var month: Int?
    var rest = self.words(of: bytes)[...]
    while let word = rest.first {
      let (number, length) = leadingMonth(of: rest)
      if let number {
        guard month == nil || month == number else { return nil }
        if month == nil { words.append(english[number - 1]) }
        month = number
      } else if let plain = CellText.asciiFolded(Array(word.utf8).span) {
        words.append(String(decoding: plain, as: UTF8.self))
      } else if !fillers.contains(NameKey(word)) {
        return nil
      }
      rest = rest.dropFirst(length)
    }
    return month == nil ? nil : Array(words.joined(separator: " ").utf8)
  }

  private static func words(of bytes: Span<UInt8>) -> [String] {
    var copy: [UInt8] = []
    for offset in bytes.indices { copy.append(bytes[offset]) }
    let text = String(decoding: CellText.withoutMarks(copy[...]), as: UTF8.self)
    return text.split { $0.isWhitespace || "/,،-.".contains($0) }.map(String.init)
  }

  /// The month that one or two words name, and how many words that takes.
  private static func leadingMonth(of words: ArraySlice<String>) -> (number: Int?, length: Int) {
    let two = words.prefix(2)
    if two.count == 2, let number = numbers[NameKey(two.joined(separator: " "))] {
      return (number, 2)
    }
    return (words.first.flatMap { numbers[NameKey($0)] }, 1)
  }

  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Words beside the parts of a date: "of", "year", "the year", and "A. D.".
  private static let fillers = Set(["من", "عام", "سنة", "العام", "م"].map { NameKey($0) })

  private static let numbers: [NameKey: Int] = {
    let names: [[String]] = [
      ["كانون الثاني", "كانون ثاني", "يناير"], ["شباط", "فبراير"], ["آذار", "مارس"],
      ["نيسان", "أبريل"],
      ["أيار", "مايو", "مايس"], ["حزيران", "يونيو", "يونيه"], ["تموز", "يوليو", "يوليه"],
      ["آب", "أغسطس"], ["أيلول", "سبتمبر"], ["تشرين الأول", "تشرين أول", "أكتوبر"],
      ["تشرين الثاني", "تشرين ثاني", "نوفمبر"], ["كانون الأول", "كانون أول", "ديسمبر"],
    ]
    var numbers: [NameKey: Int] = [:]
    for (index, spellings) in names.enumerated() {
      for spelling in spellings { numbers[NameKey(spelling)] = index + 1 }
    }
    return numbers
  }()
}
