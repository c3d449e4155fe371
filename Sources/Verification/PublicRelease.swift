public import Disclosure
import JSONText
import Records
public import Regions
public import Released
public import Tallies

/// A release as everybody has it, read from its files alone.
public struct PublicRelease: Sendable {
  public let directory: String
  public let isInternal: Bool
  public let coverage: FigurePeriod
  public let settings: ReportSettings
  /// k, as the release states it.
  public let threshold: Int
  /// How figures are rounded, as the release states it; `nil` where they are withheld instead.
  public let rounding: Rounding?
  /// The indicators that the release says it protects.
  public let protected: Set<Indicator>
  public let figures: [JointSystem.Figure]
  public let flows: [JointSystem.Flow]
  /// What the series had published up to and with this release; empty where it has no ledger.
  public let ledger: Ledger

  /// What a release says, however it was read.
  init(
    directory: String, coverage: FigurePeriod, settings: ReportSettings, threshold: Int,
    protected: Set<Indicator>, figures: [JointSystem.Figure], flows: [JointSystem.Flow] = [],
    ledger: Ledger = Ledger(), rounding: Rounding? = nil
  ) {
    self.directory = directory
    isInternal = false
    self.coverage = coverage
    self.settings = settings
    self.threshold = threshold
    self.protected = protected
    self.rounding = rounding
    self.figures = figures
    self.flows = flows
    self.ledger = ledger
  }

  /// Reads and checks the files: hashes, columns, and that all files tell the same.
  ///
  /// - Throws: `ReleasedFilesError`.
  public init(directory: String, catalog: RegionCatalog) throws(ReleasedFilesError) {
    self.directory = directory
    let files = try ReleasedFiles(directory)
    isInternal = files.isInternal
    let stated = try StatedSettings(files.json("accounts.json"))
    settings = stated.settings
    threshold = stated.threshold
    protected = stated.protected
    rounding = stated.rounding
    do {
      ledger =
        files.has("ledger.jsonl")
        ? try Ledger(parsing: files.bytes("ledger.jsonl")) : Ledger()
    } catch let error as LedgerError {
      throw .damaged(file: "ledger.jsonl", cause: error.cause)
    } catch let error as ReleasedFilesError {
      throw error
    } catch {
      throw .damaged(file: "ledger.jsonl", cause: "\(error)")
    }
    let days = files.package["temporal_coverage"]
    guard let first = days?["start"]?.string.flatMap(ReleasedWords.day),
      let last = days?["end"]?.string.flatMap(ReleasedWords.day)
    else {
      coverage = .noDays
      figures = []
      flows = []
      return
    }
    coverage = FigurePeriod(.coverage, first: first, last: last)
    let reading = try Reading(files, catalog, settings, coverage)
    let threshold = self.threshold
    let ledger = self.ledger
    figures = reading.figures.map { figure in
      (
        figure.name,
        figure.known.inSeries(ledger.entry(figure.name, catalog: catalog), ledger, threshold)
      )
    }
    flows = reading.flows
  }

  /// What a release states of its roundings.
  public struct Rounding: Hashable, Sendable {
    public let base: Int
    /// The most by which a figure may differ from what is shown.
    public let most: Int
  }

  /// Puts the figures of the files together.
  private struct Reading {
    var figures: [JointSystem.Figure]
    let flows: [JointSystem.Flow]

    init(
      _ files: ReleasedFiles, _ catalog: RegionCatalog, _ settings: ReportSettings,
      _ coverage: FigurePeriod
    ) throws(ReleasedFilesError) {
      let words = ReleasedWords(catalog: catalog)
      let hasStep = settings.step != nil
      figures = try ReleasedTable(
        files.bytes("tallies.csv"), words: words, coverage: coverage, hasStep: hasStep
      ).figures
      let features = ReleasedFeatures(
        words: words, indicators: Set(figures.map(\.name.indicator)).sorted(),
        levels: settings.levels)
      flows = try features.flows(files.json("flows.geojson"))
      let regions = try features.totals(
        files.json("regions.geojson"), "regions.geojson", .coverage)
      if hasStep {
        let periods = try features.totals(
          files.json("periods.geojson"), "periods.geojson", .period)
        try check(periods, "periods.geojson")
        takeCoverage(regions)
      } else {
        try check(regions, "regions.geojson")
      }
    }

    /// Every figure of a map stands in the table, with the same number.
    private func check(
      _ shown: [JointSystem.Figure], _ file: String
    ) throws(ReleasedFilesError) {
      let known = Dictionary(figures.map { ($0.name, $0.known.number) }) { first, _ in first }
      for figure in shown where figure.name.period.kind != .unspecified {
        guard let number = known[figure.name] else {
          // A place without a level is given at all of them, and may be shown at some.
          if case .region = figure.name.site {
            throw .damaged(file: file, cause: "it tells a figure that tallies.csv does not have")
          }
          continue
        }
        guard number == figure.known.number else {
          throw .damaged(file: file, cause: "it tells another figure than tallies.csv")
        }
      }
    }

    /// With a step the totals over the coverage stand on the map alone. A place without a level has
    /// one feature there, which stands for the levels at which the table tells its periods and the
    /// map any total: those of other levels may wait.
    private mutating func takeCoverage(_ shown: [JointSystem.Figure]) {
      let told = Set(figures.map { Self.withoutDays($0.name) })
      let totals = shown.filter { $0.name.period.kind == .coverage }
      var levels: [Indicator: Set<Tally.View>] = [:]
      for (name, _) in totals where name.hasLevel {
        levels[name.indicator, default: []].insert(name.view)
      }
      figures += totals.filter { name, _ in
        name.hasLevel
          || told.contains(Self.withoutDays(name))
            && levels[name.indicator]?.contains(name.view) ?? false
      }
    }

    private static func withoutDays(_ name: FigureName) -> FigureName {
      var name = name.withoutDays
      name.category = ""
      return name
    }
  }
}

extension FigureName {
  /// Whether its place is in one layer only.
  fileprivate var hasLevel: Bool {
    switch site {
    case .region, .unspecified: true
    case .external, .outside, .unplaced: false
    }
  }
}

extension KnownFigure {
  /// What was withheld under a smaller k keeps fewer values, and may have become a zero since; what
  /// was told while its indicator was public may be small.
  fileprivate func inSeries(
    _ entry: Ledger.Entry?, _ ledger: Ledger, _ threshold: Int
  ) -> KnownFigure {
    guard let entry else { return self }
    var known = self
    known.mayBeZero = ledger.releaseCount > 1 && number == .withheld
    if entry.threshold < threshold { known.threshold = entry.threshold }
    if entry.isPublic { known.threshold = 1 }
    return known
  }
}

/// The settings that a release states in its accounts.
private struct StatedSettings {
  let settings: ReportSettings
  let threshold: Int
  let protected: Set<Indicator>
  let rounding: PublicRelease.Rounding?

  init(_ accounts: JSONValue) throws(ReleasedFilesError) {
    guard let stated = accounts["settings"] else {
      throw .damaged(file: "accounts.json", cause: "it states no settings")
    }
    func text(_ key: String) -> String { stated[key]?.string ?? "" }
    func list(_ key: String) -> [String] { text(key).split(separator: ",").map(String.init) }
    var settings = ReportSettings()
    settings.from = ReleasedWords.day(text("from"))
    settings.to = ReleasedWords.day(text("to"))
    settings.step = Step(name: text("by"))
    settings.levels = list("levels").compactMap(Level.init(word:)).sorted()
    settings.indicators = Set(list("indicators").compactMap(Indicator.init(name:)))
    settings.category = ReportSettings.CategoryAxis(rawValue: text("category"))
    settings.spanning = ReportSettings.Spanning(rawValue: text("spanning")) ?? .hold
    settings.weekStart = ReportSettings.WeekStart(rawValue: text("week_start")) ?? .monday
    self.settings = settings
    threshold = Int(text("k")) ?? Policy.public.primary.threshold
    protected = Set(list("protected").compactMap(Indicator.init(name:)))
    guard let base = Int(text("rounding")) else {
      rounding = nil
      return
    }
    guard let most = Int(text("rounding_most")), base > 0, base - 1 <= most, most < 1 << 20 else {
      throw .damaged(file: "accounts.json", cause: "it does not state how far figures are rounded")
    }
    rounding = PublicRelease.Rounding(base: base, most: most)
  }
}
