/// Some members of an object as text, for members that are written many times.
public struct JSONMembers: Sendable {
  let bytes: [UInt8]

  /// No members.
  public static let none = JSONMembers { _ in }

  /// - Parameter write: writes the members.
  public init(_ write: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    writer.beginObject()
    write(&writer)
    writer.endObject()
    // Without the braces.
    bytes = Array(writer.bytes.dropFirst().dropLast())
  }
}

extension JSONWriter {
  /// Writes members that were written before.
  public mutating func members(_ members: JSONMembers) {
    guard !members.bytes.isEmpty else { return }
    beginKey()
    hasKey = false
    bytes.append(copying: members.bytes.span)
  }
}
