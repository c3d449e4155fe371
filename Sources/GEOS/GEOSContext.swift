import CGEOS

/// One task's access to the GEOS library: its handle and the errors reported through it.
///
/// Geometries belong to the context that made them, and all of them to one task; none of these
/// types can be sent to another.
@safe public final class GEOSContext {
  let handle: OpaquePointer
  private let log: MessageLog

  /// - Throws: `GEOSError.failed` where the library gives no handle.
  public init() throws(GEOSError) {
    guard let handle = unsafe GEOS_init_r() else {
      throw .failed(call: "GEOS_init_r", message: "no handle")
    }
    let log = MessageLog()
    unsafe self.handle = handle
    self.log = log
    _ = unsafe GEOSContext_setErrorMessageHandler_r(
      handle,
      { message, log in
        guard let message = unsafe message, let log = unsafe log else { return }
        unsafe Unmanaged<MessageLog>.fromOpaque(log).takeUnretainedValue()
          .note(String(cString: message))
      }, Unmanaged.passUnretained(log).toOpaque())
  }

  deinit { unsafe GEOS_finish_r(handle) }

  /// The error of a call that has just failed, in the library's own words.
  func failure(_ call: StaticString) -> GEOSError {
    .failed(call: "\(call)", message: log.take() ?? "no reason given")
  }
}

/// Holds the last message of the library until the failed call is reported.
final class MessageLog {
  private var last: String?

  func note(_ message: String) { last = message }

  func take() -> String? {
    defer { last = nil }
    return last
  }
}
