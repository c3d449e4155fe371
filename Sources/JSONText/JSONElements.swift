/// Some elements of an array as text, each on a line of its own: so that several threads can write
/// the elements of one array.
public struct JSONElements: Sendable {
  let bytes: ArraySlice<UInt8>

  /// - Parameter writer: has written one array, begun with `onLines`, and nothing else.
  public init(ofArray writer: JSONWriter) {
    precondition(
      writer.isWhole && writer.bytes.first == ASCII.openBracket, "elements come from an array")
    // Without the brackets and the line feeds beside them.
    bytes = writer.bytes.dropFirst(2).dropLast(2)
  }
}

extension JSONWriter {
  /// Writes elements that were written before into an array begun with `onLines`.
  public mutating func elements(_ elements: JSONElements) {
    guard !elements.bytes.isEmpty else { return }
    beginValue()
    bytes.append(contentsOf: elements.bytes)
  }
}
