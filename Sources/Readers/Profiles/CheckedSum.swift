import Records

/// A sum that stated totals are compared with.
struct CheckedSum {
  /// `nil` once it is too large to be exact, or a part of it is unknown: it matches no total then.
  private(set) var value: Quantity? = .zero

  mutating func add(_ number: Quantity?) {
    value = value.flatMap { sum in number.flatMap { try? sum.adding($0) } }
  }

  mutating func add(_ other: CheckedSum) { add(other.value) }

  var text: String { value?.exactText ?? "more than can be counted" }

  /// Whether both are the same but for the last decimals that a spreadsheet keeps.
  func isNear(_ stated: Quantity) -> Bool {
    guard let value, let difference = try? value.subtracting(stated) else { return false }
    return difference.attos.magnitude <= (Quantity.unit / 1_000_000).magnitude
  }
}
