public import Records

/// What one thread makes of a part of the input in one pass. What several have made is put
/// together when the pass ends, and does not depend on how the input was shared out (rule A3).
public struct Taker: Sendable {
  /// What a pass is for (rule A2).
  enum Pass: Sendable {
    /// The first: counts, and finds out which keys repeat.
    case counting(Identity)
    /// The second: brings together the rows of keys that repeat.
    case collecting(Identity)
    /// The third: counts without the rows that lost.
    case recounting(Recounting)
  }

  /// The third pass.
  struct Recounting: Sendable {
    let losses: [Identity.RowID: Identity.Loss]
    var replaced: [Int]
    var traced: ReplacedTrace?

    init(losses: [Identity.RowID: Identity.Loss], from empty: Counter) {
      self.losses = losses
      replaced = Array(repeating: 0, count: empty.fileNames.count)
      traced = empty.trace == nil ? nil : ReplacedTrace(from: empty)
    }
  }

  private(set) var pass: Pass
  var counter: Counter
  private var rows = Identity.RowCounter()

  init(_ pass: Pass, _ counter: Counter) {
    self.pass = pass
    self.counter = counter
  }

  /// Takes the records and findings of a part of a file, by its position among the files. Records
  /// of one line come in one call, or in calls that follow each other.
  public mutating func take(_ file: Int, _ records: [Record], _ findings: [Finding]) throws {
    switch pass {
    case .counting(var identity):
      pass = .counting(Identity())
      defer { pass = .counting(identity) }
      counter.findings.add(findings)
      for record in records {
        identity.see(record)
        try counter.take(record, file: file)
      }
    case .collecting(var identity):
      pass = .collecting(Identity())
      defer { pass = .collecting(identity) }
      for record in records { identity.collect(record, row: rows.next(record, file)) }
    case .recounting(var rest):
      pass = .counting(Identity())
      defer { pass = .recounting(rest) }
      counter.findings.add(findings)
      for record in records {
        if let loss = rest.losses[rows.next(record, file)] {
          rest.replaced[file] += 1
          try rest.traced?.add(record, file: file, loss)
        } else {
          try counter.take(record, file: file)
        }
      }
    }
  }

  /// Takes rows that come as numbers. No record of the same line may come in another way.
  public mutating func take(_ file: Int, _ plain: PlainRows) throws {
    switch pass {
    case .counting(var identity):
      pass = .counting(Identity())
      defer { pass = .counting(identity) }
      identity.see(plain, file: file)
      try counter.take(plain, file: file)
    case .collecting(var identity):
      pass = .collecting(Identity())
      defer { pass = .collecting(identity) }
      identity.collect(plain, file: file)
    case .recounting(var rest):
      pass = .counting(Identity())
      defer { pass = .recounting(rest) }
      let lines = plain.line
      var lost = 0
      try counter.take(plain, file: file) { row in
        let isLost =
          rest.losses[Identity.RowID(file: file, line: lines[row], ordinal: 0)] != nil
        lost += isLost ? 1 : 0
        return isLost
      }
      rest.replaced[file] += lost
    }
  }

  /// Puts together what two threads have made of a pass.
  mutating func add(_ other: Taker) throws {
    switch (pass, other.pass) {
    case (.counting(var mine), .counting(let its)):
      mine.addSeen(its)
      pass = .counting(mine)
      try counter.add(other.counter)
    case (.collecting(var mine), .collecting(let its)):
      mine.addCollected(its)
      pass = .collecting(mine)
    case (.recounting(var mine), .recounting(let its)):
      for file in mine.replaced.indices { mine.replaced[file] += its.replaced[file] }
      pass = .recounting(mine)
      try counter.add(other.counter)
    default: break
    }
  }
}
