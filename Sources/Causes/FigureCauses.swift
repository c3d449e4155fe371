public import Comparisons
import Disclosure
public import Records

/// The records behind the change of one figure. Confidential, never part of a release.
public struct FigureCauses: Sendable {
  public let change: FigureChange
  /// Those that change it most come first, then in the order of their keys.
  public let records: [RecordCause]
  /// What the records change the best figure by, together; `nil` where one of them states no
  /// number.
  public let byRecords: Quantity?
  /// What of the change no record accounts for, so that both parts are the whole change. `nil`
  /// where that cannot be told: the releases do not both show the figure, or a record states no
  /// number.
  public let notAttributed: Quantity?

  init(_ change: FigureChange, _ records: [RecordCause]) throws(QuantityOverflow) {
    self.change = change
    self.records = records.sorted(by: Self.precedes)
    let byRecords = try Self.sum(records)
    self.byRecords = byRecords
    guard let whole = try Self.whole(change), let byRecords else {
      notAttributed = nil
      return
    }
    notAttributed = try Self.printed(whole.subtracting(byRecords))
  }

  private static func precedes(_ left: RecordCause, _ right: RecordCause) -> Bool {
    let sizes = (left.size, right.size)
    return sizes.0 == sizes.1 ? left.key < right.key : sizes.0 > sizes.1
  }

  private static func sum(_ records: [RecordCause]) throws(QuantityOverflow) -> Quantity? {
    var sum = Quantity.zero
    for record in records {
      guard let difference = record.difference else { return nil }
      sum = try sum.adding(difference)
    }
    return sum
  }

  /// By how much the releases differ. Where one has no report there was no record, which adds up
  /// to nothing; that is not said to be zero anywhere.
  private static func whole(_ change: FigureChange) throws(QuantityOverflow) -> Quantity? {
    guard let before = number(change.before), let after = number(change.after) else { return nil }
    return try after.subtracting(before)
  }

  private static func number(_ told: Told) -> Quantity? {
    switch told {
    case .shown(let numbers): numbers.best.flatMap { Quantity(decimal: $0.text.utf8) }
    case .noReport: .zero
    case .withheld, .notTold: nil
    }
  }

  /// What two roundings of a sixth decimal place may leave is nothing.
  private static func printed(_ rest: Quantity) -> Quantity {
    rest.attos.magnitude <= UInt128(Quantity.unit / 500_000) ? .zero : rest
  }
}

extension RecordCause {
  fileprivate var size: UInt128 { difference?.attos.magnitude ?? .max }
}
