public import Archive
public import Records

/// A record that is behind the change of a figure. Confidential, never part of a release.
public struct RecordCause: Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It was not there before.
    case added
    /// It says something else now.
    case revised
    /// It says now that it happened elsewhere, or knows its place better or worse.
    case moved
    /// Its source no longer has it, or has withdrawn it.
    case deleted
    /// It is the same, and counts otherwise: by other rules or days, or because of other records
    /// of its subject or site.
    case recounted
  }

  public let kind: Kind
  public let key: RecordKey
  /// The row that counted before, and the one that does now.
  public let before: ArchivedRow?
  public let after: ArchivedRow?
  /// Of a record that is gone.
  public let end: KeyHistory.End?
  /// The columns that differ.
  public let fields: [FieldDifference]
  /// What it added to the figure before, and adds now; `nil` for nothing.
  public let contributedBefore: Contribution?
  public let contributedAfter: Contribution?
  /// By how much it changes the best figure; `nil` where it states no number.
  public let difference: Quantity?

  /// The row to look up: that which counts now, which took the record away, or which counted.
  public var row: ArchivedRow? {
    if case .withdrawn(let row) = end { return row }
    return after ?? before
  }

  /// When the change arrived, ISO 8601.
  public var arrived: String? {
    if case .missing(let noticed) = end { return noticed }
    return row?.arrived
  }

  init(
    _ history: KeyHistory, from old: Contribution?, to new: Contribution?
  ) throws(QuantityOverflow) {
    key = history.key
    before = history.before
    after = history.after
    end = history.end
    contributedBefore = old
    contributedAfter = new
    let fields = Self.fields(history)
    self.fields = fields
    kind = Self.kind(history, fields)
    if let was = old.map(\.counted) ?? .zero, let now = new.map(\.counted) ?? .zero {
      difference = try now.subtracting(was)
    } else {
      difference = nil
    }
  }

  private static func fields(_ history: KeyHistory) -> [FieldDifference] {
    guard !history.isUnchanged, let old = history.before, let new = history.after else { return [] }
    return FieldDifference.between(old.record, new.record)
  }

  private static func kind(_ history: KeyHistory, _ fields: [FieldDifference]) -> Kind {
    if history.before == nil { return .added }
    if history.after == nil { return .deleted }
    if history.isUnchanged { return .recounted }
    return fields.contains(where: \.isPlace) ? .moved : .revised
  }
}
