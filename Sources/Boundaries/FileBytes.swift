import Foundation

/// The few things this module asks of the file system.
enum FileBytes {
  static func read(_ path: String) throws(BoundaryError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(file: path, reason: reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .unreadable(file: path, reason: reason(errno))
    }
    let limit = LayerLimits.standard.bytes
    guard status.st_size <= limit else {
      throw .unreadable(file: path, reason: "\(status.st_size) bytes; the limit is \(limit)")
    }
    guard let bytes = content(of: descriptor, expected: Int(status.st_size), limit: limit)
    else {
      throw .unreadable(file: path, reason: reason(errno))
    }
    return bytes
  }

  private static func reason(_ code: Int32) -> String {
    code == ENOENT ? "there is no such file" : unsafe String(cString: strerror(code))
  }

  /// Only a folder has an entry `.`.
  static func isFolder(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/.")
  }

  /// Paths of the files of a folder with one of these endings, in byte order of their names.
  static func files(in folder: String, endings: [String]) throws(BoundaryError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { name in endings.contains { name.hasSuffix(".\($0)") } }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        .map { "\(folder)/\($0)" }
    } catch {
      throw .unreadable(file: folder, reason: "\(error)")
    }
  }

  static var workingFolder: String { FileManager.default.currentDirectoryPath }

  /// The file that a path leads to, symbolic links followed.
  static func resolved(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path
  }
}
