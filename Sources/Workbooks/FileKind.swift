import Foundation

/// Tells workbooks from files that only look like them.
enum FileKind {
  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  /// Compound files hold workbooks before XLSX, and encrypted XLSX (MS-CFB, 2.2).
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private static let pieceSize = 1 << 16

  /// Throws what the first bytes say, unless they are those of an archive.
  static func check(_ path: String) throws(WorkbookError) {
    guard let file = FileHandle(forReadingAtPath: path) else {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw .unreadable(
        path: path,
        reason: isThere ? "it cannot be opened; check its permissions" : "there is no such file")
    }
    let beginning = try read(file, path)
    if beginning.starts(with: zip) { return }
    guard beginning.starts(with: compound) else {
      throw .notAWorkbook(kind: beginning.isEmpty ? "an empty file" : "something else")
    }
    throw try isEncrypted(beginning, file, path) ? .encrypted : .oldFormat
  }

  /// An encrypted workbook stands in a stream named `EncryptedPackage` (MS-OFFCRYPTO, 2.3.4.4),
  /// and names of streams are UTF-16.
  private static func isEncrypted(
    _ beginning: [UInt8], _ file: FileHandle, _ path: String
  ) throws(WorkbookError) -> Bool {
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var window = Data(beginning)
    while true {
      if window.range(of: Data(name)) != nil { return true }
      let piece = try read(file, path)
      if piece.isEmpty { return false }
      window = Data(window.suffix(name.count)) + Data(piece)
    }
  }

  private static func read(_ file: FileHandle, _ path: String) throws(WorkbookError) -> [UInt8] {
    do {
      return [UInt8](try file.read(upToCount: pieceSize) ?? Data())
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
  }

  /// The part that lists the sheets.
  static func workbookPart(
    of archive: ZipArchive, limits: WorkbookLimits
  ) throws(WorkbookError) -> String {
    let package = try Relationships(of: "", in: archive, limits: limits)
    guard let part = package.first("officeDocument") else {
      if archive.has("content.xml"), archive.has("mimetype") { throw .openDocument }
      throw .notAWorkbook(kind: "an archive of other files")
    }
    if part.hasSuffix(".bin") { throw .binaryFormat }
    if part.lowercased().hasPrefix("word/") { throw .notAWorkbook(kind: "a text document") }
    if part.lowercased().hasPrefix("ppt/") { throw .notAWorkbook(kind: "a presentation") }
    return part
  }
}
