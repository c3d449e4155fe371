public import Records

extension ReportRun {
  /// What there is to say of the input beside its records.
  public struct HandedOn: Sendable {
    /// By the position of the file.
    public let facts: [FileFacts]
    /// Records that another with the same key replaces or takes away, by the position of the file.
    public let replaced: [Int]
    public let findings: FindingLog
  }

  /// Hands on the records that count, one by one: of those with the same key only the one that a
  /// report would take (rule A2), in the order in which they are read.
  ///
  /// - Parameters:
  ///   - files: names for messages, in an order that does not depend on how they were given.
  ///   - read: as for `report(files:settings:placer:read:)`; called twice where all keys differ.
  /// - Throws: what `read` and `each` throw, and `SpillError`.
  public static func records(
    files: [String], read: @escaping (_ take: Take) throws -> [FileFacts],
    each: (_ file: Int, _ record: Record) throws -> Void
  ) throws -> HandedOn {
    var identity = Identity()
    _ = try read { _, records, _ in for record in records { identity.see(record) } }
    try identity.endFirstPass()
    var findings = FindingLog()
    let losses = try losses(identity, files, &findings, read)
    var replaced = Array(repeating: 0, count: files.count)
    var rows = Identity.RowCounter()
    let facts = try read { file, records, found in
      findings.add(found)
      for record in records {
        if losses[rows.next(record, file)] != nil {
          replaced[file] += 1
        } else {
          try each(file, record)
        }
      }
    }
    return HandedOn(facts: facts, replaced: replaced, findings: findings)
  }

  private static func losses(
    _ identity: Identity, _ files: [String], _ findings: inout FindingLog,
    _ read: (_ take: Take) throws -> [FileFacts]
  ) throws -> [Identity.RowID: Identity.Loss] {
    var losses: [Identity.RowID: Identity.Loss] = [:]
    guard identity.hasContested else { return losses }
    for round in 0..<identity.rounds {
      var collecting = identity.inRound(round)
      var rows = Identity.RowCounter()
      _ = try read { file, records, _ in
        for record in records { collecting.collect(record, row: rows.next(record, file)) }
      }
      let (lost, said) = collecting.verdict(fileNames: files)
      losses.merge(lost) { known, _ in known }
      findings.add(said)
    }
    return losses
  }
}
