import Disclosure
import Released

extension SeriesStep {
  /// How one release follows another, by their ledgers.
  ///
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
