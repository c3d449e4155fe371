extension RegionNames {
  /// The places whose names are nearest to a misspelled one: for messages only, never for
  /// placing a record.
  ///
  /// Nearness is the number of letters to insert, delete, replace or exchange with their neighbor
  /// (optimal string alignment), after normalisation, and again without words for kinds of places
  /// and without articles; at most a third of the letters may differ. Nearest first, where a
  /// place of another level than asked for counts as two edits farther, one of another region as
  /// one; then the higher level, then by id. A word for a kind of place in the name asks for its
  /// level. Of places that lie in one another and bear one name, the highest of the level asked
  /// for stands for all (rule P6).
  public func candidates(
    near name: String, limit: Int, level: Level? = nil, within parent: RegionNumber? = nil
  ) -> [RegionID] {
    guard limit > 0 else { return [] }
    let key = NameKey(name)
    let kind = key.withoutKindOfPlace.map { [$0.rank] }
    let query = Query(ranks: RegionNames.ranks(of: level) ?? kind, parent: parent)
    let ordered = neighbors(of: key).map { place, near in
      Candidate(
        place: Int(place), near: near, misfit: misfit(Int(place), query),
        rank: ranks[Int(place)], id: id(ofPlace: Int(place)))
    }.sorted(by: Candidate.precedes)
    var chosen: [Candidate] = []
    for candidate in ordered {
      if chosen.contains(where: { holds($0, candidate) }) { continue }
      chosen.append(candidate)
      if chosen.count == limit { break }
    }
    return chosen.map(\.id)
  }

  /// A place as messages name it: `Suran (SY020405, subdistrict in A'zaz)`.
  public func label(of id: RegionID) -> String {
    guard let place = catalog.describe(id) else { return id.code }
    let parent = place.parents.first.flatMap { $0.id == catalog.country.id ? nil : $0.name }
    let inside = parent.map { " in \($0)" } ?? ""
    return "\(place.name) (\(id), \(place.levelName)\(inside))"
  }

  /// How near a name comes, and which.
  private struct Nearness {
    var distance: Int
    var name: ArraySlice<UInt8>
  }

  private struct Candidate {
    let place: Int
    let near: Nearness
    /// Edits added because the place is not of the level or region asked for.
    let misfit: Int
    let rank: NameRank
    let id: RegionID

    private var edits: Int { near.distance + misfit }

    static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
      if left.edits != right.edits { return left.edits < right.edits }
      return (left.misfit, left.rank, left.id) < (right.misfit, right.rank, right.id)
    }
  }

  private func misfit(_ place: Int, _ query: Query) -> Int {
    (query.ranks?.contains(ranks[place]) ?? true ? 0 : 2)
      + (lies(place, inside: query.parent) ? 0 : 1)
  }

  private func holds(_ outer: Candidate, _ inner: Candidate) -> Bool {
    guard outer.near.name == inner.near.name, outer.place < catalog.regions.count else {
      return false
    }
    return lies(inner.place, inside: RegionNumber(Int32(outer.place)))
  }

  private func neighbors(of key: NameKey) -> [Int32: Nearness] {
    var found: [Int32: Nearness] = [:]
    let rest = key.withoutKindOfPlace?.rest
    let forms = [key, rest, key.withoutArticles, rest?.withoutArticles].compactMap { $0 }
    for form in Set(forms) where !form.isEmpty {
      let wanted = Array(form.description.unicodeScalars)
      var meter = EditMeter(wanted, mostEdits: max(1, wanted.count / 3))
      let letters = NameLetters(form.bytes)
      for table in [full, short] { collect(&found, from: table, letters, &meter) }
    }
    return found
  }

  private func collect(
    _ found: inout [Int32: Nearness], from table: NameTable, _ letters: NameLetters,
    _ meter: inout EditMeter
  ) {
    let known = table.letters
    for number in known.indices where known[number].mayBe(letters, within: meter.mostEdits) {
      let key = table.key(number)
      guard let distance = meter.distance(to: key) else { continue }
      for place in table.places(ofKey: number) {
        if let known = found[place],
          (known.distance, known.name.count) <= (distance, key.count)
        {
          continue
        }
        found[place] = Nearness(distance: distance, name: key)
      }
    }
  }
}

/// Counts the edits between one name and many others.
private struct EditMeter {
  private let wanted: [Unicode.Scalar]
  let mostEdits: Int
  private var rows: (before: [Int], last: [Int], current: [Int])

  init(_ wanted: [Unicode.Scalar], mostEdits: Int) {
    self.wanted = wanted
    self.mostEdits = mostEdits
    let row = Array(0...wanted.count)
    rows = (row, row, row)
  }

  /// The number of edits, or `nil` where it is more than allowed.
  mutating func distance(to key: ArraySlice<UInt8>) -> Int? {
    guard key.count <= 4 * (wanted.count + mostEdits), key.count >= wanted.count - mostEdits else {
      return nil
    }
    let other = Array(String(decoding: key, as: UTF8.self).unicodeScalars)
    guard abs(other.count - wanted.count) <= mostEdits else { return nil }
    for index in rows.last.indices { rows.last[index] = index }
    for line in other.indices {
      if advance(other, line) > mostEdits { return nil }
    }
    return rows.last[wanted.count] <= mostEdits ? rows.last[wanted.count] : nil
  }

  /// Fills the next row of the table of edits and says what its least number is.
  private mutating func advance(_ other: [Unicode.Scalar], _ line: Int) -> Int {
    rows.current[0] = line + 1
    var least = line + 1
    for column in wanted.indices {
      let isSame = wanted[column] == other[line]
      var edits = min(
        rows.last[column] + (isSame ? 0 : 1), rows.last[column + 1] + 1, rows.current[column] + 1)
      if line > 0, column > 0, wanted[column] == other[line - 1],
        wanted[column - 1] == other[line]
      {
        edits = min(edits, rows.before[column - 1] + 1)
      }
      rows.current[column + 1] = edits
      least = min(least, edits)
    }
    swap(&rows.before, &rows.last)
    swap(&rows.last, &rows.current)
    return least
  }
}
