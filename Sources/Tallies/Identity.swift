import Records

/// Which rows of a repeated key count (rule A2).
///
/// The first pass over the input finds keys that occur more than once. Where there are any, a
/// second pass brings their rows here, and the third counts without the rows that lost. So memory
/// grows by what `KeySet` needs, and by the few records whose key repeats.
struct Identity: Sendable {
  /// A row of the input.
  struct RowID: Hashable, Comparable {
    let file: Int
    let line: Int
    /// Position among the records of the same line.
    let ordinal: Int

    static func < (left: RowID, right: RowID) -> Bool {
      (left.file, left.line, left.ordinal) < (right.file, right.line, right.ordinal)
    }
  }

  /// Numbers the rows of a pass; every pass gives the same row the same number. Records of one
  /// line come behind one another.
  struct RowCounter: Sendable {
    private var last = RowID(file: -1, line: 0, ordinal: 0)

    mutating func next(_ record: Record, _ file: Int) -> RowID {
      let isSame = last.file == file && last.line == record.line
      last = RowID(file: file, line: record.line, ordinal: isSame ? last.ordinal + 1 : 0)
      return last
    }
  }

  private struct Candidate {
    let row: RowID
    let record: Record

    func isSame(as other: Candidate) -> Bool { record.saysTheSame(as: other.record) }

    /// The greater candidate replaces the smaller.
    static func isLess(_ left: Candidate, _ right: Candidate) -> Bool {
      left.record.isReplaced(by: right.record) ?? (right.row < left.row)
    }
  }

  private var keys = KeySet()
  private var sources = TemplateSources()
  private var candidates: [RecordKey: [Candidate]] = [:]

  var hasContested: Bool { !keys.contested.isEmpty }

  /// First pass: notes the key.
  mutating func see(_ record: Record) {
    keys.insert(record.key)
    if record.isDeletion { keys.contest(record.key) }
  }

  /// First pass: notes the keys of rows.
  mutating func see(_ rows: PlainRows, file: Int) {
    sources.learn(rows, file)
    let (template, ids, ends) = (rows.template, rows.idBytes, rows.idEnd)
    var start = 0
    for row in template.indices {
      let end = Int(ends[row])
      keys.insert(sources[template[row]], ids.span.extracting(start..<end))
      start = end
    }
  }

  /// First pass: takes over what another thread has seen.
  mutating func addSeen(_ other: Identity) { keys.add(other.keys) }

  /// After the first pass.
  mutating func endFirstPass() throws(SpillError) { try keys.finish() }

  /// How many second passes it takes, each of which brings together a part of the keys, so that
  /// memory stays bounded where very many repeat.
  var rounds: Int { (keys.contested.count + Identity.keysOfARound - 1) / Identity.keysOfARound }

  private static let keysOfARound = 1 << 18

  /// For one of several second passes.
  func inRound(_ round: Int) -> Identity {
    var other = self
    other.keys.keep(round, of: rounds)
    return other
  }

  /// Second pass: keeps the record if its key is contested.
  mutating func collect(_ record: Record, row: RowID) {
    guard keys.isContested(record.key) else { return }
    candidates[record.key, default: []].append(Candidate(row: row, record: record))
  }

  /// Second pass: keeps those rows whose key is contested.
  mutating func collect(_ rows: PlainRows, file: Int) {
    sources.learn(rows, file)
    let (template, ids) = (rows.template, rows.idBytes)
    rows.forEachRow { row, number in
      let id = ids.span.extracting(rows.idRange(at: row))
      guard keys.isContested(sources[template[row]], id) else { return }
      collect(
        rows.record(at: row, firstNumber: number),
        row: RowID(file: file, line: rows.line[row], ordinal: 0))
    }
  }

  /// Second pass: takes over what another thread has kept.
  mutating func addCollected(_ other: Identity) {
    candidates.merge(other.candidates) { $0 + $1 }
  }

  /// Why a row does not count, and the row that does, or that took the record away.
  struct Loss {
    let winner: RowID
    let reason: ReplacedRecord.Reason
  }

  /// After the second pass: the rows that do not count, and what a person should know.
  func verdict(fileNames: [String]) -> (losses: [RowID: Loss], findings: [Finding]) {
    var losses: [RowID: Loss] = [:]
    var findings: [Finding] = []
    for (key, rivals) in candidates {
      let ordered = rivals.sorted(by: Candidate.isLess)
      guard let winner = ordered.last else { continue }
      for loser in ordered.dropLast() {
        losses[loser.row] = Loss(
          winner: winner.row, reason: Identity.reason(loser, replacedBy: winner))
      }
      if winner.record.isDeletion {
        losses[winner.row] = Loss(winner: winner.row, reason: .deleted)
      }
      findings += Identity.remarks(key, winner, ordered.dropLast(), fileNames)
    }
    return (losses, findings)
  }

  private static func reason(
    _ loser: Candidate, replacedBy winner: Candidate
  ) -> ReplacedRecord.Reason {
    if winner.record.isDeletion { return .deleted }
    if loser.isSame(as: winner) { return .sameContent }
    return loser.record.version == winner.record.version ? .laterInOrder : .newerVersion
  }

  private static func remarks(
    _ key: RecordKey, _ winner: Candidate, _ losers: ArraySlice<Candidate>, _ names: [String]
  ) -> [Finding] {
    let place = "\(names[winner.row.file]) line \(winner.row.line)"
    let key = Finding.shown(key.description)
    if winner.record.isDeletion {
      return [finding(.deletedRecord, winner, names, "the record \(key) was deleted by its source")]
    }
    return losers.compactMap { loser in
      guard !loser.isSame(as: winner) else { return nil }
      if loser.record.isDeletion {
        return finding(
          .deletedRecord, loser, names, "the deletion of \(key) is older than \(place)")
      }
      if loser.record.version != winner.record.version {
        return finding(
          .replacedByVersion, loser, names, "the record \(key) was replaced by \(place)")
      }
      return finding(
        .sameKeyDifferentContent, loser, names,
        "the record \(key) stands here and in \(place) with different content and no version to "
          + "tell them apart; the latter, last in the order of its fields, was taken")
    }
  }

  private static func finding(
    _ rule: FindingRule, _ candidate: Candidate, _ names: [String], _ message: String
  ) -> Finding {
    Finding(
      rule, file: names[candidate.row.file], line: candidate.row.line,
      value: Finding.shown(candidate.record.key.id), message: message)
  }
}
