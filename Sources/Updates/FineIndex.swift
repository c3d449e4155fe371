import Boundaries
import Regions
import Synchronization
import Threads

/// The index of regions by which many records are counted. It takes a sixth of a second, so another
/// thread makes it as soon as it is known to be needed, and it is made once.
final class FineIndex: Sendable {
  private let boundaries: LoadedBoundaries
  private let work = Mutex<Meanwhile<RegionIndex, Never>?>(nil)

  init(_ boundaries: LoadedBoundaries) {
    self.boundaries = boundaries
  }

  /// Has it made, if nobody has.
  @discardableResult
  func begin() -> Meanwhile<RegionIndex, Never> {
    work.withLock { work in
      if let work { return work }
      let begun = Meanwhile { [boundaries] in boundaries.index(detail: .fine) }
      work = begun
      return begun
    }
  }

  func get() -> RegionIndex { begin().wait() }
}
