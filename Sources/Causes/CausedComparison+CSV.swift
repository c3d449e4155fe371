import Archive
import Comparisons
import DelimitedText
import Records
import Tallies

extension CausedComparison {
  /// The columns of the table of causes.
  static let columns = [
    "protection", "kind", "level", "place_status", "region_id", "region_name",
    "destination_status", "destination_id", "period_start", "period_end", "time_status",
    "indicator", "category", "cause", "source", "id", "change", "standing_before",
    "standing_after", "file", "line", "version_before", "version_after", "arrived", "ended_by",
    "columns",
  ]

  /// One record behind one change a line, and for each change a line with what no record accounts
  /// for, so that the lines of a figure add up to its change. Safe to open in a spreadsheet; each
  /// line is marked as internal.
  public func csv() -> [UInt8] {
    var writer = DelimitedWriter(defusesFormulas: true)
    writer.append(row: Self.columns)
    for figure in causes {
      for record in figure.records {
        begin(figure.change, &writer)
        write(record, &writer)
      }
      begin(figure.change, &writer)
      writeRest(figure, &writer)
    }
    return writer.takeBytes()
  }

  private func begin(_ change: FigureChange, _ writer: inout DelimitedWriter) {
    let key = change.key
    let (first, last) = key.days.ends
    for text in [
      "internal", change.kind.rawValue, key.level, key.placeStatus, key.regionID,
      comparison.name(level: key.level, regionID: key.regionID),
      key.destination?.placeStatus ?? "", key.destination?.regionID ?? "", first ?? "",
      last ?? "", key.days.status, key.indicator, key.category,
    ] {
      writer.append(text: text)
    }
  }

  private func write(_ cause: RecordCause, _ writer: inout DelimitedWriter) {
    for text in [cause.kind.rawValue, cause.key.source, cause.key.id] { writer.append(text: text) }
    writer.append(number: cause.difference?.text())
    writer.append(text: cause.contributedBefore?.standing.word ?? "")
    writer.append(text: cause.contributedAfter?.standing.word ?? "")
    writer.append(text: cause.row?.file ?? "")
    writer.append(number: (cause.row?.record.line).map(String.init))
    writer.append(number: (cause.before?.record.version).map(String.init))
    writer.append(number: (cause.after?.record.version).map(String.init))
    for text in [cause.arrived ?? "", cause.end?.word ?? "", cause.fieldText] {
      writer.append(text: text)
    }
    writer.endRow()
  }

  /// What no record accounts for; blank where that cannot be told.
  private func writeRest(_ figure: FigureCauses, _ writer: inout DelimitedWriter) {
    for text in ["not_attributed", "", ""] { writer.append(text: text) }
    writer.append(number: figure.notAttributed?.text())
    for _ in Self.columns.dropFirst(17) { writer.append(text: "") }
    writer.endRow()
  }
}
