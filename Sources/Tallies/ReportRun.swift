public import Records

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

  /// - Parameters:
  ///   - files: names for messages, in an order that does not depend on how they were given.
  ///   - read: reads all files from their start and hands their records on. Called once where
  ///     all keys differ; where some repeat (rule A2), three times.
  /// - Throws: `ReportError`, and whatever `read` throws.
  public static func report(
    files: [String], settings: ReportSettings, placer: Placer,
    read: (_ take: Take) throws -> [FileFacts]
  ) throws -> Report {
    try run(files: files, settings: settings, placer: placer, trace: nil, read: read).report
  }

  /// The same job, and the records behind the cells that are wanted (rule A4).
  ///
  /// The records of a cell that are counted add up to its tally, low and high before they are
  /// widened by what other sources say of the same subjects.
  /// - Parameter wants: whether the records of a cell are to be told.
  public static func explanation(
    files: [String], settings: ReportSettings, placer: Placer,
    wants: @escaping (TracedRecord.Cell) -> Bool, read: (_ take: Take) throws -> [FileFacts]
  ) throws -> TracedReport {
    let (report, trace) = try run(
      files: files, settings: settings, placer: placer, trace: Trace(wants: wants), read: read)
    return TracedReport(
      report: report,
      records: (trace?.records ?? []).sorted {
        ($0.file, $0.line, $0.key) < ($1.file, $1.line, $1.key)
      },
      replaced: trace?.replaced ?? [])
  }

  private static func run(
    files: [String], settings: ReportSettings, placer: Placer, trace: Trace?,
    read: (_ take: Take) throws -> [FileFacts]
  ) throws -> (report: Report, trace: Trace?) {
    do {
      var empty = Counter(settings: settings, placer: placer, fileNames: files)
      empty.trace = trace
      let (counter, facts, replaced) = try count(from: empty, read)
      return (try assemble(counter, files, facts, replaced), counter.trace)
    } catch let overflow as QuantityOverflow {
      throw ReportError.overflow(overflow.description)
    }
  }

  /// What has been counted, what the files held, and how many rows of each were replaced.
  typealias Count = (counter: Counter, facts: [FileFacts], replaced: [Int])

  /// Counts everything from an empty counter on.
  static func count(
    from empty: Counter, _ read: (_ take: Take) throws -> [FileFacts]
  ) throws -> Count {
    var identity = Identity()
    var counter = empty
    let facts = try read { file, records, findings in
      counter.findings.add(findings)
      for record in records {
        identity.see(record)
        try counter.take(record, file: file)
      }
    }
    var count: Count = (counter, facts, Array(repeating: 0, count: facts.count))
    if identity.hasContested { count = try recount(from: empty, &identity, read) }
    try count.counter.settle()
    return count
  }

  // MARK: - Repeated keys (A2)

  private static func recount(
    from empty: Counter, _ identity: inout Identity,
    _ read: (_ take: Take) throws -> [FileFacts]
  ) throws -> Count {
    var rows = Identity.RowCounter()
    _ = try read { file, records, _ in
      for record in records { identity.collect(record, row: rows.next(record, file)) }
    }
    let (losses, remarks) = identity.verdict(fileNames: empty.fileNames)
    var counter = empty
    var traced = empty.trace == nil ? nil : ReplacedTrace(from: empty)
    counter.findings.add(remarks)
    var replaced = Array(repeating: 0, count: empty.fileNames.count)
    rows = Identity.RowCounter()
    let facts = try read { file, records, findings in
      counter.findings.add(findings)
      for record in records {
        if let loss = losses[rows.next(record, file)] {
          replaced[file] += 1
          try traced?.add(record, file: file, loss)
        } else {
          try counter.take(record, file: file)
        }
      }
    }
    counter.trace?.replaced = try traced?.finish() ?? []
    return (counter, facts, replaced)
  }

  // MARK: - The report

  private static func assemble(
    _ counter: Counter, _ files: [String], _ facts: [FileFacts], _ replaced: [Int]
  ) throws -> Report {
    let settings = counter.settings
    let catalog = counter.placer.catalog
    let result = try Tallier(
      catalog: catalog, settings: settings, categories: counter.categories, abroad: counter.abroad
    ).tally(counter.books)
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
