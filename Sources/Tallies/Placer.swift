internal import Geodesy
public import Records
public import Regions

/// Finds where a record's place is (rules P1 to P8). A pure function of the place and the
/// catalogue: nothing of one record influences another.
public struct Placer: Sendable {
  /// What was found, and what a person should know of it.
  public struct Answer: Hashable, Sendable {
    public struct Remark: Hashable, Sendable {
      public let rule: FindingRule
      private let words: RemarkWords

      public var message: String { words.message }
      /// The code, name or point that is to blame, as `Finding.shown` gives it.
      public var value: String? { words.value }

      public init(_ rule: FindingRule, _ message: String, value: String? = nil) {
        self.init(rule, .text(message, value: value))
      }

      init(_ rule: FindingRule, _ words: RemarkWords) {
        self.rule = rule
        self.words = words
      }
    }

    public var placement: Placement
    public var remarks: [Remark]

    init(_ placement: Placement, _ remarks: [Remark] = []) {
      self.placement = placement
      self.remarks = remarks
    }
  }

  public let catalog: RegionCatalog
  let index: RegionIndex
  let names: RegionNames
  let snapMeters: Double
  /// Whether a point decides alone (`ReportSettings.trustsPoints`).
  let trustsPoints: Bool
  /// For each region above the subdistrict, those below it that fill it: what a point in it goes on
  /// down to (`descend`).
  let fillers: [[RegionNumber]]

  public init(
    catalog: RegionCatalog, index: RegionIndex, names: RegionNames, snapMeters: Double = 1500,
    trustsPoints: Bool = false
  ) {
    self.catalog = catalog
    self.index = index
    self.names = names
    self.snapMeters = snapMeters
    self.trustsPoints = trustsPoints
    fillers = catalog.regions.indices.map { Placer.fillers(of: RegionNumber(Int32($0)), catalog) }
  }

  /// Neighborhoods do not fill their city.
  private static func fillers(
    of number: RegionNumber, _ catalog: RegionCatalog
  ) -> [RegionNumber] {
    guard let level = catalog[number].level, level < .subdistrict else { return [] }
    return catalog.children(of: number).filter {
      (catalog[$0].level ?? .neighborhood) < .neighborhood
    }
  }

  public func place(_ place: Place) -> Answer {
    var memory = Memory()
    return self.place(place, &memory)
  }

  /// As `place(_:)`; descriptions by codes and names, which repeat, are looked up only once.
  func place(_ place: Place, _ memory: inout Memory) -> Answer {
    if trustsPoints, let point = place.point { return locate(point, .exact, isHome: false) }
    if let answer = byWords(place, &memory) { return answer }
    return byPoint(place, memory.description(of: place, by: self))
  }

  /// The answer where words do not decide alone (`byWords`).
  /// - Parameter described: what the codes and names of the place come to.
  func byPoint(_ place: Place, _ described: Description) -> Answer {
    guard let point = place.point else { return byDescription(described, place) }
    if case .level(let level) = place.precision {
      return atLevel(level, place, point, described)
    }
    var answer = locate(point, place.precision ?? .exact, isHome: place.country != nil)
    if let worded = byWordsIfSwapped(answer, described, place) { return worded }
    answer.remarks += described.remarks
    answer.remarks += disagreement(answer.placement, described)
    refine(&answer, place.detail)
    return answer
  }

  /// The answer where the point has no say in it, whatever point it is; else `nil`.
  func byWords(_ place: Place, _ memory: inout Memory) -> Answer? {
    if trustsPoints, place.point != nil { return nil }
    if let abroad = memory.abroad(place.country, by: self) { return abroad }
    if place.precision == .outside { return Answer(Placement(.outside)) }
    let described = memory.description(of: place, by: self)
    if case .external = described.outcome { return byDescription(described, place) }
    guard case .level(let level) = place.precision else {
      return place.point == nil ? byDescription(described, place) : nil
    }
    guard level > .country else { return Answer(area(.country), described.remarks) }
    if described.saysNothing, place.point != nil { return nil }
    var answer = byDescription(described, place)
    guard case .region(let number) = answer.placement.node else { return answer }
    guard let cut = catalog.ancestor(of: number, at: level) else {
      // The description is coarser than the precision: a point may say more.
      return answer.placement.set.isEmpty && place.point != nil ? nil : answer
    }
    if cut != number { answer.placement = area(cut, set: answer.placement.set) }
    return answer
  }

  // MARK: - The country comes first (P8), written as such or as the place

  /// `nil` where the record is of the boundary set's country, or names none.
  func external(_ country: String) -> Answer? {
    if catalog.isHome(country: country) == true { return nil }
    if let known = Country.match(country) { return Answer(Placement(.external(known.alpha3))) }
    return Answer(
      Placement(.external(NameMatch.abroad)),
      [
        .init(
          .unknownName,
          "the country \(Finding.quoted(country)) is unknown; it is counted as abroad",
          value: Finding.shown(country))
      ])
  }

  // MARK: - A code or a name decides

  /// P4 and P5: the point only represents an area, but the words say less than that.
  private func atLevel(
    _ level: Level, _ place: Place, _ point: Coordinate, _ described: Description
  ) -> Answer {
    let located = locate(point, .level(level), isHome: true)
    guard !described.saysNothing else {
      if let worded = byWordsIfSwapped(located, described, place) { return worded }
      return Answer(located.placement, described.remarks + located.remarks)
    }
    var answer = byDescription(described, place)
    if case .region(let number) = answer.placement.node,
      case .region(let finer) = located.placement.node, holds(number, finer)
    {
      answer.placement = located.placement
    }
    return answer
  }

  private func holds(_ region: RegionNumber, _ other: RegionNumber) -> Bool {
    guard let level = catalog[region].level else { return false }
    return catalog.ancestor(of: other, at: level) == region
  }

  /// A point inside the regions only with its axes exchanged says nothing: the words decide, down
  /// to the country alone. `nil` where the point can be used.
  private func byWordsIfSwapped(
    _ located: Answer, _ described: Description, _ place: Place
  ) -> Answer? {
    guard located.remarks.contains(where: { $0.rule == .swappedAxes }) else { return nil }
    var described = described
    described.remarks += located.remarks
    return byDescription(described, place)
  }

  /// Placement by codes and names alone.
  private func byDescription(_ described: Description, _ place: Place) -> Answer {
    var answer: Answer
    switch described.outcome {
    case .region(let number, let set, let zones):
      answer = Answer(area(number, set: set, within: zones), described.remarks)
    case .settlement(let index):
      answer = settlement(catalog.settlements[index])
      answer.remarks = described.remarks
    case .external(let code):
      answer = Answer(Placement(.external(code)), described.remarks)
    case .ambiguous:
      answer = Answer(Placement(.unplaced), described.remarks)
    case .unknown, .none:
      // A country alone is a place: the record is surely inside it.
      let isInCountry = place.country != nil
      answer = Answer(isInCountry ? area(.country) : Placement(.unplaced), described.remarks)
    }
    refine(&answer, place.detail)
    return answer
  }

  /// A record known to lie somewhere in a region, and in all of the zones named beside it.
  func area(
    _ number: RegionNumber, set: [RegionID] = [], within zones: [RegionNumber] = []
  ) -> Placement {
    let sure = Set(catalog.zones(covering: number) + zones)
    return Placement(
      .region(number), zones: sure.sorted(),
      possibleZones: catalog.zones(touching: number).filter { !sure.contains($0) }, set: set)
  }

  /// A town counts in its subdistrict by its code, and in zones by its point.
  private func settlement(_ settlement: Settlement) -> Answer {
    guard let number = catalog.number(of: settlement.subdistrict) else {
      return Answer(Placement(.unplaced))
    }
    var placement = area(number)
    let location = index.locate(
      longitude: settlement.point.longitude, latitude: settlement.point.latitude)
    placement.zones = Set(placement.zones + index.zones(in: location.zoneSet)).sorted()
    placement.possibleZones = []
    return Answer(placement)
  }

  /// UCDP codes every event of a city to one point; where its text names one neighborhood of the
  /// subdistrict found, the record counts there (FORMATS, `where_prec` 1).
  private func refine(_ answer: inout Answer, _ detail: String?) {
    guard let detail, case .region(let number) = answer.placement.node,
      catalog[number].level == .subdistrict
    else { return }
    let parts = detail.split(whereSeparator: { "(),;".contains($0) }).map(String.init)
    let named = [detail] + (parts.count > 1 ? parts : [])
    let fits = Set(
      named.compactMap { name -> RegionNumber? in
        let match = names.match(name: name, level: .neighborhood, within: number)
        return if case .region(let neighborhood) = match { neighborhood } else { nil }
      })
    if fits.count == 1, let neighborhood = fits.first {
      answer.placement.node = .region(neighborhood)
    }
  }

  // MARK: - Code against point (P5)

  private func disagreement(
    _ placement: Placement, _ described: Description
  ) -> [Answer.Remark] {
    guard let byCode = governorate(of: described) else { return [] }
    // A disc that reaches into several governorates contradicts none of them.
    if placement.node == .region(.country) { return [] }
    let byPoint = placement.region(at: .governorate, in: catalog)
    guard byPoint != byCode else { return [] }
    let words = RemarkWords.disagreement(
      byCode: nameAndID(byCode), byPoint: byPoint.map(nameAndID))
    return [.init(.codeAgainstPoint, words)]
  }

  /// The governorate that codes and names say.
  func governorate(of described: Description) -> RegionNumber? {
    let stated: RegionNumber?
    switch described.outcome {
    case .region(let number, let set, _): stated = set.isEmpty ? number : nil
    case .settlement(let index): stated = catalog.number(of: catalog.settlements[index].subdistrict)
    default: stated = nil
    }
    return stated.flatMap { catalog.ancestor(of: $0, at: .governorate) }
  }

  func label(_ number: RegionNumber) -> String { nameAndID(number).text }

  private func nameAndID(_ number: RegionNumber) -> RemarkWords.Label {
    RemarkWords.Label(name: catalog[number].name, id: catalog[number].id)
  }
}
