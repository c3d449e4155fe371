public import Records
import Regions

@testable import Tallies

/// A file of records, as a reader would hand it on.
struct InputFile {
  let name: String
  var records: [Record]
  var rejected = 0

  init(_ name: String, _ records: [Record]) {
    self.name = name
    self.records = records
  }
}

extension Report {
  /// Counts files made for a test, each in pieces of two records.
  static func of(_ files: [InputFile], _ settings: ReportSettings = ReportSettings()) throws
    -> Report
  {
    try of(files, settings, placer: World.placer(snapMeters: settings.snapMeters))
  }

  static func of(_ files: [InputFile], _ settings: ReportSettings, placer: Placer) throws
    -> Report
  {
    try ReportRun.report(files: files.map(\.name), settings: settings, placer: placer) { take in
      for (number, file) in files.enumerated() {
        for start in stride(from: 0, to: file.records.count, by: 2) {
          try take(number, Array(file.records[start...].prefix(2)), [])
        }
      }
      return files.map { file in
        ReportRun.FileFacts(
          sha256: "", profile: "test", rows: file.records.count + file.rejected,
          rejected: file.rejected)
      }
    }
  }

  static func of(_ records: [Record], _ settings: ReportSettings = ReportSettings()) throws
    -> Report
  {
    try of([InputFile("a.csv", records)], settings)
  }
}

extension Record {
  /// An incident on one day or, with `to`, on several.
  static func incident(
    _ id: String, _ from: Day, to: Day? = nil, _ place: Place = .codes("G4A1"),
    killed: Figure? = nil, kind: String = "", source: String = "S", subject: String? = nil,
    published: Day? = nil, measure: Measure = .flow, version: Int64? = nil
  ) -> Record {
    Record(
      key: RecordKey(source: source, id: id), version: version,
      dates: DateSpan(first: from, last: to ?? from) ?? DateSpan(from), published: published,
      subject: subject, measure: measure,
      content: .incident(Incident(place: place, kind: kind, killed: killed)), line: 1)
  }

  static func movement(
    _ id: String, _ from: Day, to: Day? = nil, _ kind: Movement.Kind = .displacement,
    origin: Place? = nil, destination: Place? = nil, _ figure: Figure = .exactly(1),
    unit: Movement.Unit = .persons, size: Quantity? = nil, source: String = "S",
    subject: String? = nil, published: Day? = nil, measure: Measure = .flow
  ) -> Record {
    let movement = Movement(
      kind: kind, origin: origin, destination: destination, figure: figure, unit: unit,
      householdSize: size)
    return Record(
      key: RecordKey(source: source, id: id),
      dates: DateSpan(first: from, last: to ?? from) ?? DateSpan(from), published: published,
      subject: subject, measure: measure, content: .movement(movement), line: 1)
  }
}

extension Day: ExpressibleByStringLiteral {
  /// `2025-03-06`; a literal that is no date is day 0, which no test uses.
  public init(stringLiteral text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    self =
      parts.count == 3
      ? Day(year: parts[0], month: parts[1], day: parts[2]) ?? Day(number: 0) : Day(number: 0)
  }
}

extension Quantity: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Report {
  /// Rows of one indicator at a level, each as
  /// `site period best [low–high] (records) status`, without what is usual.
  func rows(
    _ stem: Indicator.Stem, at level: Level = .governorate, unit: Movement.Unit = .persons,
    category: String = "", coverage: Bool = false
  ) -> [String] {
    tallies.filter { tally in
      tally.indicator == Indicator(stem, unit: unit) && tally.view == .level(level)
        && tally.category == category && (tally.period == .coverage) == coverage
    }.map { Report.text($0) }
  }

  func zoneRows(_ stem: Indicator.Stem) -> [String] {
    tallies.filter { tally in
      tally.indicator == Indicator(stem) && tally.view == .zone && tally.category.isEmpty
        && tally.period == .coverage
    }.map { Report.text($0) }
  }

  /// `G4 all 5`, `?SY 2025-Q1? 3–`, `!LBN all zero`: see `text(of:)` for each part.
  static func text(_ tally: Tally) -> String {
    "\(text(tally.site)) \(text(tally.period)) \(text(of: tally))"
  }

  static func text(_ site: Tally.Site) -> String {
    guard let catalog = try? World.catalog.get() else { return "no catalogue" }
    return switch site {
    case .region(let number): catalog[number].id.code
    case .unspecified(let number): "?\(catalog[number].id.code)"
    case .external(let code): "!\(code)"
    case .outside: "outside"
    case .unplaced: "unplaced"
    }
  }

  /// The first day and the kind of a period; `?` where it is unspecified in time.
  static func text(_ period: PeriodKey) -> String {
    let mark = period.isUnspecified ? "?" : ""
    guard let step = period.step else { return "all\(mark)" }
    return "\(step.name)-\(period.first)\(mark)"
  }

  /// `low/best/high` (`-` where unknown), the records, and the status unless reported.
  static func text(of tally: Tally) -> String {
    let numbers = [tally.low, tally.best, tally.high].map { $0?.exactText ?? "-" }
      .joined(separator: "/")
    let status = tally.status == .reported ? "" : " \(tally.status)"
    let asOf = tally.asOf.map { " as of \($0)" } ?? ""
    return "\(numbers) x\(tally.records)\(status)\(asOf)"
  }

  func account(_ stem: Indicator.Stem, at level: Level) -> Balance? {
    accounts.first {
      $0.file == nil && $0.level == level && $0.indicator == Indicator(stem)
    }?.balance
  }
}
