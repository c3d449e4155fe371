/// The language of a page.
public enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case arabic = "ar"

  /// Whether lines run from right to left.
  var isRightToLeft: Bool { self == .arabic }

  /// Where dates and numbers are written as here: British English has the day first, and Syrian
  /// Arabic the months as they are called there (آذار, not مارس).
  var locale: String {
    switch self {
    case .english: "en_GB"
    case .arabic: "ar_SY"
    }
  }
}
