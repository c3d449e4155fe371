import Disclosure

extension Release {
  /// The condition of a style that a status says that there is a number, rounded or not.
  var statusOfNumbers: String {
    roundingBase == nil ? "= 'reported'" : "IN ('reported', 'rounded')"
  }

  /// What a zero on a map means.
  var meaningOfZero: String {
    mostRounding.map { "0 (rounded from at most \($0))" } ?? "None (a source says so)"
  }
}

extension Release.Flow {
  /// Whether its status says that there is a number above zero, or a rounded one.
  var hasNumber: Bool {
    switch status {
    case .reported: true
    case .rounded: best.map { $0.value > 0 } ?? false
    case .zero, .notStated, .otherSources, .withheld: false
    }
  }
}
