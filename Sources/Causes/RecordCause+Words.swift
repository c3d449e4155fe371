public import Archive
public import Tallies

extension KeyHistory.End {
  /// `missing` or `withdrawn`, as in files.
  public var word: String {
    switch self {
    case .missing: "missing"
    case .withdrawn: "withdrawn"
    }
  }
}

extension TracedRecord.Standing {
  /// As in files.
  public var word: String {
    switch self {
    case .counted: "counted"
    case .otherSource: "other_source"
    case .earlier: "earlier"
    }
  }
}

extension RecordCause {
  /// The columns that differ, such as `killed: 3 → 5; date_end: 2025-03-01 → 2025-03-02`.
  public var fieldText: String {
    fields.map { field in
      let words = [field.before, field.after].map { $0.isEmpty ? "none" : $0 }
      return "\(field.column): \(words[0]) → \(words[1])"
    }.joined(separator: "; ")
  }
}
