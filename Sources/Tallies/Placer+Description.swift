import Records
import Regions

/// Placement by codes and names (P6) and by sets of them (P7).
extension Placer {
  /// What the codes and names of a record come to.
  struct Description: Hashable {
    enum Outcome: Hashable {
      /// A region; for a set, their smallest common ancestor. Zones named come with it.
      case region(RegionNumber, set: [RegionID], zones: [RegionNumber])
      case settlement(Int)
      case external(String)
      case ambiguous
      case unknown
      /// The record gives neither codes nor names.
      case none
    }

    var outcome: Outcome
    var remarks: [Answer.Remark] = []

    var saysNothing: Bool { outcome == .unknown || outcome == .none }
  }

  /// What codes and names were found to mean, so that the same text is looked up once.
  struct Memory {
    private var descriptions: [[[Designation]]: Description] = [:]
    private var countries: [String: Answer?] = [:]

    /// The answer for a record of another country (P8), or `nil`.
    mutating func abroad(_ country: String?, by placer: Placer) -> Answer? {
      guard let country else { return nil }
      if let known = countries[country] { return known }
      if countries.count >= 10_000 { countries.removeAll() }
      let answer = placer.external(country)
      countries[country] = .some(answer)
      return answer
    }

    mutating func description(of place: Place, by placer: Placer) -> Description {
      guard !place.designations.isEmpty else { return Description(outcome: .none) }
      if let known = descriptions[place.designations] { return known }
      // Free text in a name column must not make memory grow with the file.
      if descriptions.count >= 50_000 { descriptions.removeAll(keepingCapacity: true) }
      let description = placer.describe(place.designations)
      descriptions[place.designations] = description
      return description
    }
  }

  private func describe(_ designations: [[Designation]]) -> Description {
    guard let first = designations.first else { return Description(outcome: .none) }
    guard designations.count > 1 else { return describe(path: first) }
    return describe(set: designations.map(describe(path:)))
  }

  // MARK: - Sets (P7)

  private func describe(set members: [Description]) -> Description {
    var result = Description(outcome: .unknown, remarks: members.flatMap(\.remarks))
    var regions: [RegionNumber] = []
    var abroad: Set<String> = []
    for member in members {
      switch member.outcome {
      case .region(let number, _, let zones):
        regions.append(zones.first ?? number)
      case .settlement(let index):
        guard let number = catalog.number(of: catalog.settlements[index].subdistrict) else {
          return result
        }
        regions.append(number)
      case .external(let code): abroad.insert(code)
      case .ambiguous:
        result.outcome = .ambiguous
        return result
      case .unknown, .none: return result
      }
    }
    result.outcome = common(regions, abroad)
    return result
  }

  private func common(_ regions: [RegionNumber], _ abroad: Set<String>) -> Description.Outcome {
    guard let first = regions.first else {
      return abroad.count == 1
        ? .external(abroad.first ?? NameMatch.abroad) : .external(NameMatch.abroad)
    }
    guard abroad.isEmpty else { return .unknown }
    let ancestor = regions.dropFirst().reduce(level(of: first)) {
      catalog.commonAncestor($0, level(of: $1))
    }
    let ids = Set(regions.map { catalog[$0].id }).sorted()
    let zones = regions.dropFirst().reduce(self.zones(holding: first)) {
      $0.intersection(self.zones(holding: $1))
    }
    return .region(ancestor, set: ids.count > 1 ? ids : [], zones: zones.sorted())
  }

  /// The zones that surely hold what lies in a region, or in a zone.
  private func zones(holding number: RegionNumber) -> Set<RegionNumber> {
    catalog[number].level == nil ? [number] : Set(catalog.zones(covering: number))
  }

  /// The region itself, or for a zone the smallest region of the levels that holds it.
  private func level(of number: RegionNumber) -> RegionNumber {
    var number = number
    while catalog[number].level == nil { number = catalog.parent(of: number) }
    return number
  }

  // MARK: - One place, from coarse to fine (P6)

  private func describe(path: [Designation]) -> Description {
    var found = Description(outcome: .none)
    var scope: RegionNumber?
    for step in path where step.code?.isEmpty == false || step.name?.isEmpty == false {
      let match = match(step, within: scope)
      if let remark = codeRemark(step, match) { found.remarks.append(remark) }
      if let both = contradiction(match, scope) {
        found.outcome = .region(both, set: [], zones: [])
        found.remarks.append(disagreement(step, scope, both))
        return found
      }
      switch match {
      case .region(let number):
        let holder = level(of: number)
        found.outcome = .region(holder, set: [], zones: holder == number ? [] : [number])
        scope = holder
      case .settlement(let index):
        found.outcome = .settlement(index)
        scope = catalog.number(of: catalog.settlements[index].subdistrict) ?? scope
      case .external(let code):
        if found.outcome == .none { found.outcome = .external(code) }
      case .ambiguous(let ids):
        found.remarks.append(
          .init(.ambiguousName, ambiguity(step, ids), value: Finding.shown(text(of: step))))
        if scope == nil { found.outcome = .ambiguous }
      case .unknown:
        found.remarks.append(unknown(step, scope))
        if scope == nil && found.outcome == .none { found.outcome = .unknown }
      }
    }
    return found
  }

  /// Where a step lies beside the one before it: the smallest region that holds both.
  private func contradiction(_ match: NameMatch, _ scope: RegionNumber?) -> RegionNumber? {
    let holder: RegionNumber?
    switch match {
    case .region(let number): holder = level(of: number)
    case .settlement(let index):
      holder = catalog.number(of: catalog.settlements[index].subdistrict)
    default: holder = nil
    }
    guard let scope, let holder else { return nil }
    let both = catalog.commonAncestor(scope, holder)
    return both == scope || both == holder ? nil : both
  }

  private func disagreement(
    _ step: Designation, _ scope: RegionNumber?, _ both: RegionNumber
  ) -> Answer.Remark {
    let scopeText = scope.map { " in \(label($0))" } ?? ""
    return .init(
      .codesDisagree,
      "\(quoted(step)) does not lie\(scopeText); the record is unspecified in \(label(both))",
      value: Finding.shown(text(of: step)))
  }

  private func match(_ step: Designation, within scope: RegionNumber?) -> NameMatch {
    if let code = step.code, !code.isEmpty {
      let match = names.match(code: code)
      if match != .unknown { return match }
    }
    guard let name = step.name, !name.isEmpty else { return .unknown }
    let match = names.match(name: name, level: step.level, within: scope)
    guard match == .unknown, let level = step.level else { return match }
    // Known well, but named coarsely: the name of a region around it says something, too.
    if case .region(let number) = names.match(name: name, level: nil, within: scope),
      let own = catalog[number].level, own < level
    {
      return .region(number)
    }
    return match
  }

  /// A code that nothing has, beside a name that was understood.
  private func codeRemark(_ step: Designation, _ match: NameMatch) -> Answer.Remark? {
    guard let code = step.code, !code.isEmpty, let name = step.name, code != name,
      match != .unknown, names.match(code: code) == .unknown
    else { return nil }
    return .init(
      .unknownCode, "\(Finding.quoted(code)) is not a known code; \(quoted(step)) was taken",
      value: Finding.shown(code))
  }

  private func ambiguity(_ step: Designation, _ ids: [RegionID]) -> String {
    let candidates = ids.prefix(5).map(names.label(of:)).joined(separator: ", ")
    let more = ids.count > 5 ? " or \(ids.count - 5) more" : ""
    return "\(quoted(step)) may mean \(candidates)\(more); give the code or the region around it"
  }

  private func unknown(_ step: Designation, _ scope: RegionNumber?) -> Answer.Remark {
    let scopeText = scope.map { " in \(label($0))" } ?? ""
    let near = names.candidates(near: text(of: step), limit: 3, level: step.level, within: scope)
      .map(names.label(of:))
    let hint = near.isEmpty ? "" : "; nearest are \(near.joined(separator: ", "))"
    let rule: FindingRule = step.name == nil ? .unknownCode : .unknownName
    return .init(
      rule, "\(quoted(step)) is not a known place\(scopeText)\(hint)",
      value: Finding.shown(text(of: step)))
  }

  private func text(of step: Designation) -> String { step.name ?? step.code ?? "" }

  private func quoted(_ step: Designation) -> String { Finding.quoted(text(of: step)) }
}
