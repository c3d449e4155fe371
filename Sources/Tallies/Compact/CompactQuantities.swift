package import Records

/// Exact numbers in four bytes each: small whole numbers as they are, the rare others by their
/// position in a list.
///
/// A report has up to millions of figures of three numbers; a `Quantity` takes 16 bytes.
package struct CompactQuantities: Sendable {
  package struct Code: Hashable, Sendable {
    let value: Int32

    /// There is no number.
    package static let none = Code(value: .min)

    /// The code of the same number where positions in the list have changed.
    func shifted(_ shift: Int32) -> Code {
      value < CompactQuantities.firstOther ? self : Code(value: value + shift)
    }
  }

  /// Codes from here on stand for positions in `others`; below they are the number itself.
  private static let firstOther: Int32 = 1 << 30

  private var others: [Quantity] = []

  package init() {}

  /// - Throws: `QuantityOverflow` where a report has more than 2^30 numbers that are not whole.
  package mutating func code(of quantity: Quantity?) throws(QuantityOverflow) -> Code {
    guard let quantity else { return .none }
    if let whole = quantity.smallWhole { return Code(value: whole) }
    guard let position = Int32(exactly: others.count), position < Self.firstOther else {
      throw QuantityOverflow()
    }
    others.append(quantity)
    return Code(value: Self.firstOther + position)
  }

  /// Takes over other numbers.
  /// - Returns: by how much their positions in the list have changed.
  mutating func add(_ other: CompactQuantities) throws(QuantityOverflow) -> Int32 {
    guard let shift = Int32(exactly: others.count),
      others.count + other.others.count < Int(Self.firstOther)
    else { throw QuantityOverflow() }
    others += other.others
    return shift
  }

  package subscript(code: Code) -> Quantity? {
    if code == .none { return nil }
    return code.value < Self.firstOther
      ? Quantity(Int(code.value)) : others[Int(code.value - Self.firstOther)]
  }

  /// The number where it is a small whole one, which needs no arithmetic of 128 bits.
  package func wholeNumber(_ code: Code) -> Int? {
    code == .none || code.value >= Self.firstOther ? nil : Int(code.value)
  }

  /// Forgets the numbers in the list that none of the cells has.
  package mutating func keepOnly(those cells: inout [TallyCell]) {
    guard !others.isEmpty else { return }
    let known = others
    others = []
    for index in cells.indices {
      cells[index].low = keep(cells[index].low, known)
      cells[index].best = keep(cells[index].best, known)
      cells[index].high = keep(cells[index].high, known)
    }
  }

  private mutating func keep(_ code: Code, _ known: [Quantity]) -> Code {
    guard code.value >= Self.firstOther else { return code }
    others.append(known[Int(code.value - Self.firstOther)])
    return Code(value: Self.firstOther + Int32(others.count - 1))
  }
}

extension Quantity {
  /// The number itself where it is whole and its magnitude is below 2^30.
  ///
  /// Rounds and multiplies back, because dividing 128 bits takes ten times as long.
  fileprivate var smallWhole: Int32? {
    let near = (approximateAttos / 1e18).rounded()
    guard near.magnitude < 0x1p30 else { return nil }
    let whole = Int32(near)
    return Quantity(Int(whole)) == self ? whole : nil
  }
}
