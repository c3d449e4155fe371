/// Why a geometry could not be made, read or computed.
public enum GEOSError: Error, Equatable, CustomStringConvertible {
  /// A function of the library failed; `call` is its name, `message` its own words.
  case failed(call: String, message: String)
  /// A coordinate is infinite or not a number; such input never reaches the library.
  case notFinite
  /// The text or bytes are longer than we hand to the library.
  case tooLong(bytes: Int, limit: Int)
  /// Collections stand inside one another deeper than we hand to the library.
  case tooDeep(limit: Int)
  /// The bytes are not well-known binary, or end too early.
  case malformed(offset: Int)
  /// The operation takes polygons only.
  case notPolygonal(kind: String)

  public var description: String {
    switch self {
    case .failed(let call, let message): "\(call) failed: \(message)"
    case .notFinite: "a coordinate is infinite or not a number"
    case .tooLong(let bytes, let limit): "the geometry has \(bytes) bytes; the limit is \(limit)"
    case .tooDeep(let limit): "geometries are nested deeper than \(limit) levels"
    case .malformed(let offset): "not well-known binary at byte \(offset)"
    case .notPolygonal(let kind): "a polygon is needed here, not a \(kind)"
    }
  }
}
