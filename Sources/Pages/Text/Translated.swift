/// A text in both languages; there is none in one alone.
struct Translated: Sendable {
  let english: String
  let arabic: String

  init(_ english: String, _ arabic: String) {
    self.english = english
    self.arabic = arabic
  }

  subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .arabic: arabic
    }
  }
}
