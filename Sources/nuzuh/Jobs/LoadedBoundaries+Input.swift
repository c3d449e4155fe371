import Boundaries
import Foundation
import Regions

extension LoadedBoundaries {
  /// Bytes of input below which building the fine index takes longer than it saves.
  private static let smallInput = 16 << 20

  /// The index that is worth building for so much input.
  func index(bytes: Int) -> RegionIndex {
    index(detail: bytes < LoadedBoundaries.smallInput ? .coarse : .fine)
  }

  /// The index for files; standard input may be of any size.
  func index(files: [String]) -> RegionIndex {
    let sizes = files.map { path in
      FileHandle(forReadingAtPath: path).flatMap { try? $0.seekToEnd() }
    }
    // What cannot be opened is told when it is read.
    let bytes = sizes.reduce(0) { $0 + Int($1 ?? 0) }
    return index(bytes: files.contains("-") ? .max : bytes)
  }
}
