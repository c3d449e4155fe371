/// A noun that pages count, with its forms; `{1}` stands for the number, where it is written.
enum CountedNoun: CaseIterable, Sendable {
  case record
  case row
  case region
  case period
  case finding
  case flow

  func template(_ form: PluralForm, in language: Language) -> String {
    switch language {
    case .english: form == .one ? "{1} \(english.one)" : "{1} \(english.other)"
    case .arabic: arabic(form)
    }
  }

  private var english: (one: String, other: String) {
    switch self {
    case .record: ("record", "records")
    case .row: ("row", "rows")
    case .region: ("region", "regions")
    case .period: ("period", "periods")
    case .finding: ("finding", "findings")
    case .flow: ("flow", "flows")
    }
  }

  /// Beside one and two the noun itself says the number; from eleven on it is in the accusative
  /// singular, beside hundreds in the genitive singular.
  private func arabic(_ form: PluralForm) -> String {
    let noun = arabicForms
    return switch form {
    case .zero: "لا \(noun.few)"
    case .one: noun.one
    case .two: noun.two
    case .few: "{1} \(noun.few)"
    case .many: "{1} \(noun.many)"
    case .other: "{1} \(noun.other)"
    }
  }

  private var arabicForms: (one: String, two: String, few: String, many: String, other: String) {
    switch self {
    case .record: ("سجل واحد", "سجلّان", "سجلات", "سجلًا", "سجل")
    case .row: ("صف واحد", "صفّان", "صفوف", "صفًا", "صف")
    case .region:
      ("وحدة إدارية واحدة", "وحدتان إداريتان", "وحدات إدارية", "وحدة إدارية", "وحدة إدارية")
    case .period: ("فترة واحدة", "فترتان", "فترات", "فترة", "فترة")
    case .finding: ("ملاحظة واحدة", "ملاحظتان", "ملاحظات", "ملاحظة", "ملاحظة")
    case .flow: ("حركة واحدة", "حركتان", "حركات", "حركة", "حركة")
    }
  }
}
