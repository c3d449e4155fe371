/// A place in a text.
public struct TextPosition: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Counted from 1; lines end with a line feed.
  public var line: Int
  /// Counted from 1, in Unicode scalars, as most editors show it.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public var description: String { "line \(line): column \(column)" }

  public static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
