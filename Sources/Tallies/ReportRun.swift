public import Records
import Threads

/// The main job: records in, a report out.
public enum ReportRun {
  /// What a reader tells of one file.
  public struct FileFacts: Hashable, Sendable {
    public let sha256: String
    public let profile: String
    public let rows: Int
    public let rejected: Int

    public init(sha256: String, profile: String, rows: Int, rejected: Int) {
      self.sha256 = sha256
      self.profile = profile
      self.rows = rows
      self.rejected = rejected
    }
  }

  /// Takes the records and findings of a part of a file; files by their position in `files`.
  public typealias Take = (_ file: Int, _ records: [Record], _ findings: [Finding]) throws -> Void

  /// Reads all files from their start and hands what they hold to the takers, each of which may
  /// be used by a thread of its own.
  public typealias Read = (_ takers: inout [Taker]) throws -> [FileFacts]

  /// - Parameters:
  ///   - files: names for messages, in an order that does not depend on how they were given.
  ///   - threads: how many takers there are. The report does not depend on it.
  ///   - read: called once where all keys differ; where some repeat (rule A2), three times or more.
  /// - Throws: `ReportError`, and whatever `read` throws.
  public static func report(
    files: [String], settings: ReportSettings, placer: Placer, threads: Int, read: Read
  ) throws -> Report {
    try run(
      files: files, settings: settings, placer: placer, trace: nil, threads: threads, read: read
    ).report
  }

  /// - Parameters:
  ///   - files: names for messages, in an order that does not depend on how they were given.
  ///   - read: reads all files from their start and hands their records on. Called once where
  ///     all keys differ; where some repeat (rule A2), three times or more.
  /// - Throws: `ReportError`, and whatever `read` throws.
  public static func report(
    files: [String], settings: ReportSettings, placer: Placer,
    read: (_ take: Take) throws -> [FileFacts]
  ) throws -> Report {
    try run(
      files: files, settings: settings, placer: placer, trace: nil, threads: 1
    ) { takers in try singly(&takers, read) }.report
  }

  /// The same job, and the records behind the cells that are wanted (rule A4).
  ///
  /// The records of a cell that are counted add up to its tally, low and high before they are
  /// widened by what other sources say of the same subjects.
  /// - Parameters:
  ///   - wants: whether the records of a cell are to be told.
  ///   - wantsFlows: whether those behind flows from place to place are told too.
  public static func explanation(
    files: [String], settings: ReportSettings, placer: Placer,
    wants: @escaping @Sendable (TracedRecord.Cell) -> Bool, wantsFlows: Bool = false,
    read: (_ take: Take) throws -> [FileFacts]
  ) throws -> TracedReport {
    let (report, trace) = try run(
      files: files, settings: settings, placer: placer,
      trace: Trace(wants: wants, wantsFlows: wantsFlows), threads: 1
    ) { takers in try singly(&takers, read) }
    return TracedReport(
      report: report,
      records: (trace?.records ?? []).sorted {
        ($0.file, $0.line, $0.key) < ($1.file, $1.line, $1.key)
      },
      flows: trace?.flows ?? [], replaced: trace?.replaced ?? [])
  }

  /// Reading by one thread, record by record.
  static func singly(
    _ takers: inout [Taker], _ read: (_ take: Take) throws -> [FileFacts]
  ) throws -> [FileFacts] {
    try read { file, records, findings in
      try takers[0].take(file, records, findings)
    }
  }

  private static func run(
    files: [String], settings: ReportSettings, placer: Placer, trace: Trace?, threads: Int,
    read: Read
  ) throws -> (report: Report, trace: Trace?) {
    do {
      var empty = Counter(settings: settings, placer: placer, fileNames: files)
      empty.trace = trace
      var (counter, facts, replaced) = try count(from: empty, threads: threads, read)
      let workers = Workers(threads: max(1, threads))
      return (try assemble(&counter, files, facts, replaced, workers), counter.trace)
    } catch let overflow as QuantityOverflow {
      throw ReportError.overflow(overflow.description)
    }
  }

  /// What has been counted, what the files held, and how many rows of each were replaced.
  typealias Count = (counter: Counter, facts: [FileFacts], replaced: [Int])

  /// Counts everything from an empty counter on.
  static func count(
    from empty: Counter, threads: Int, _ read: Read
  ) throws -> Count {
    var (all, facts) = try pass(Taker(.counting(Identity()), empty), threads: threads, read)
    var count: Count = (empty, facts, Array(repeating: 0, count: facts.count))
    guard case .counting(var identity) = all.pass else { return count }
    try identity.endFirstPass()
    // One counter at a time: what the first pass has counted is of no use where keys repeat.
    swap(&count.counter, &all.counter)
    if identity.hasContested {
      count.counter = empty
      count = try recount(from: empty, identity, threads: threads, read)
    }
    try count.counter.unfold(Workers(threads: max(1, threads)))
    try count.counter.settle()
    return count
  }

  /// One pass over the input, and what all takers together have made of it.
  private static func pass(
    _ taker: Taker, threads: Int, _ read: Read
  ) throws -> (taker: Taker, facts: [FileFacts]) {
    var takers = Array(repeating: taker, count: max(1, threads))
    let facts = try read(&takers)
    var all = takers.removeFirst()
    while !takers.isEmpty { try all.add(takers.removeFirst()) }
    return (all, facts)
  }

  // MARK: - Repeated keys (A2)

  private static func recount(
    from empty: Counter, _ identity: Identity, threads: Int, _ read: Read
  ) throws -> Count {
    var losses: [Identity.RowID: Identity.Loss] = [:]
    var remarks = FindingLog(keeping: empty.findings.limit)
    for round in 0..<identity.rounds {
      let taker = Taker(.collecting(identity.inRound(round)), empty)
      let (second, _) = try pass(taker, threads: threads, read)
      guard case .collecting(let collected) = second.pass else { continue }
      let (lost, said) = collected.verdict(fileNames: empty.fileNames)
      losses.merge(lost) { known, _ in known }
      remarks.add(said)
    }
    let recounting = Taker.Recounting(losses: losses, from: empty)
    var (third, facts) = try pass(
      Taker(.recounting(recounting), empty), threads: threads, read)
    third.counter.findings.add(remarks)
    guard case .recounting(var rest) = third.pass else { return (empty, facts, []) }
    third.counter.trace?.replaced = try rest.traced?.finish() ?? []
    return (third.counter, facts, rest.replaced)
  }

  // MARK: - The report

  private static func assemble(
    _ counter: inout Counter, _ files: [String], _ facts: [FileFacts], _ replaced: [Int],
    _ workers: Workers
  ) throws -> Report {
    let settings = counter.settings
    let catalog = counter.placer.catalog
    let tallier = Tallier(
      catalog: catalog, settings: settings, categories: counter.categories, abroad: counter.abroad)
    // Given up, since it is not needed once its sums are in order.
    let result = try tallier.tally(counter.books, counter.takeUnfolded(), workers)
    let balances = Balances(
      catalog: catalog, settings: settings, fileNames: files, accounts: counter.accounts,
      rollUp: RollUp(catalog: catalog, levels: settings.levels, abroad: counter.abroad))
    let inputs = files.indices.map { file in
      Report.Input(
        file: files[file], sha256: facts[file].sha256, profile: facts[file].profile,
        rows: facts[file].rows, read: counter.accounts.read[file],
        rejected: facts[file].rejected, replaced: replaced[file],
        outOfRange: counter.accounts.outOfRange[file])
    }
    let accounts = balances.make()
    try balances.check(inputs, accounts, result.totals)
    let coverage = counter.coverage
    return Report(
      settings: settings, coverage: coverage,
      periods: coverage.map { counter.periods(in: $0).map(\.key) } ?? [],
      tallies: result.tallies, flows: result.flows, inputs: inputs, accounts: accounts,
      zoneAccounts: balances.zones(), findings: counter.findings,
      chosenSources: counter.chosenSources)
  }
}
