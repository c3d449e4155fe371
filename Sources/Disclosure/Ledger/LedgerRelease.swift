/// What one release of a series has told, or several of which each tells again all that those
/// before it have told.
struct LedgerRelease: Sendable {
  /// Whether it counted everything anew.
  let isRevision: Bool
  /// Whether it is the first of the series, of which nothing that is withheld can be a zero.
  let isFirst: Bool
  /// k.
  private(set) var threshold: Int
  private(set) var scope: LedgerScope
  /// By the figure's name as text.
  private(set) var figures: [String: Ledger.Entry] = [:]
  private var tellsTotals = false

  /// - Parameter earlier: the release before.
  fileprivate init(_ line: LedgerLine, after earlier: LedgerRelease?) {
    (isRevision, isFirst) = (line.isRevision, earlier == nil)
    (threshold, scope) = (line.threshold, line.scope)
    figures = earlier?.figures ?? [:]
    take(line)
    tellsTotals = figures.keys.contains { LedgerKey.total($0) != nil }
  }

  private mutating func take(_ line: LedgerLine) {
    (threshold, scope) = (line.threshold, line.scope)
    for (key, entry) in line.figures { figures[key] = entry }
    for key in line.absent { figures[key] = nil }
  }

  /// Takes in a later release that tells all that this one tells, and in the same sums.
  fileprivate mutating func join(_ line: LedgerLine) -> Bool {
    guard !isFirst, !line.isRevision, line.absent.isEmpty,
      line.figures.allSatisfy({ figures[$0.key] == nil || figures[$0.key] == $0.entry })
    else { return false }
    let hasTotals = tellsTotals || line.figures.contains { LedgerKey.total($0.key) != nil }
    guard scope.isLike(line.scope, tellsTotals: hasTotals) else { return false }
    take(line)
    tellsTotals = hasTotals
    return true
  }
}

/// What a line of a ledger adds to those before it.
struct LedgerLine: Sendable {
  let isRevision: Bool
  let threshold: Int
  let scope: LedgerScope
  /// What is told for the first time, differently, or again after it was not.
  let figures: [(key: String, entry: Ledger.Entry)]
  /// What the release before has told and this one does not.
  let absent: [String]
}

extension Ledger {
  /// What was told together, in the order of publication; where one release tells again all that
  /// the one before it has told, the two as one.
  var releases: [LedgerRelease] {
    var releases: [LedgerRelease] = []
    for line in deltas {
      if var last = releases.popLast() {
        // Alone in its variable, so that its figures are not copied.
        let isJoined = last.join(line)
        releases.append(last)
        if isJoined { continue }
      }
      releases.append(LedgerRelease(line, after: releases.last))
    }
    return releases
  }
}
