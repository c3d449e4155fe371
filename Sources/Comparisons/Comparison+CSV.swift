import DelimitedText
import Disclosure

extension Comparison {
  /// The columns of the table of changes.
  static let columns = [
    "kind", "level", "place_status", "region_id", "region_name", "destination_status",
    "destination_id", "period_start", "period_end", "time_status", "indicator", "category",
    "change", "before_low", "before", "before_high", "before_status", "after_low", "after",
    "after_high", "after_status",
  ]

  /// The changes as a table, one a line, safe to open in a spreadsheet.
  public func csv() -> [UInt8] {
    var writer = DelimitedWriter(defusesFormulas: true)
    writer.append(row: Self.columns)
    for change in changes { write(change, to: &writer) }
    return writer.takeBytes()
  }

  private func write(_ change: FigureChange, to writer: inout DelimitedWriter) {
    let key = change.key
    let (first, last) = key.days.ends
    for text in [
      change.kind.rawValue, key.level, key.placeStatus, key.regionID,
      name(level: key.level, regionID: key.regionID), key.destination?.placeStatus ?? "",
      key.destination?.regionID ?? "", first ?? "", last ?? "", key.days.status, key.indicator,
      key.category,
    ] {
      writer.append(text: text)
    }
    writer.append(number: change.difference?.text)
    write(change.before, change.numbersBefore, to: &writer)
    write(change.after, change.numbersAfter, to: &writer)
    writer.endRow()
  }

  private func write(
    _ told: Told, _ numbers: Told.Numbers?, to writer: inout DelimitedWriter
  ) {
    for amount in [numbers?.low, numbers?.best, numbers?.high] {
      writer.append(number: amount?.text)
    }
    writer.append(text: told.status)
  }
}
