/// The forms that a noun takes beside a number, as Unicode CLDR names them.
enum PluralForm: CaseIterable, Sendable {
  case zero, one, two, few, many, other

  /// The form for a whole number (CLDR 44, plural rules, cardinals).
  init(_ number: Int, in language: Language) {
    switch language {
    case .english: self = number == 1 ? .one : .other
    case .arabic: self = Self.arabic(number)
    }
  }

  private static func arabic(_ number: Int) -> PluralForm {
    switch number {
    case 0: return .zero
    case 1: return .one
    case 2: return .two
    default: break
    }
    switch number.magnitude % 100 {
    case 3...10: return .few
    case 11...99: return .many
    default: return .other
    }
  }
}
