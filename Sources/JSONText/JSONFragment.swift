/// One whole value as text, for values that are written many times.
public struct JSONFragment: Sendable {
  let bytes: [UInt8]

  /// - Parameter write: writes exactly one value.
  public init(_ write: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    write(&writer)
    precondition(writer.isWhole, "a fragment holds one whole value")
    bytes = writer.bytes
  }
}
