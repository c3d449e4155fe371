extension Release {
  /// The base to whose multiples protected figures are rounded; `nil` where they are not.
  public var roundingBase: Int? { rule("rounding") }

  /// The most by which a whole figure may differ from what is shown rounded.
  public var mostRounding: Int? { rule("rounding_most") }

  private func rule(_ name: String) -> Int? {
    protection.rules.first { $0.name == name }.flatMap { Int($0.value) }
  }
}
