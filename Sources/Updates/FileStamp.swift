import Foundation
import Glibc

/// By what it shows that a file is the one that it was, without reading it: where it lies, how long it
/// is, and when it was last written, moved or linked.
///
/// The time of the last change is set by the system and cannot be set back. It is told in steps, of
/// some milliseconds on most file systems and of two seconds on the coarsest: of a file that was
/// changed a moment ago, another change could leave the same stamp (see `hasRested`). Writing
/// through mapped memory may leave none for as long as a page waits to be written to the disk.
struct FileStamp: Hashable, Sendable {
  private struct Moment: Hashable, Comparable {
    let seconds: Int
    let nanoseconds: Int

    init(_ time: timespec) {
      seconds = time.tv_sec
      nanoseconds = time.tv_nsec
    }

    /// Whether it shows that times are told in steps of less than ten milliseconds, or at least not
    /// in whole ones from the second's beginning on, as coarse file systems tell them.
    var isFine: Bool { !nanoseconds.isMultiple(of: 10_000_000) }

    var sinceEpoch: Double { Double(seconds) + Double(nanoseconds) / 1e9 }

    static func < (left: Moment, right: Moment) -> Bool {
      (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
  }

  /// A file rests for longer than the steps in which its times are told: where they are fine, those
  /// of the system's clock, of ten milliseconds at most.
  private static let (fineRest, coarseRest) = (0.1, 3.0)

  let bytes: Int
  private let device: UInt64
  private let number: UInt64
  private let written: Moment
  private let changed: Moment

  /// `nil` where there is no file at the path, or one of a special kind.
  init?(_ path: String) {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    bytes = Int(facts.st_size)
    device = UInt64(facts.st_dev)
    number = UInt64(facts.st_ino)
    written = Moment(facts.st_mtim)
    changed = Moment(facts.st_ctim)
  }

  /// Whether every change from now on will leave another stamp.
  func hasRested(at now: Date) -> Bool {
    let rest = changed.isFine ? Self.fineRest : Self.coarseRest
    return max(written, changed).sinceEpoch < now.timeIntervalSince1970 - rest
  }
}
