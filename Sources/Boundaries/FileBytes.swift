#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The few things this module asks of the file system.
enum FileBytes {
  static func read(_ path: String) throws(BoundaryError) -> [UInt8] {
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      let size = attributes[.size] as? Int ?? 0
      let limit = LayerLimits.standard.bytes
      guard size <= limit else {
        throw BoundaryError.unreadable(file: path, reason: "\(size) bytes; the limit is \(limit)")
      }
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch let error as BoundaryError {
      throw error
    } catch {
      let reason =
        FileManager.default.fileExists(atPath: path) ? "\(error)" : "there is no such file"
      throw .unreadable(file: path, reason: reason)
    }
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
