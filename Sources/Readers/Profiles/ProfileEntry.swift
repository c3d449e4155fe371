/// A profile by its name, and what a file needs to be read by it.
struct ProfileEntry: Sendable {
  let name: String
  /// Columns without which the file is not of this source, in folded spelling. Where one of
  /// several will do, they stand together.
  let required: [[String]]
  /// What a header lacks, in words, where lists of names cannot say it.
  private let lacking: (@Sendable ([String]) -> [String])?
  /// Binds the profile to the columns of a file.
  let bind: @Sendable (inout Columns) -> any Profile

  init<Source: BuiltInProfile>(_ source: Source.Type) {
    name = source.name
    required = source.required
    lacking = nil
    bind = { columns in Source(columns: &columns) }
  }

  init(
    name: String, required: [[String]], lacking: (@Sendable ([String]) -> [String])? = nil,
    bind: @escaping @Sendable (inout Columns) -> any Profile
  ) {
    self.name = name
    self.required = required
    self.lacking = lacking
    self.bind = bind
  }

  /// A profile that binds columns by their hashtags.
  ///
  /// - Throws: `missingColumns` where the tags say too little.
  init(_ tags: [HXLTag?], columns: Columns, file: String) throws(ReadError) {
    if let gap = HXLTable.gap(in: tags, columns) {
      throw .missingColumns(file: file, header: columns.names, gap: gap)
    }
    self.init(name: HXLTable.name, required: []) { columns in
      if let table = HXLTable(tags, columns: &columns) { return table }
      return HXLTable.Nothing()
    }
  }

  /// Stands for that profile where it is named; no header fits it.
  static let byHashtags = ProfileEntry(
    name: HXLTable.name, required: [["a row of HXL hashtags"]], bind: { _ in HXLTable.Nothing() })

  /// What the columns lack; `nil` where the profile can read them.
  func gap(in columns: Columns) -> ReadError.Gap? {
    let gaps =
      lacking?(columns.names)
      ?? required.filter { !$0.contains(where: columns.has) }.map { $0.joined(separator: " or ") }
    return gaps.isEmpty ? nil : ReadError.Gap(profile: name, lacking: gaps)
  }
}

/// All profiles that the package knows.
enum Profiles {
  static let all: [ProfileEntry] = [
    ProfileEntry(TrackerIncidents.self), ProfileEntry(TrackerMovements.self),
    ProfileEntry(ACLEDEvents.self), ProfileEntry(UCDPEvents.self), ProfileEntry(OCHAFlows.self),
    ProfileEntry(IDMCUpdates.self), ProfileEntry(DTMStocks.self), ProfileEntry(HAPIStocks.self),
    ProfileEntry(HAPIRefugees.self), ProfileEntry(HAPIEvents.self),
    OCHAMatrix.entry,
    ProfileEntry(UNHCRPopulation.self), ProfileEntry(Airwars.self),
    ProfileEntry(ACLEDAggregates.self), ProfileEntry.byHashtags,
  ]

  /// The profile with the most required columns among those that find all of theirs.
  static func fitting(_ columns: Columns, among entries: [ProfileEntry] = all) -> ProfileEntry? {
    var best: ProfileEntry?
    for entry in entries where entry.gap(in: columns) == nil {
      if entry.required.count > best?.required.count ?? 0 { best = entry }
    }
    return best
  }

  static func named(
    _ name: String, besides mappings: [ProfileEntry] = []
  ) throws(ReadError) -> ProfileEntry {
    let entries = mappings + all
    guard let profile = entries.first(where: { $0.name == name.lowercased() }) else {
      throw .unknownProfile(name: name, known: entries.map(\.name))
    }
    return profile
  }

  /// What the profiles that come closest lack, the closest first.
  static func nearestGaps(
    in columns: Columns, among entries: [ProfileEntry], limit: Int = 3
  ) -> [ReadError.Gap] {
    let ranked = entries.compactMap { entry in
      entry.gap(in: columns).map { (gap: $0, share: $0.share(of: entry.required.count)) }
    }
    return ranked.enumerated()
      .sorted { ($0.element.share, $0.offset) < ($1.element.share, $1.offset) }
      .prefix(limit).map(\.element.gap)
  }
}

extension ReadError.Gap {
  fileprivate func share(of required: Int) -> Double { Double(lacking.count) / Double(required) }
}
