import Gzip

/// What is inside a gzip file, as a file itself would give it: piece by piece, empty at the end.
///
/// A class, because the library's state can be owned only once and readers are values.
final class GzipContent {
  private var inflater: GzipInflater
  private let file: String

  init(_ beginning: [UInt8], file: String) throws(ReadError) {
    self.file = file
    do throws(GzipError) {
      inflater = try GzipInflater()
    } catch {
      throw .damagedContainer(file: file, reason: "\(error)")
    }
    inflater.take(beginning)
  }

  /// - Parameter more: the next compressed bytes; empty at their end.
  func next(_ more: () throws(ReadError) -> [UInt8]) throws(ReadError) -> [UInt8] {
    var content: [UInt8] = []
    while try !fill(&content) {
      let piece = try more()
      if piece.isEmpty {
        try finish()
        return []
      }
      inflater.take(piece)
    }
    return content
  }

  private func fill(_ content: inout [UInt8]) throws(ReadError) -> Bool {
    do throws(GzipError) {
      return try inflater.next(into: &content)
    } catch {
      throw .damagedContainer(file: file, reason: "\(error)")
    }
  }

  private func finish() throws(ReadError) {
    do throws(GzipError) {
      try inflater.finish()
    } catch {
      throw .damagedContainer(file: file, reason: "\(error)")
    }
  }
}
