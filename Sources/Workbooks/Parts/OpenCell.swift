/// A cell that is being read: what its tags say, and its text so far.
struct OpenCell {
  private(set) var column = 0
  /// The kind of value, as the file abbreviates it; `nil` means a number.
  private(set) var type: String?
  private(set) var style = 0
  private(set) var hasFormula = false
  /// Text of `v`: the value itself, or the number of a shared text.
  private(set) var stored: TextCollector
  /// Text of `is`: a text that stands in the cell itself.
  private(set) var inline: TextCollector
  private var isInStored = false
  private var isInInline = false

  init(limit: Int) {
    stored = TextCollector(limit: limit)
    inline = TextCollector(limit: limit)
  }

  mutating func open(column: Int, type: String?, style: Int) {
    (self.column, self.type, self.style) = (column, type, style)
    (hasFormula, isInStored, isInInline) = (false, false, false)
    stored.removeAll()
    inline.removeAll()
  }

  mutating func begin(_ name: String) {
    switch name {
    case "v": isInStored = true
    case "f": hasFormula = true
    case "is": isInInline = true
    default: if isInInline { inline.begin(name) }
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "v": isInStored = false
    case "is": isInInline = false
    default: if isInInline { inline.end(name) }
    }
  }

  mutating func take(_ bytes: Span<UInt8>) throws(PartProblem) {
    if isInStored {
      try stored.append(bytes)
    } else if isInInline {
      try inline.take(bytes)
    }
  }
}
