import Records
import Regions
import Testing

@testable import Tallies

@Suite("Rows counted as numbers (A3, F8)")
struct PlainCountTests {
  /// Incidents of every kind of place, date and figure, many of them alike.
  private static func records(_ seed: UInt64, _ count: Int) -> [Record] {
    var numbers = SplitMix(state: seed)
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: values.indices, using: &numbers)]
    }
    return (0..<count).map { index in
      let point = pick([
        Coordinate(longitude: 37.2, latitude: 35.2), Coordinate(longitude: 37.11, latitude: 35.11),
        Coordinate(longitude: 37, latitude: 35), Coordinate(longitude: 36.95, latitude: 35.3),
        Coordinate(longitude: 35.99, latitude: 34.2), Coordinate(longitude: 10, latitude: 10),
        Coordinate(longitude: 35.3, latitude: 36.8), Coordinate(longitude: 36.2, latitude: 34.7),
      ])
      let place = Place(
        country: pick([nil, "Syria", "Lebanon", "Nowhere"]),
        point: pick([point, point, point, nil]),
        precision: pick([
          nil, .exact, .settlement, .level(.district), .level(.governorate), .level(.country),
          .meters(250), .outside,
        ]),
        designations: pick([
          [], [[Designation(level: .governorate, name: "Hama")]], [[Designation(code: "G1")]],
          [[Designation(name: "Idlin")]], [[Designation(code: "G1")], [Designation(code: "G3")]],
        ]))
      let first = Day(number: 20_000 + Int32.random(in: 0..<120, using: &numbers))
      let last = pick([first, first, first, first.adding(6), first.adding(40)])
      let number = Quantity(Int.random(in: 0..<9, using: &numbers))
      let killed = pick([
        nil, Figure(number, .exact), Figure(number, .atLeast), Figure(number, .unstated),
        Figure(number, .about, low: .zero, high: Quantity(20)), Figure(nil, .word("dozens")),
      ])
      return Record(
        key: RecordKey(source: pick(["A", "B"]), id: "\(index % 400 == 7 ? index - 1 : index)"),
        version: pick([nil, 5]), dates: DateSpan(first: first, last: last) ?? DateSpan(first),
        content: .incident(
          Incident(
            place: place, kind: pick(["attack", "shelling"]), killed: killed,
            injured: pick([nil, Figure(number, .exact)]))),
        line: index + 2)
    }
  }

  /// The rows of records; each record with all its numbers is a template of its own kind.
  private static func plain(_ records: [Record]) -> PlainRows {
    var rows = PlainRows()
    var known: [Record: Int32] = [:]
    for record in records {
      guard case .incident(let incident) = record.content else { continue }
      var numbers: [UInt32] = []
      var slots: [PlainRows.Slot] = []
      take(incident.killed, .killed, &slots, &numbers)
      take(incident.injured, .injured, &slots, &numbers)
      var kind = record
      kind.key = RecordKey(source: record.key.source, id: "")
      kind.dates = DateSpan(Day(number: 0))
      kind.line = 0
      kind.content = PlainRows.Template.filled(record.content, slots, with: slots.map { _ in 0 })
      if case .incident(var bare) = kind.content, bare.place.point != nil {
        bare.place.point = Coordinate(longitude: 0, latitude: 0)
        kind.content = .incident(bare)
      }
      let template = known[kind] ?? Int32(rows.templates.count)
      if known.updateValue(template, forKey: kind) == nil {
        rows.templates.append(PlainRows.Template(record: record, slots: slots))
      }
      let point = incident.place.point ?? Coordinate(longitude: 0, latitude: 0)
      rows.append(
        PlainRows.Cells(
          template: template, line: record.line, first: record.dates.first,
          last: record.dates.last, version: record.version ?? 0, longitude: point.longitude,
          latitude: point.latitude),
        id: Array(record.key.id.utf8).span, numbers: numbers.span)
    }
    return rows
  }

  private static func take(
    _ figure: Figure?, _ name: PlainRows.Slot.Figure, _ slots: inout [PlainRows.Slot],
    _ numbers: inout [UInt32]
  ) {
    guard let figure, let best = figure.best else { return }
    if figure.qualifier == .about, let low = figure.low {
      slots.append(PlainRows.Slot(name, .low))
      numbers.append(UInt32(low.approximate))
    }
    slots.append(PlainRows.Slot(name, .best))
    numbers.append(UInt32(best.approximate))
    if figure.qualifier == .about, let high = figure.high {
      slots.append(PlainRows.Slot(name, .high))
      numbers.append(UInt32(high.approximate))
    }
  }

  private static let settings: [ReportSettings] = [
    ReportSettings(step: .month, category: .kind), ReportSettings(),
    ReportSettings(from: "2024-10-20", to: "2024-11-20", step: .week, category: .source),
    ReportSettings(step: .day, spanning: .spread), ReportSettings(step: .month, spanning: .start),
  ]

  @Test("They count as their records do, whatever the number of threads", arguments: 0..<10)
  func agrees(seed: UInt64) throws {
    let settings = Self.settings[Int(seed) % Self.settings.count]
    let records = Self.records(seed, 1500)
    let byRecord = try Report.of([InputFile("a.csv", records)], settings)
    #expect(Self.plain(records).records == records)
    for threads in [1, 2, 3] {
      let report = try ReportRun.report(
        files: ["a.csv"], settings: settings, placer: World.placer(), threads: threads
      ) { takers in
        for start in stride(from: 0, to: records.count, by: 100) {
          let some = Array(records[start...].prefix(100))
          // Each piece is a file's rows of their own, with templates of their own.
          var rows = Self.plain(some)
          rows.generation = start
          try takers[start / 100 % threads].take(0, start % 300 == 0 ? some : [], [])
          if start % 300 != 0 { try takers[start / 100 % threads].take(0, rows) }
        }
        return [
          ReportRun.FileFacts(sha256: "", profile: "test", rows: records.count, rejected: 0)
        ]
      }
      #expect(report.tallies.map { Report.text($0) } == byRecord.tallies.map { Report.text($0) })
      #expect(report.tallies.map(\.largest) == byRecord.tallies.map(\.largest))
      #expect(report.tallies.map(\.category) == byRecord.tallies.map(\.category))
      #expect(report.inputs == byRecord.inputs)
      #expect(report.accounts == byRecord.accounts)
      #expect(report.zoneAccounts == byRecord.zoneAccounts)
      #expect(report.coverage == byRecord.coverage)
      #expect(
        report.findings.groups.mapValues(\.count) == byRecord.findings.groups.mapValues(\.count))
      #expect(
        report.findings.groups.mapValues(\.first) == byRecord.findings.groups.mapValues(\.first))
    }
  }

  @Test("Sums in little memory are those of a dictionary", arguments: 0..<10)
  func sums(seed: UInt64) throws {
    var numbers = SplitMix(state: seed)
    var table = SumTable()
    var plain: [Book.PlaceKey: Sum] = [:]
    let figures: [Figure] = [
      .exactly(1), .exactly(7), Figure(Quantity(3), .atLeast), Figure(Quantity(3), .about),
      Figure(low: Quantity(1), best: Quantity(2), high: Quantity(5)),
      Figure(low: nil, best: nil, high: Quantity(5)), .exactly(4_000_000_000),
      Figure(Quantity(attos: 5), .exact),
    ]
    for _ in 0..<5000 {
      let range = seed % 2 == 0 ? 0..<2 : 0..<figures.count
      let key = Book.PlaceKey(
        place: PlaceCode(value: Int32.random(in: -20..<20, using: &numbers)),
        period: PeriodKey(
          step: Step.allCases.randomElement(using: &numbers),
          first: Day(number: Int32.random(in: 0..<4, using: &numbers)), isUnspecified: seed > 4),
        indicator: Indicator(
          seed % 3 == 0 ? .killed : .net, unit: seed % 4 == 0 ? .households : .persons),
        category: Int32.random(in: -1..<3, using: &numbers))
      let sum = try Sum(figures[Int.random(in: range, using: &numbers)])
      try table.add(CompactSum(sum), at: key)
      try plain[key, default: .empty].add(sum)
    }
    #expect(
      Dictionary(table.map { ($0.key, $0.value) }, uniquingKeysWith: { _, _ in .empty }) == plain)
  }

  @Test("Folded numbers are those of a dictionary", arguments: 0...5)
  func folds(width: Int) {
    var numbers = SplitMix(state: UInt64(width))
    var folds = [PlainFold(width: width), PlainFold(width: width)]
    var rows: [PlainFold.Key: [[UInt32]]] = [:]
    for index in 0..<20_000 {
      let key = PlainFold.Key(
        placement: Int32.random(in: 0..<40, using: &numbers),
        group: Int32.random(in: 0..<5, using: &numbers),
        dating: Int32.random(in: 0..<9, using: &numbers))
      let own = (0..<width).map { _ in UInt32.random(in: 0..<1_000_000_000, using: &numbers) }
      folds[index % 2].add(key, ([7] + own).span, from: 1)
      rows[key, default: []].append(own)
    }
    var all = folds[0]
    all.add(folds[1]) { $0 }
    #expect(all.count == rows.count)
    let entries = all.ordered()
    #expect(Set(entries.map(\.key)) == Set(rows.keys))
    for entry in entries {
      let own = rows[entry.key] ?? []
      #expect(Int(all.records(of: entry)) == own.count)
      for index in 0..<width {
        #expect(all.total(index, of: entry) == own.reduce(0) { $0 + UInt64($1[index]) })
        #expect(all.largest(index, of: entry) == own.map { $0[index] }.max())
      }
    }
    let parts = (0..<3).flatMap { all.ordered(part: $0, of: 3).map(\.key) }
    #expect(parts.count == entries.count)
    #expect(Set(parts) == Set(rows.keys))
  }
}
