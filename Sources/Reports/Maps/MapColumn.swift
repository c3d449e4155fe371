/// A property that every feature of a layer has, as the column of a table.
package struct MapColumn: Hashable, Sendable {
  package enum Kind: Sendable {
    case text
    case integer
    case real
    case boolean
    /// An ISO 8601 date.
    case date
  }

  package let name: String
  package let kind: Kind

  init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
