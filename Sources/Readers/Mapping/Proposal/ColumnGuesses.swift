import Records
import Regions

/// Which column seems to hold which field.
struct ColumnGuesses {
  struct Guess {
    let field: String
    let column: String
    /// Why, in words; begins with how sure that is.
    let why: String
  }

  /// A figure of a movement.
  struct FigureGuess {
    let column: String
    let kind: String
    let isOfHouseholds: Bool
  }

  let surveys: [ColumnSurvey]
  private let catalog: RegionCatalog
  private let names: RegionNames
  private var used: Set<Int> = []
  private(set) var guesses: [Guess] = []
  private(set) var figures: [FigureGuess] = []
  /// Columns that count in households what others count in persons.
  private(set) var doubled: [String] = []
  private(set) var id: Guess?
  private(set) var isOfMovements = false
  /// Columns with codes that only a person can read, by their fields.
  private(set) var coded: [(field: String, column: ColumnSurvey)] = []
  /// The column in which sums are marked, and the words for them.
  private(set) var totals: (column: String, words: [String])?

  init(_ surveys: [ColumnSurvey], catalog: RegionCatalog) {
    self.surveys = surveys
    self.catalog = catalog
    names = RegionNames(catalog)
  }

  var unused: [ColumnSurvey] {
    surveys.indices.filter { !used.contains($0) }.map { surveys[$0] }
  }

  /// The columns that hold dates.
  var dateColumns: [ColumnSurvey] {
    let dated = Set(guesses.filter { $0.field.hasPrefix("date_") }.map(\.column))
    return surveys.filter { dated.contains($0.name) }
  }

  /// The columns that hold numbers and degrees.
  var numberColumns: [ColumnSurvey] {
    let counted = Set(
      figures.map(\.column)
        + guesses.filter { guess in Self.numberFields.contains { guess.field.contains($0) } }
        .map(\.column))
    return surveys.filter { counted.contains($0.name) }
  }

  private static let numberFields = ["killed", "injured", "detained", "latitude", "longitude"]

  mutating func guess() {
    guessDates()
    guessFigures()
    guessPoint()
    guessPlaces()
    guessKindAndCodes()
    guessIdentity()
    findTotals()
  }

  private mutating func take(_ index: Int, _ field: String, _ why: String) {
    guard !guesses.contains(where: { $0.field == field }) else { return }
    used.insert(index)
    guesses.append(Guess(field: field, column: surveys[index].name, why: why))
  }

  private var free: [Int] {
    surveys.indices.filter { !used.contains($0) && surveys[$0].filled > 0 }
  }

  private func isMostly(_ part: Int, of survey: ColumnSurvey) -> Bool {
    part > 0 && part * 10 >= survey.filled * 8
  }

  // MARK: - Dates

  private mutating func guessDates() {
    let dated = free.filter { isMostly(surveys[$0].dates.all, of: surveys[$0]) }
    for index in dated where surveys[index].header.has(.dateEnd) {
      take(index, "date_end", "sure: the name says so, and its cells are dates")
    }
    let starts = dated.filter { !used.contains($0) }
    if let index = starts.first(where: { surveys[$0].header.has(.dateStart) }) {
      take(index, "date_start", "sure: the name says so, and its cells are dates")
    } else if let index = starts.first {
      take(index, "date_start", "likely: its cells are dates")
    } else if let index = free.first(where: { surveys[$0].header.has(.month) }) {
      take(index, "month", "likely: the name says so; write months as 2025-03 or March 2025")
    } else if let index = free.first(where: { surveys[$0].header.has(.year) }) {
      take(index, "year", "likely: the name says so")
    }
  }

  // MARK: - Figures

  private static let harms: [(HeaderWords.Role, String)] = [
    (.killed, "killed"), (.injured, "injured"), (.detained, "detained"),
  ]
  private static let moves: [(HeaderWords.Role, String)] = [
    (.returned, "return"), (.evicted, "eviction"), (.displaced, "displacement"),
  ]

  private mutating func guessFigures() {
    let counted = free.filter {
      isMostly(surveys[$0].numbers.count, of: surveys[$0]) && !surveys[$0].header.has(.code)
    }
    for index in counted {
      let header = surveys[index].header
      guard let (_, field) = Self.harms.first(where: { header.has($0.0) }) else { continue }
      let bound = header.has(.low) ? "_low" : header.has(.high) ? "_high" : ""
      take(index, field + bound, "sure: the name says so, and its cells are numbers")
    }
    guard guesses.allSatisfy({ guess in !Self.harms.contains { guess.field.hasPrefix($0.1) } })
    else { return }
    for index in counted where !used.contains(index) {
      let header = surveys[index].header
      guard let (_, kind) = Self.moves.first(where: { header.has($0.0) }) else { continue }
      used.insert(index)
      figures.append(
        FigureGuess(
          column: surveys[index].name, kind: kind, isOfHouseholds: header.has(.households)))
    }
    // Households beside persons are the same people (rule F4).
    let persons = Set(figures.filter { !$0.isOfHouseholds }.map(\.kind))
    doubled = figures.filter { $0.isOfHouseholds && persons.contains($0.kind) }.map(\.column)
    figures.removeAll { doubled.contains($0.column) }
    isOfMovements = !figures.isEmpty
  }

  /// `origin_` or `destination_` before a field of a movement.
  private func end(_ header: HeaderWords) -> String {
    guard isOfMovements else { return "" }
    return header.has(.origin) && !header.has(.destination) ? "origin_" : "destination_"
  }

  // MARK: - Points

  private mutating func guessPoint() {
    let bounds = catalog.bounds
    let (south, north) = (bounds.south - 0.5, bounds.north + 0.5)
    let (west, east) = (bounds.west - 0.5, bounds.east + 0.5)
    for index in free {
      let survey = surveys[index]
      let isLatitude = survey.header.has(.latitude)
      guard isLatitude || survey.header.has(.longitude), survey.numbers.count > 0 else { continue }
      let isInside = survey.numbers.lies(in: isLatitude ? south...north : west...east)
      take(
        index, end(survey.header) + (isLatitude ? "latitude" : "longitude"),
        isInside
          ? "sure: the name says so, and its numbers lie inside the country"
          : "TODO look at this: the name says so, but some numbers lie outside the country")
    }
    guard !guesses.contains(where: { $0.field.hasSuffix("latitude") }) else { return }
    let fractions = free.filter {
      let numbers = surveys[$0].numbers
      return numbers.decimalPoints + numbers.decimalCommas + numbers.unclear > 0
    }
    // Where both ranges meet a number says nothing.
    let eastward = fractions.first {
      surveys[$0].numbers.lies(in: west...east) && surveys[$0].numbers.most > north
    }
    let northward = fractions.first {
      surveys[$0].numbers.lies(in: south...north) && surveys[$0].numbers.least < west
    }
    guard let eastward, let northward else { return }
    let why = "TODO check: its numbers lie inside the country, but the name does not say so"
    take(northward, end(surveys[northward].header) + "latitude", why)
    take(eastward, end(surveys[eastward].header) + "longitude", why)
  }

  // MARK: - Places

  private static let places: [(HeaderWords.Role, Level?, String)] = [
    (.subdistrict, .subdistrict, "subdistrict"), (.governorate, .governorate, "governorate"),
    (.district, .district, "district"), (.neighborhood, .neighborhood, "neighborhood"),
    (.community, nil, "community"),
  ]

  private mutating func guessPlaces() {
    let candidates = free.filter { !surveys[$0].header.has(.name) || surveys[$0].header.hasLevel }
    // What a name says comes before what cells look like.
    for index in candidates {
      let survey = surveys[index]
      if let role = Self.places.first(where: { survey.header.has($0.0) }) {
        guessNamed(index, role.2, PlaceShare(survey, names, catalog))
      } else if survey.header.has(.country) {
        take(index, "country", "likely: the name says so")
      }
    }
    for index in candidates where !used.contains(index) {
      let survey = surveys[index]
      let share = PlaceShare(survey, names, catalog)
      if share.isKnown, survey.values.count > 1 || survey.header.has(.region) {
        guessUnnamed(index, share)
      } else if survey.header.has(.region), survey.numbers.count == 0 {
        take(index, region(survey.header), "likely: the name says so; \(share.words)")
      }
    }
  }

  private mutating func guessNamed(_ index: Int, _ field: String, _ share: PlaceShare) {
    let header = surveys[index].header
    let isCode = share.isCode || header.has(.code)
    take(
      index, end(header) + field + (isCode ? "_code" : ""),
      share.isKnown
        ? "sure: the name says so, and \(share.words)"
        : "TODO check: the name says so, but only \(share.words)")
  }

  private func region(_ header: HeaderWords) -> String {
    let end = end(header)
    return end.isEmpty ? "region" : String(end.dropLast())
  }

  /// A column whose cells are places, whatever its name.
  private mutating func guessUnnamed(_ index: Int, _ share: PlaceShare) {
    let header = surveys[index].header
    guard let level = share.level, level != .country, !header.has(.region) else {
      return take(index, region(header), "likely: \(share.words) of places")
    }
    take(
      index, end(header) + level.name + (share.isCode ? "_code" : ""),
      "likely: \(share.words), most of them of the level \(level.name)")
  }

  // MARK: - The rest

  private mutating func guessKindAndCodes() {
    for index in free {
      let survey = surveys[index]
      if survey.header.has(.precision) {
        // A plain number may be a level or anything else.
        guessCoded(index, "precision") { Int($0) == nil && PrecisionText.parse($0) != nil }
      } else if survey.header.has(.qualifier) {
        guessCoded(index, "qualifier") { QualifiedNumber.qualifier($0) != nil }
      } else if survey.header.has(.kind), !isOfMovements, survey.values.count <= 100 {
        take(index, "kind", "likely: the name says so; \(survey.values.count) different values")
      }
    }
  }

  private mutating func guessCoded(
    _ index: Int, _ field: String, isWord: (String) -> Bool
  ) {
    if surveys[index].values.keys.allSatisfy(isWord) {
      take(index, field, "sure: the name says so, and its cells can be read")
    } else {
      used.insert(index)
      coded.append((field, surveys[index]))
    }
  }

  private mutating func guessIdentity() {
    let candidates = free.filter { surveys[$0].isUnique && !surveys[$0].header.has(.name) }
    let named = candidates.first { surveys[$0].header.has(.id) }
    guard let index = named ?? candidates.first(where: { $0 == 0 }) else { return }
    used.insert(index)
    id = Guess(
      field: "id", column: surveys[index].name,
      why: named == nil
        ? "TODO check: the first column, in which no value occurs twice"
        : "sure: the name says so, and no value occurs twice")
  }

  /// Rows of sums say so where other rows have a place, a date or an id.
  private mutating func findTotals() {
    for survey in surveys where !survey.header.has(.name) {
      let words = survey.frequentValues.filter { HeaderWords($0).has(.total) }
      guard !words.isEmpty, words.count <= 5 else { continue }
      totals = (survey.name, words.sorted())
      return
    }
  }
}

extension HeaderWords {
  /// "District name" is a place and not a person.
  fileprivate var hasLevel: Bool {
    has(.governorate) || has(.district) || has(.subdistrict) || has(.neighborhood)
      || has(.community)
  }
}

extension RegionCatalog {
  /// The box around the regions of the coarsest level.
  fileprivate var bounds: BoundingBox {
    regions(at: .governorate).reduce(into: BoundingBox.empty) { box, number in
      let own = self[number].boundary.bounds
      box.grow(longitude: own.west, latitude: own.south)
      box.grow(longitude: own.east, latitude: own.north)
    }
  }
}
