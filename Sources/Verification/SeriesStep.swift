import Disclosure
import Released

/// How one release follows another.
enum SeriesStep: Hashable {
  /// It tells again what that one told, and adds to it.
  case toldAgain
  /// It has counted anew what that one told, by the rules of a series (rule D5).
  case revision
  /// It was protected without regard to that one.
  case separate

  /// - Throws: `ReleasedFilesError.damaged` where the ledger of the series is not the one that the
  ///   earlier release has.
  init(from earlier: PublicRelease, to later: PublicRelease) throws(ReleasedFilesError) {
    let (old, new) = (earlier.ledger, later.ledger)
    if !old.isEmpty, new.continues(old) {
      self = new.isRevised(since: old) ? .revision : .toldAgain
    } else if new.isOfSameSeries(as: old) {
      throw .damaged(
        file: "\(later.directory)/ledger.jsonl",
        cause: "it does not continue that of \(earlier.directory)")
    } else {
      self = .separate
    }
  }
}
