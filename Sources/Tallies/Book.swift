import Records
import Regions

/// Sums as they are collected: by the finest place, before levels are looked at.
///
/// A record's regions form one chain of parents, so each record is added once, and the levels
/// are rolled up at the end.
struct Book {
  struct PlaceKey: Hashable {
    let place: PlaceCode
    let period: PeriodKey
    let indicator: Indicator
    /// Number of the category in the text table, or -1 for the total.
    let category: Int32
  }

  struct FlowKey: Hashable {
    let origin: PlaceCode
    let destination: PlaceCode
    let period: PeriodKey
    let kind: Movement.Kind
    let unit: Movement.Unit
    let category: Int32
  }

  /// By the place of the event, or of the people present.
  var places = SumTable()
  /// By both ends of a movement; which indicators they make depends on the level (rule F7).
  var flows: [FlowKey: Sum] = [:]
  /// By zone, already as indicators: a second view, never added to the levels.
  var zones = SumTable()
  /// Day of the latest value in a stock.
  var latest: [PlaceKey: Day] = [:]

  mutating func add(_ sum: Sum, along key: FlowKey) throws(QuantityOverflow) {
    try flows[key, default: .empty].add(sum)
  }
}
