import CGEOS

// Every call into the library goes through one of these, which know how its family of
// functions reports failure, and name the call in the error.

extension GEOSContext {
  /// Calls that answer 0 or 1, and 2 on failure.
  func predicate(
    _ call: StaticString, _ body: (OpaquePointer) -> CChar
  ) throws(GEOSError) -> Bool {
    switch unsafe body(handle) {
    case 0: return false
    case 1: return true
    default: throw failure(call)
    }
  }

  /// Calls that answer a handle, and `nil` on failure.
  func pointer(
    _ call: StaticString, _ body: (OpaquePointer) -> OpaquePointer?
  ) throws(GEOSError) -> OpaquePointer {
    guard let pointer = unsafe body(handle) else { throw failure(call) }
    return unsafe pointer
  }

  /// Calls that make a geometry.
  func geometry(
    _ call: StaticString, _ body: (OpaquePointer) -> OpaquePointer?
  ) throws(GEOSError) -> GEOSGeometry {
    unsafe GEOSGeometry(owning: try pointer(call, body), in: self)
  }

  /// Calls that fill in a number and answer 1, and 0 on failure.
  func measure(
    _ call: StaticString, _ body: (OpaquePointer, UnsafeMutablePointer<Double>) -> Int32
  ) throws(GEOSError) -> Double {
    var value = 0.0
    guard unsafe body(handle, &value) == 1 else { throw failure(call) }
    return value
  }

  /// Calls that answer a count, and -1 on failure.
  func count(_ call: StaticString, _ body: (OpaquePointer) -> Int32) throws(GEOSError) -> Int {
    let count = unsafe body(handle)
    guard count >= 0 else { throw failure(call) }
    return Int(count)
  }

  /// Calls that answer 1, and 0 on failure.
  func perform(_ call: StaticString, _ body: (OpaquePointer) -> Int32) throws(GEOSError) {
    guard unsafe body(handle) == 1 else { throw failure(call) }
  }

  /// Calls that answer text of their own, which is copied and freed.
  func text(
    _ call: StaticString, _ body: (OpaquePointer) -> UnsafeMutablePointer<CChar>?
  ) throws(GEOSError) -> String {
    guard let text = unsafe body(handle) else { throw failure(call) }
    defer { unsafe GEOSFree_r(handle, text) }
    return unsafe String(cString: text)
  }

  /// Calls that answer bytes of their own and their number, which are copied and freed.
  func bytes(
    _ call: StaticString,
    _ body: (OpaquePointer, UnsafeMutablePointer<Int>) -> UnsafeMutablePointer<UInt8>?
  ) throws(GEOSError) -> [UInt8] {
    var count = 0
    guard let bytes = unsafe body(handle, &count) else { throw failure(call) }
    defer { unsafe GEOSFree_r(handle, bytes) }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}
