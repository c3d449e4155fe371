import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard input, kept so that it can be read more than once (rule A2 may need three passes).
///
/// The bytes lie in a temporary file without a name: nobody else can open it by a path, and
/// nothing is left behind however the process ends.
final class SpooledInput: Sendable {
  static let name = "stdin"

  private let descriptor: Int32

  /// Where this process can open the bytes again, from their beginning.
  var path: String { "/proc/self/fd/\(descriptor)" }

  init() throws(ReadError) {
    descriptor = try SpooledInput.unnamedFile()
    do throws(ReadError) {
      try fill()
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  private static func unnamedFile() throws(ReadError) -> Int32 {
    let path = FileManager.default.temporaryDirectory.appending(path: "nuzuh-XXXXXX").path
    var template = Array(path.utf8CString)
    let descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else {
      throw .unreadable(path: name, reason: "no temporary file: \(reason)")
    }
    _ = unsafe unlink(template)
    return descriptor
  }

  private func fill() throws(ReadError) {
    let input = FileHandle.standardInput
    let output = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    do {
      while let piece = try input.read(upToCount: FileBytes.pieceSize), !piece.isEmpty {
        try output.write(contentsOf: piece)
      }
    } catch {
      throw .unreadable(path: SpooledInput.name, reason: error.localizedDescription)
    }
  }

  /// Why the last call failed, in words.
  private static var reason: String { unsafe String(cString: strerror(errno)) }
}
