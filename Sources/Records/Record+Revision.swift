extension Record {
  /// Whether another row with the same key replaces this one (rule A2); `nil` where both say the
  /// same, wherever they stand.
  ///
  /// The newer version wins. A deletion without a version is final; a row without one gives way to
  /// any that has one. Of rows that no version tells apart, the one wins that sorts last in a
  /// canonical form of its fields.
  public func isReplaced(by other: Record) -> Bool? {
    let ranks = (revisionRank, other.revisionRank)
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    if isDeletion != other.isDeletion { return other.isDeletion }
    if saysTheSame(as: other) { return nil }
    let forms = (canonicalForm, other.canonicalForm)
    return forms.0 == forms.1 ? nil : forms.0 < forms.1
  }

  /// Whether two rows are equal but for the lines they stand on.
  public func saysTheSame(as other: Record) -> Bool {
    var copy = other
    copy.line = line
    return copy == self
  }

  private var revisionRank: Int64 { version ?? (isDeletion ? .max : .min) }

  /// Made only where it decides: few rows need it.
  private var canonicalForm: String {
    var bare = self
    bare.line = 0
    return "\(bare)"
  }
}
