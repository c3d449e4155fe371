public import Archive

/// What an update made of one source. Numbers and names of sources, no content of rows.
public struct SourceOutcome: Hashable, Sendable {
  public let name: String
  /// Files that fit the patterns, those read, their rows, and those of them that were rejected.
  public internal(set) var files = 0
  public internal(set) var filesRead = 0
  public internal(set) var rows = 0
  public internal(set) var rejected = 0
  public internal(set) var changes = IntakeChanges()
  /// What a person should look at before anything is published.
  public internal(set) var suspicions: [SourceSuspicion] = []

  /// More rejected rows than this, in percent, are suspicious.
  static let mostRejectedPercent = 5.0

  init(name: String) {
    self.name = name
  }

  var rejectedPercent: Double { rows == 0 ? 0 : 100 * Double(rejected) / Double(rows) }

  /// - Parameter before: what stood under the same name.
  mutating func add(_ file: ArchivedFile, before: ArchivedFile?) {
    filesRead += 1
    rows += file.rows
    rejected += file.rejected
    if let before, 2 * file.rows < before.rows {
      suspicions.append(
        SourceSuspicion(
          source: name, file: file.name, kind: .shrunk(before: before.rows, now: file.rows)))
    }
  }

  /// Compares the source with what it was like before.
  mutating func suspect(_ origin: ArchivedOrigin, columns: [String], isSnapshot: Bool) {
    if isSnapshot, suspicions.isEmpty, 2 * changes.after < changes.before {
      suspicions.append(
        SourceSuspicion(
          source: name, file: nil, kind: .shrunk(before: changes.before, now: changes.after)))
    }
    if let before = origin.columns, !columns.isEmpty, before != columns {
      suspicions.append(
        SourceSuspicion(
          source: name, file: nil,
          kind: .columns(
            gone: before.filter { !columns.contains($0) },
            added: columns.filter { !before.contains($0) })))
    }
    if rejectedPercent > max(Self.mostRejectedPercent, origin.rejectedPercent) {
      suspicions.append(
        SourceSuspicion(source: name, file: nil, kind: .rejected(rejected, of: rows)))
    }
  }
}
