import Records

extension Row {
  /// An exact decimal number that is not negative; `nil` where the cell is blank or wrong.
  mutating func quantity(_ column: Column) -> Quantity? {
    let parsed = withCell(column) { $0.isEmpty ? nil : NumberText.quantity($0) }
    guard let parsed else {
      if !isBlank(column), !NumberText.meansBlank(text(column)) { noteBadNumber(column) }
      return nil
    }
    return notNegative(parsed, column)
  }

  private mutating func notNegative(_ number: Quantity, _ column: Column) -> Quantity? {
    guard number < .zero else { return number }
    note(
      .negativeNumber, column,
      "\(quoted(column)) is below zero; correct it, or leave the cell blank if it is unknown")
    return nil
  }

  private mutating func noteBadNumber(_ column: Column) {
    note(
      .badNumber, column,
      "\(quoted(column)) is not a number; write digits with a decimal point, "
        + "or leave the cell blank if it is unknown")
  }

  /// A code written as a whole number, one of those given.
  /// - Parameter tellsPlace: whether it says how well the row's place is known. Where only that
  ///   matters, any other code will do.
  mutating func code(
    _ column: Column, among codes: ClosedRange<Int>, tellsPlace: Bool = false
  ) -> Int? {
    if let number = withCell(column, NumberText.whole), codes.contains(number) { return number }
    if context.onlyPlaces, !tellsPlace { return codes.lowerBound }
    note(
      .badCode, column,
      "\(quoted(column)) is none of the codes \(codes.lowerBound) to \(codes.upperBound); "
        + "look it up in the source's codebook")
    return nil
  }

  /// A whole number that tells versions apart; `nil` where the cell is blank or wrong.
  mutating func version(_ column: Column) -> Int64? {
    if let number = withCell(column, NumberText.whole) { return Int64(number) }
    if !isBlank(column) { noteBadNumber(column) }
    return nil
  }

  /// What the qualifier column says; `unstated` where it is blank.
  mutating func qualifier(_ column: Column) -> Figure.Qualifier {
    if isBlank(column) { return .unstated }
    if let qualifier = QualifiedNumber.qualifier(text(column)) { return qualifier }
    if context.onlyPlaces { return .unstated }
    note(
      .badCode, column,
      "\(quoted(column)) is no qualifier; write exact, at least, at most, about, "
        + "or a word such as dozens")
    return .unstated
  }

  /// The columns of one figure.
  struct FigureColumns {
    let low: Column
    let best: Column
    let high: Column
  }

  /// A figure whose best number may carry a qualifier of its own, which beats the row's.
  ///
  /// `nil` where all three cells are blank.
  mutating func figure(_ columns: FigureColumns, _ qualifier: Figure.Qualifier) -> Figure? {
    let low = quantity(columns.low)
    let high = quantity(columns.high)
    if isBlank(columns.best) || NumberText.meansBlank(text(columns.best)) {
      return low == nil && high == nil ? nil : Figure(nil, qualifier, low: low, high: high)
    }
    switch QualifiedNumber.parse(text(columns.best)) {
    case .number(let number, let own):
      guard let number = notNegative(number, columns.best) else { return nil }
      return Figure(number, own ?? qualifier, low: low, high: high)
    case .word(let word):
      return Figure(nil, .word(word), low: low, high: high)
    case .unknown:
      return Figure(low: low, best: nil, high: high)
    case .unreadable:
      noteBadNumber(columns.best)
      return nil
    }
  }
}
