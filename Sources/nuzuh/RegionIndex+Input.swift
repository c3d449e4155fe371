import Foundation
import Regions

extension RegionIndex {
  /// Bytes of input below which building the fine index takes longer than it saves.
  private static let smallInput = 16 << 20

  /// The index that is worth building for so much input.
  init(_ catalog: RegionCatalog, bytes: Int) {
    self.init(catalog, detail: bytes < RegionIndex.smallInput ? .coarse : .fine)
  }

  /// The index for files; standard input may be of any size.
  init(_ catalog: RegionCatalog, files: [String]) {
    let sizes = files.map { path in
      FileHandle(forReadingAtPath: path).flatMap { try? $0.seekToEnd() }
    }
    // What cannot be opened is told when it is read.
    let bytes = sizes.reduce(0) { $0 + Int($1 ?? 0) }
    self.init(catalog, bytes: files.contains("-") ? .max : bytes)
  }
}
