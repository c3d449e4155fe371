import Records

/// Net movement of one unit (rule F7): arrivals − departures + returns in − returns out, where
/// any of them is reported.
struct NetSlots {
  private let net: Int
  private let adding: [Int]
  private let subtracting: [Int]

  /// `nil` where none of them occurs.
  init?(_ unit: Movement.Unit, _ numbers: CellNumbers) {
    guard let net = numbers.slot(Indicator(.net, unit: unit)) else { return nil }
    self.net = net
    adding = [.arrived, .returnsIn].compactMap { numbers.slot(Indicator($0, unit: unit)) }
    subtracting = [.departed, .returnsOut].compactMap { numbers.slot(Indicator($0, unit: unit)) }
  }

  /// Derives the net movement of one site and period.
  func add(to sums: inout BlockSums) throws(QuantityOverflow) {
    for slot in adding { if let sum = sums.counted(slot) { try sums.add(sum, to: net) } }
    for slot in subtracting {
      if let sum = sums.counted(slot) { try sums.add(try sum.negated(), to: net) }
    }
  }
}
