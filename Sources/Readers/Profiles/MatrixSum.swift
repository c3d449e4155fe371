import Records

/// A sum that stated totals are compared with.
struct MatrixSum {
  /// `nil` once it is too large to be exact.
  private var value: Quantity? = .zero

  mutating func add(_ number: Quantity) { value = value.flatMap { try? $0.adding(number) } }

  mutating func add(_ other: MatrixSum) {
    if let number = other.value { add(number) } else { value = nil }
  }

  var text: String { value?.exactText ?? "more than can be counted" }

  /// Whether both are the same but for the last decimals that a spreadsheet keeps.
  func isNear(_ stated: Quantity) -> Bool {
    guard let value, let difference = try? value.subtracting(stated) else { return false }
    return difference.attos.magnitude <= (Quantity.unit / 1_000_000).magnitude
  }
}
