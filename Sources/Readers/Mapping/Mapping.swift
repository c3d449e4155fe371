/// What the columns and values of a source mean, so that a new source needs no code.
///
/// Written in TOML or YAML by whoever knows the source; see the article on mapping files.
public struct Mapping: Hashable, Sendable {
  /// What a row records.
  enum Records: String, Hashable, Sendable, CaseIterable {
    case incidents
    case movements
  }

  /// What makes a row the same as another (rule A2).
  enum Identity: Hashable, Sendable {
    /// The cells of these columns, each under one of its spellings.
    case columns([[String]])
    /// The cells that the mapping reads.
    case content
  }

  /// One of the several figures of a wide row.
  struct Figure: Hashable, Sendable {
    /// Ends the record's id.
    let name: String
    /// What is the figure's own; all else it shares with the row.
    let fields: [MappedField]
  }

  /// Stands for the mapping in options and accounts, as a profile's name does.
  public let name: String
  let records: Records
  let reading: MappingReading
  let identity: Identity
  let fields: [MappedField]
  /// Empty where a row has one figure, or none.
  let figures: [Figure]
  let ignored: [IgnoreRule]
}

/// Where a field's value comes from.
struct MappedField: Hashable, Sendable {
  let field: MappingField
  /// The spellings of its column's name; empty where only the constant speaks.
  var columns: [String] = []
  /// Fills blank cells.
  var constant: String?
  var codes: CodeTable?
}

/// How cells are written.
struct MappingReading: Hashable, Sendable {
  var dateOrder: ReadSettings.DateOrder?
  var numbers = NumberStyle()
  /// Words that stand for an empty cell, folded.
  var blanks: Set<String> = []
  var separator: UInt8?
}

/// Rows that are left out because other rows count what they count (rule F4).
struct IgnoreRule: Hashable, Sendable {
  /// The spellings of the column's name.
  let column: [String]
  /// Folded values; an empty one is a blank cell.
  let values: Set<String>
  /// Whether rows with other values are left out instead.
  let isReversed: Bool
  let reason: String

  func applies(to cell: String) -> Bool {
    values.contains(CellWord.folded(cell)) != isReversed
  }
}
