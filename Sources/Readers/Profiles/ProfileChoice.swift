/// The profiles that settings leave to choose from: the one asked for, or first the user's own
/// mappings and then those of the package.
struct ProfileChoice: Sendable {
  private let entries: [[ProfileEntry]]
  private let isAsked: Bool

  init(_ settings: ReadSettings) throws(ReadError) {
    let mappings = settings.mappings.map(\.entry)
    isAsked = settings.profile != nil
    entries =
      if let asked = settings.profile {
        [[try Profiles.named(asked, besides: mappings)]]
      } else {
        [mappings, Profiles.all]
      }
  }

  func fitting(_ columns: Columns) -> ProfileEntry? {
    entries.lazy.compactMap { Profiles.fitting(columns, among: $0) }.first
  }

  /// Why no profile fits the header.
  func misfit(_ header: [String], file: String) -> ReadError {
    let columns = Columns(names: header)
    // What the user's own mappings lack is what the user wants to know.
    let gaps = entries.filter { !$0.isEmpty }
      .flatMap { Profiles.nearestGaps(in: columns, among: $0) }
    if isAsked, let gap = gaps.first {
      return .missingColumns(file: file, header: header, gap: gap)
    }
    return .noProfileFits(file: file, header: header, gaps: gaps)
  }
}
