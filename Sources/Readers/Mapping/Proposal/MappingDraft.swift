/// Writes what seems to hold of a file as a mapping in TOML, with a reason on each line.
struct MappingDraft {
  let name: String
  let file: String
  let rows: Int

  func text(of guesses: ColumnGuesses, separator: UInt8?) -> String {
    let parts = [
      head(guesses), reading(guesses, separator), columns(guesses), constants(guesses),
      codes(guesses), figures(guesses), totals(guesses),
    ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func line(_ key: String, _ value: String, _ why: String) -> String {
    "\(key) = \(value)  # \(why)"
  }

  private func head(_ guesses: ColumnGuesses) -> [String] {
    var lines = [
      "# Proposed by nuzuh map from the first \(rows) rows of \(MappingDraft.plain(file)).",
      "# Check each line, decide where it says so, and remove these comments as you go.", "",
      "[mapping]",
      line("name", MappingDraft.quoted(name), "stands in the accounts of every report"),
      line(
        "records", guesses.isOfMovements ? "\"movements\"" : "\"incidents\"",
        guesses.isOfMovements
          ? "likely: columns count people who were displaced or returned"
          : "likely: each row is something that happened"),
    ]
    if guesses.id == nil {
      lines.append(
        line("id", "\"content\"", "TODO name the id's column under columns if there is one"))
    }
    return lines
  }

  // MARK: - Reading

  private func reading(_ guesses: ColumnGuesses, _ separator: UInt8?) -> [String] {
    var lines = dates(guesses.dateColumns) + numbers(guesses.numberColumns)
    let blanks = guesses.surveys.flatMap(\.blankWords)
    if !blanks.isEmpty {
      let words = Set(blanks).sorted().map(MappingDraft.quoted).joined(separator: ", ")
      lines.append(line("blank", "[\(words)]", "likely: these mean an empty cell"))
    }
    if let separator, separator != UInt8(ascii: ",") {
      let text = separator == UInt8(ascii: "\t") ? "tab" : String(Unicode.Scalar(separator))
      lines.append(line("separator", MappingDraft.quoted(text), "sure: found in the header"))
    }
    return lines.isEmpty ? [] : ["[reading]"] + lines
  }

  private func dates(_ columns: [ColumnSurvey]) -> [String] {
    let dates = columns.map(\.dates)
    let (dayFirst, monthFirst) = (
      dates.reduce(0) { $0 + $1.dayFirst }, dates.reduce(0) { $0 + $1.monthFirst }
    )
    guard dates.contains(where: { $0.ambiguous > 0 }) else { return [] }
    let proof = dates.compactMap(\.firstProof).first.map(MappingDraft.plain) ?? ""
    return switch (dayFirst > 0, monthFirst > 0) {
    case (true, false):
      [line("dates", "\"day-first\"", "sure: \(proof) has no such month")]
    case (false, true):
      [line("dates", "\"month-first\"", "sure: \(proof) has no such month")]
    case (true, true):
      [line("dates", "\"iso\"", "TODO dates of both orders occur; correct the file first")]
    case (false, false):
      [
        line(
          "dates", "\"iso\"",
          "TODO write day-first or month-first: no date proves which it is, so rows are refused")
      ]
    }
  }

  private func numbers(_ columns: [ColumnSurvey]) -> [String] {
    let numbers = columns.map(\.numbers)
    let points = numbers.reduce(0) { $0 + $1.decimalPoints }
    let commas = numbers.reduce(0) { $0 + $1.decimalCommas }
    var blanks: [String] = []
    if numbers.contains(where: { $0.thousandsBlanks > 0 }) {
      blanks.append(line("thousands", "\" \"", "sure: blanks stand before three digits"))
    }
    guard commas > 0 else { return blanks }
    let proof = numbers.compactMap(\.commaProof).first.map(MappingDraft.plain) ?? ""
    let share = "\(commas) numbers have a decimal comma, such as \(proof), and \(points) a point"
    if commas < points { return [line("decimal", "\".\"", "TODO check: \(share)")] + blanks }
    let why = points == 0 ? "sure: \(proof) can be nothing else" : "TODO check: \(share)"
    var lines = [line("decimal", "\",\"", why)] + blanks
    if blanks.isEmpty, numbers.contains(where: { $0.thousandsPoints > 0 }) {
      lines.append(line("thousands", "\".\"", "likely: points stand before three digits"))
    }
    return lines
  }

  // MARK: - Fields

  private func columns(_ guesses: ColumnGuesses) -> [String] {
    var lines = ["[columns]"]
    if let id = guesses.id { lines.append(line("id", MappingDraft.quoted(id.column), id.why)) }
    for guess in guesses.guesses {
      lines.append(line(guess.field, MappingDraft.quoted(guess.column), guess.why))
    }
    if guesses.figures.count == 1, let figure = guesses.figures.first {
      lines.append(
        line("best", MappingDraft.quoted(figure.column), "sure: the name says so"))
    }
    if !guesses.guesses.contains(where: { ["date_start", "month", "year"].contains($0.field) }) {
      lines.append("# date_start = \"…\"  # TODO no column holds dates; name it, or add a constant")
    }
    for column in guesses.doubled {
      lines.append("# Not counted: \(MappingDraft.plain(column)), the same people in households")
    }
    let unused = guesses.unused.map { MappingDraft.plain($0.name) }
    if !unused.isEmpty { lines.append("# Not read: \(unused.joined(separator: ", "))") }
    return lines
  }

  private func constants(_ guesses: ColumnGuesses) -> [String] {
    var lines = [
      "[constants]",
      line(
        "source", MappingDraft.quoted(name), "TODO write whose data this is; it is part of each id"),
    ]
    let fields = guesses.guesses.map(\.field)
    if !["date_start", "month", "year"].contains(where: fields.contains) {
      lines.append(line("date_start", "\"1970-01-01\"", "TODO write the day of all rows"))
    }
    let places = ["region", "origin", "destination"] + PlaceFields.Names("").fields
    if !fields.contains(where: { field in places.contains { field.hasSuffix($0) } }) {
      let field = guesses.isOfMovements ? "destination" : "region"
      lines.append(line(field, "\"SY\"", "TODO no column holds places; name it under columns"))
    }
    guard guesses.isOfMovements else { return lines }
    lines.append(
      line(
        "measure", "\"flow\"",
        "TODO flow: people who moved in the time; stock: people present; cumulative: a running total"
      ))
    if guesses.figures.count == 1, let figure = guesses.figures.first {
      lines += kindAndUnit(figure)
    }
    return lines
  }

  private func kindAndUnit(_ figure: ColumnGuesses.FigureGuess) -> [String] {
    var lines = [
      line("kind", "\"\(figure.kind)\"", "sure: by the name of the column"),
      line(
        "unit", figure.isOfHouseholds ? "\"households\"" : "\"persons\"",
        figure.isOfHouseholds ? "sure: by the name of the column" : "likely: nothing else is said"),
    ]
    if figure.isOfHouseholds {
      lines.append("# household_size = 5  # TODO only where the source says how many persons")
    }
    return lines
  }

  private func figures(_ guesses: ColumnGuesses) -> [String] {
    guard guesses.figures.count > 1 else { return [] }
    var lines: [String] = []
    for (index, figure) in guesses.figures.enumerated() {
      lines += [
        "[[figures]]  # each row has several figures; each is a record of its own",
        line("name", "\"\(figure.kind)-\(index + 1)\"", "ends the record's id; keep it"),
        line("best", MappingDraft.quoted(figure.column), "sure: the name says so"),
      ]
      lines += kindAndUnit(figure) + [""]
    }
    return lines.dropLast()
  }

  /// Codes that only a person can read, in comments.
  private func codes(_ guesses: ColumnGuesses) -> [String] {
    guesses.coded.flatMap { field, survey in
      [
        "# TODO say what these codes of \(MappingDraft.plain(survey.name)) mean: "
          + MappingDraft.meanings(of: field) + ".",
        "# Then remove the signs before the lines, and name the column as \(field) under columns.",
        "# [codes.\(field)]",
      ] + survey.frequentValues.prefix(30).map { "# \(MappingDraft.quoted($0)) = \"…\"" }
    }
  }

  private static func meanings(of field: String) -> String {
    field == "precision"
      ? "a level such as district, a distance such as 250m, settlement or exact"
      : "exact, at least, at most or about"
  }

  private func totals(_ guesses: ColumnGuesses) -> [String] {
    guard let totals = guesses.totals else { return [] }
    let words = totals.words.map(MappingDraft.quoted).joined(separator: ", ")
    return [
      "[[ignore]]  # likely: sums of other rows, which must not be counted twice",
      "column = \(MappingDraft.quoted(totals.column))", "is = [\(words)]",
      "reason = \"a sum of other rows\"",
    ]
  }

  // MARK: - Text

  /// A TOML string on one line.
  static func quoted(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        let isControl = scalar.value < 0x20 || scalar.value == 0x7F
        let digits = String(scalar.value, radix: 16)
        result +=
          isControl
          ? "\\u" + String(repeating: "0", count: 4 - digits.count) + digits : String(scalar)
      }
    }
    return "\"\(result)\""
  }

  /// A text inside a comment.
  static func plain(_ text: String) -> String { CellText.quoted(text) }
}

extension PlaceFields.Names {
  /// The names of all fields of a place.
  fileprivate var fields: [String] {
    [region, latitude, longitude] + steps.flatMap { [$0.name, $0.code] }
  }
}
