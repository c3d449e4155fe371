import Records

/// How the rows of one source become records. One file, one test and one sample each.
///
/// A profile is bound to the columns of a file once, and then sees one row after the other. What
/// it cannot understand it tells the row, which rejects itself where the rule says so.
protocol Profile: Sendable {
  /// The name used in options and accounts.
  static var name: String { get }
  /// Columns without which the file is not of this source, in folded spelling. Where one of
  /// several will do, they stand together.
  static var required: [[String]] { get }

  init(columns: inout Columns)

  /// The record of a row. The result does not count where the row was rejected.
  mutating func record(from row: inout Row) -> Record?
}

extension Profile {
  static func gap(in columns: Columns) -> ReadError.Gap? {
    let lacking = required.filter { !$0.contains(where: columns.has) }
    guard !lacking.isEmpty else { return nil }
    return ReadError.Gap(
      profile: name, lacking: lacking.map { $0.joined(separator: " or ") })
  }
}

/// All profiles that the package knows.
enum Profiles {
  static let all: [any Profile.Type] = [
    TrackerIncidents.self, TrackerMovements.self, ACLEDEvents.self, UCDPEvents.self,
    OCHAFlows.self,
  ]

  /// The profile with the most required columns among those that find all of theirs.
  static func fitting(_ columns: Columns, file: String) throws(ReadError) -> any Profile.Type {
    var best: (any Profile.Type)?
    for profile in all where profile.gap(in: columns) == nil {
      if profile.required.count > best?.required.count ?? 0 { best = profile }
    }
    if let best { return best }
    throw .noProfileFits(
      file: file, header: columns.names, gaps: all.compactMap { $0.gap(in: columns) })
  }

  static func named(_ name: String) throws(ReadError) -> any Profile.Type {
    guard let profile = all.first(where: { $0.name == name.lowercased() }) else {
      throw .unknownProfile(name: name, known: all.map { $0.name })
    }
    return profile
  }
}
