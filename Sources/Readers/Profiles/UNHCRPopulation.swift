import Records

/// UNHCR's yearly tables of refugees, internally displaced people and others, by country of origin
/// and of asylum, from its interface, the Refugee Data Finder, HDX and the older downloads.
///
/// Each figure of a row is a record. Refugees, asylum seekers and the internally displaced are
/// stocks at the end of the year; those who returned did so during the year, from the country of
/// asylum to that of origin. `*` hides a number from 1 to 4: that range is kept, without a best
/// number. A blank or `-` says nothing. Stateless people, others of concern, others in need of
/// protection and host communities are no indicator here, which is told once.
///
/// Rows with `-` for a country are sums over all countries; beside rows of single countries of the
/// same year they are not counted (rule F4).
struct UNHCRPopulation: BuiltInProfile, SurveyingProfile {
  static let name = "unhcr"
  private static let origins = [
    "coo_iso", "coo", "coo_name", "country_of_origin_(iso)", "country_of_origin_code",
    "country_of_origin", "country_of_origin_name", "origin",
  ]
  private static let asylums = [
    "coa_iso", "coa", "coa_name", "country_of_asylum_(iso)", "country_of_asylum_code",
    "country_of_asylum", "country_of_asylum_name", "country_/_territory_of_asylum/residence",
    "country_/_territory_of_residence",
  ]
  static let required = [
    ["year"], origins, asylums, UNHCRFigure.refugees.columns + ["population_type"],
  ]

  private struct Ends: Hashable {
    let year: DateSpan
    let origin: UNHCRCountry
    let asylum: UNHCRCountry
  }

  private struct CountryColumns {
    let iso: Column
    let code: Column
    let name: Column

    init(_ end: String, _ full: String, names: [String], columns: inout Columns) {
      iso = columns.bind("\(end)_iso", "\(full)_(iso)", "\(full)_code")
      code = columns.bind(end)
      name = columns.bind(["\(end)_name", full, "\(full)_name"] + names)
    }

    func country(of row: Row) -> UNHCRCountry {
      UNHCRCountry(iso: row.code(iso), code: row.code(code), name: row.code(name))
    }
  }

  private let year: Column
  private let origin: CountryColumns
  private let asylum: CountryColumns
  private let figures: [(figure: UNHCRFigure, column: Column)]
  private let populationType: Column
  private let value: Column
  private var seen: Set<Ends> = []
  private var withheld = 0
  private var uncounted: [UNHCRFigure: (rows: Int, sum: Quantity)] = [:]

  init(columns: inout Columns) {
    year = columns.bind("year")
    origin = CountryColumns("coo", "country_of_origin", names: ["origin"], columns: &columns)
    asylum = CountryColumns(
      "coa", "country_of_asylum", names: Array(UNHCRPopulation.asylums.suffix(2)),
      columns: &columns)
    populationType = columns.bind("population_type")
    value = columns.bind("value", "population")
    figures = UNHCRFigure.allCases.map { ($0, columns.bind($0.columns)) }
  }

  // MARK: - Sums over countries (F4)

  mutating func survey(_ row: inout Row) {
    guard let ends = ends(of: &row) else { return }
    seen.insert(Ends(year: ends.year, origin: ends.origin.shape, asylum: ends.asylum))
    seen.insert(Ends(year: ends.year, origin: ends.origin, asylum: ends.asylum.shape))
  }

  /// Whether the row sums up others of the same year.
  private func isSum(_ ends: Ends) -> Bool {
    func has(_ origin: UNHCRCountry, _ asylum: UNHCRCountry) -> Bool {
      seen.contains(Ends(year: ends.year, origin: origin, asylum: asylum))
    }
    switch (ends.origin, ends.asylum) {
    case (.all, .all): return true
    case (.all, let asylum): return has(UNHCRCountry.single, asylum)
    case (let origin, .all):
      return has(origin, UNHCRCountry.single) || has(.all, UNHCRCountry.single)
    default: return false
    }
  }

  private func ends(of row: inout Row) -> Ends? {
    guard let year = row.year(year) else { return nil }
    return Ends(year: year, origin: origin.country(of: row), asylum: asylum.country(of: row))
  }

  // MARK: - Rows

  mutating func read(_ row: inout Row, into records: inout [Record]) {
    guard let ends = ends(of: &row) else { return }
    guard !isSum(ends) else {
      row.note(
        .overlappingRow, origin.name, "the row is a sum over countries and is not counted")
      row.reject()
      return
    }
    let before = records.count
    var left: [UNHCRFigure] = []
    for (figure, column) in figuresOf(&row) {
      guard let number = row.part({ $0.unhcrNumber(column) }) else { continue }
      if figure.hasIndicator {
        let record = row.part { self.record(of: figure, number, ends, column, in: &$0) }
        if let record { records.append(record) }
      } else if number.best != .zero {
        note(figure, number)
        left.append(figure)
      }
    }
    if records.count == before, row.findings.isEmpty, !left.isEmpty {
      row.note(
        .noIndicator, nil,
        "the row only states \(left.map(\.rawValue).joined(separator: ", ")), which are not counted"
      )
    }
  }

  /// The figures of a wide row, or the one of a long row.
  private func figuresOf(_ row: inout Row) -> [(figure: UNHCRFigure, column: Column)] {
    guard !row.isBlank(populationType) else { return figures.filter { !row.isBlank($0.column) } }
    if let figure = UNHCRFigure(populationType: row.text(populationType)) {
      return [(figure, value)]
    }
    row.note(
      .badCode, populationType,
      "\(row.quoted(populationType)) is none of UNHCR's population types; correct it")
    return []
  }

  private mutating func note(_ figure: UNHCRFigure, _ number: Figure) {
    let known = uncounted[figure] ?? (0, .zero)
    // A sum too large to be exact is not told; the rows are.
    let sum = (try? known.sum.adding(number.best ?? number.low ?? .zero)) ?? known.sum
    uncounted[figure] = (known.rows + 1, sum)
  }

  private mutating func record(
    of figure: UNHCRFigure, _ number: Figure, _ ends: Ends, _ column: Column, in row: inout Row
  ) -> Record? {
    let isSame = ends.origin == ends.asylum
    // Nought is the only number that people can have who cannot be: it says nothing.
    if number.best == .zero, figure.isAcrossBorder == isSame { return nil }
    if !figure.isAcrossBorder, !isSame, ends.origin != .all, ends.asylum != .all {
      row.note(
        .badCode, column,
        "people displaced inside a country cannot be of \(ends.origin.id) and in "
          + "\(ends.asylum.id); compare with the publisher's file")
      return nil
    }
    if number.best == nil { withheld += 1 }
    let movement = figure.movement(number, from: ends.origin, to: ends.asylum)
    let isFlow = movement.kind == .return
    return Record(
      key: RecordKey(
        source: "UNHCR",
        id: [
          "\(ends.year.first.components.year)", ends.origin.id, ends.asylum.id, figure.rawValue,
        ].joined(separator: "/")),
      dates: ends.year, subject: figure.subject(from: ends.origin, to: ends.asylum),
      measure: isFlow ? .flow : .stock, content: .movement(movement), line: row.line)
  }

  // MARK: - What is told once

  func closingFindings(in context: ReadContext) -> [Finding] {
    var findings = UNHCRFigure.allCases.compactMap { figure -> Finding? in
      guard let (rows, sum) = uncounted[figure] else { return nil }
      return Finding(
        .noIndicator, file: context.file, line: 0, column: figure.rawValue,
        message: "\(rows) rows state \(sum.exactText) people; there is no indicator for them")
    }
    if withheld > 0 {
      findings.append(
        Finding(
          .withheldBySource, file: context.file, line: 0,
          message: "\(withheld) figures are hidden by the publisher as *: from 1 to 4, without a "
            + "best number"))
    }
    return findings
  }
}

extension UNHCRCountry {
  /// Stands for any single country in the survey of a file.
  fileprivate static let single = UNHCRCountry.named("")

  fileprivate var shape: UNHCRCountry { self == .all ? .all : .single }
}

extension Row {
  /// A number, or the range from 1 to 4 that `*` hides.
  fileprivate mutating func unhcrNumber(_ column: Column) -> Figure? {
    switch text(column) {
    case "", "-": nil
    case "*": Figure(low: Quantity(1), best: nil, high: Quantity(4))
    default: quantity(column).map { Figure($0, .exact) }
    }
  }
}
