import Archive
import Comparisons
import JSONText
import Records

extension CausedComparison {
  /// The comparison as one JSON object, each change with the records behind it, and what of it they
  /// do not account for. Marked as internal.
  public func json() -> [UInt8] {
    comparison.json(protection: Self.protection) { change, writer in
      guard let causes = self[change.key] else { return }
      writer.key("causes")
      writer.beginArray()
      for record in causes.records { writer.cause(record) }
      writer.endArray()
      writer.member("by_records", causes.byRecords)
      writer.member("not_attributed", causes.notAttributed)
      if causes.notAttributed != .zero { writer.list("limits", limits) }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func cause(_ cause: RecordCause) {
    beginObject()
    member("cause", cause.kind.rawValue)
    member("source", cause.key.source)
    member("id", cause.key.id)
    member("change", cause.difference)
    member("arrived", cause.arrived)
    if let end = cause.end { member("ended_by", end.word) }
    key("before")
    side(cause.before, cause.contributedBefore)
    key("after")
    side(cause.after, cause.contributedAfter)
    if case .withdrawn(let row) = cause.end {
      key("withdrawn_by")
      side(row, nil)
    }
    key("columns")
    beginArray()
    for field in cause.fields {
      beginObject()
      member("column", field.column)
      member("before", field.before)
      member("after", field.after)
      endObject()
    }
    endArray()
    endObject()
  }

  /// A row, and what it adds to the figure.
  private mutating func side(_ row: ArchivedRow?, _ contribution: Contribution?) {
    guard let row else { return null() }
    beginObject()
    member("file", row.file)
    member("line", row.record.line)
    member("origin", row.origin)
    member("version", row.record.version.map(Int.init))
    member("arrived", row.arrived)
    if let contribution {
      member("standing", contribution.standing.word)
      member("low", contribution.low)
      member("best", contribution.best)
      member("high", contribution.high)
    }
    endObject()
  }

  fileprivate mutating func member(_ key: String, _ quantity: Quantity?) {
    self.key(key)
    if let number = quantity.flatMap({ JSONNumber($0.text()) }) {
      self.number(number)
    } else {
      null()
    }
  }
}
