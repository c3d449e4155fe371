/// A column that a profile reads; `index` is `nil` where the file has none.
struct Column: Hashable, Sendable {
  /// As the file spells it, or as the profile calls it where the file has none.
  let name: String
  let index: Int?
  /// Position in the rows of the file, from 1; `nil` where columns have no order, as in GeoJSON.
  var field: Int?
}

/// Binds the names a profile knows to the columns of one file.
///
/// Names are compared without regard to case, and blanks and hyphens count as underscores.
struct Columns: Sendable {
  /// The names as the file spells them.
  private(set) var names: [String]
  private var indices: [String: Int] = [:]
  private var repeated: Set<String> = []
  /// Whether a column that is asked for comes into being: objects of JSON have no header.
  private let isOpen: Bool
  /// The first repeated name that was asked for.
  private(set) var repeatedColumn: String?
  /// How many fields a row needs to hold every bound column.
  private(set) var neededWidth = 0
  /// The columns that are read.
  private(set) var bound: Set<Int> = []

  init(names: [String], isOpen: Bool = false) {
    self.names = names
    self.isOpen = isOpen
    for (index, name) in names.enumerated() {
      let folded = Columns.folded(name)
      if indices.updateValue(index, forKey: folded) != nil { repeated.insert(folded) }
    }
  }

  static func folded(_ name: String) -> String {
    let trimmed = name.drop(while: \.isWhitespace)
    let end = trimmed.lastIndex { !$0.isWhitespace }.map(trimmed.index(after:))
    return String(
      trimmed[..<(end ?? trimmed.startIndex)].lowercased().map {
        $0 == " " || $0 == "-" ? "_" : $0
      })
  }

  /// Whether a name with this first byte can fold to the given one. Bytes beyond ASCII always may.
  static func mayBegin(_ folded: String, with byte: UInt8) -> Bool {
    guard let first = folded.utf8.first, byte < 0x80, first < 0x80 else { return true }
    return first == byte || first == byte | 0x20 || first == UInt8(ascii: "_")
  }

  func has(_ name: String) -> Bool { indices[name] != nil }

  /// Finds the column by the first of its names that the file has.
  mutating func bind(_ aliases: String...) -> Column { bind(aliases) }

  mutating func bind(_ aliases: [String]) -> Column {
    if isOpen { return open(aliases) }
    for name in aliases {
      guard let index = indices[name] else { continue }
      if repeated.contains(name) { repeatedColumn = repeatedColumn ?? names[index] }
      neededWidth = max(neededWidth, index + 1)
      bound.insert(index)
      return Column(name: names[index], index: index, field: index + 1)
    }
    return Column(name: aliases.first ?? "", index: nil)
  }

  /// The column at a position, for tables that tell its meaning apart from its name.
  mutating func bind(at index: Int) -> Column {
    neededWidth = max(neededWidth, isOpen ? names.count : index + 1)
    bound.insert(index)
    return Column(name: names[index], index: index)
  }

  private mutating func open(_ aliases: [String]) -> Column {
    let name = aliases.first ?? ""
    let index = aliases.compactMap { indices[$0] }.first ?? names.count
    if index == names.count { names.append(name) }
    for alias in aliases where indices[alias] == nil { indices[alias] = index }
    neededWidth = names.count
    bound.insert(index)
    return Column(name: name, index: index)
  }

  /// The column of a folded name, for tables that carry names in every row.
  func index(ofFolded name: String) -> Int? { indices[name] }
}
