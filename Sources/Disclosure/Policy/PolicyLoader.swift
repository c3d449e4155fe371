import ConfigurationText
import Records
import Regions
import Tallies

/// Reads a policy file and collects everything that is wrong with it, so that it can be put
/// right in one go. What the file does not say stays as in the policy it is based on.
struct PolicyLoader {
  private static let keys = [
    "name", "base", "k", "least_records", "most_of_one_record_percent", "records_matter_below",
    "guard_insiders", "smallest_period", "finest_level", "finest_destination_level",
    "finest_category_level", "rounding", "rounding_further", "indicators",
  ]

  let root: ConfigurationItem
  var errors: [ConfigurationError] = []

  init(_ root: ConfigurationItem) {
    self.root = root
  }

  mutating func load() -> Policy {
    errors += attempt { try $0.unknownKeys(besides: PolicyLoader.keys) } ?? []
    var policy = base()
    policy.name = attempt { try $0.required("name").text } ?? policy.name
    set(&policy.primary.threshold, "k", in: 2...1000)
    set(&policy.primary.leastRecords, "least_records", in: 1...1000)
    set(&policy.primary.mostOfOneRecordPercent, "most_of_one_record_percent", in: 1...100)
    var below = policy.primary.recordsMatterBelow ?? 0
    set(&below, "records_matter_below", in: 10...1_000_000_000)
    if below > 0 { policy.primary.recordsMatterBelow = below }
    policy.guardsInsiders =
      attempt { try $0.value(of: "guard_insiders")?.truth } ?? policy.guardsInsiders
    set(
      &policy.smallestPeriod, "smallest_period", Step.allCases.filter { $0 >= .week }, \.name)
    set(&policy.finestLevel, "finest_level", Level.allCases, \.name)
    set(&policy.finestDestinationLevel, "finest_destination_level", Level.allCases, \.name)
    set(
      &policy.finestCategoryLevel, "finest_category_level", [.country, .governorate], \.name)
    checkDestinations(policy)
    round(&policy)
    decide(&policy)
    checkNet(policy)
    return policy
  }

  /// The value, or `nil` and one more error.
  mutating func attempt<Value>(
    _ read: (ConfigurationItem) throws -> Value?
  ) -> Value? {
    do {
      return try read(root)
    } catch let error as ConfigurationError {
      errors.append(error)
    } catch {
      errors.append(root.error(.unreadable("\(error)")))
    }
    return nil
  }

  private mutating func base() -> Policy {
    attempt { root in
      guard let item = try root.value(of: "base") else { return Policy.public }
      let word = try item.text
      guard let known = Policy.named.first(where: { $0.name == word }) else {
        throw item.error(.unknownWord(word, known: Policy.named.map(\.name)))
      }
      return known
    } ?? .public
  }

  mutating func set(_ number: inout Int, _ key: String, in range: ClosedRange<Int>) {
    let value = attempt { root -> Int? in
      guard let item = try root.value(of: key) else { return nil }
      let whole = try item.whole
      guard range.contains(whole) else {
        throw item.error(
          .refused("\(whole) is not between \(range.lowerBound) and \(range.upperBound)"))
      }
      return whole
    }
    number = value ?? number
  }

  private mutating func set<Value>(
    _ choice: inout Value, _ key: String, _ known: [Value], _ name: (Value) -> String
  ) {
    let value = attempt { root -> Value? in
      guard let item = try root.value(of: key) else { return nil }
      let word = try item.text
      guard let value = known.first(where: { name($0) == word }) else {
        throw item.error(.unknownWord(word, known: known.map(name)))
      }
      return value
    }
    choice = value ?? choice
  }

  /// D1: where people are now is shown coarser than where they were.
  private mutating func checkDestinations(_ policy: Policy) {
    guard policy.finestDestinationLevel > policy.finestLevel else { return }
    let item = attempt { root in
      try root.value(of: "finest_destination_level") ?? root.value(of: "finest_level")
    }
    guard let item else { return }
    errors.append(
      item.error(
        .refused(
          "destinations would be shown by \(policy.finestDestinationLevel.name), finer than "
            + "origins, by \(policy.finestLevel.name); choose a coarser level for destinations")))
  }

  // MARK: - Indicators

  private mutating func decide(_ policy: inout Policy) {
    let entries = attempt { root in
      try root.value(of: "indicators")?.entries
    }
    // The unit's own word counts after the one for both units.
    let ordered = (entries ?? []).filter(isGeneral) + (entries ?? []).filter { !isGeneral($0) }
    for entry in ordered {
      guard let indicator = Indicator(name: entry.key), Indicator.all.contains(indicator) else {
        errors.append(
          entry.error(.unknownKey(entry.key, known: Indicator.all.map(\.name))))
        continue
      }
      let decision = attempt { _ in
        try PolicyLoader.decision(entry.value)
      }
      guard let decision else { continue }
      for other in Indicator.all where other.stem == indicator.stem {
        guard indicator.unit == .persons || other == indicator else { continue }
        policy[other] = decision
      }
    }
  }

  private func isGeneral(_ entry: ConfigurationEntry) -> Bool {
    Indicator(name: entry.key)?.unit == .persons
  }

  /// `"protected"`, or a table with `sensitivity` and `reason`.
  private static func decision(
    _ item: ConfigurationItem
  ) throws(ConfigurationError) -> Policy.Decision {
    guard case .table = item.node.content else {
      return Policy.Decision(try sensitivity(item), "decided in \(item.file), \(item.position)")
    }
    if let unknown = try item.unknownKeys(besides: ["sensitivity", "reason"]).first {
      throw unknown
    }
    return Policy.Decision(
      try sensitivity(item.required("sensitivity")), try item.required("reason").text)
  }

  private static func sensitivity(
    _ item: ConfigurationItem
  ) throws(ConfigurationError) -> Sensitivity {
    let word = try item.text
    guard let sensitivity = Sensitivity(rawValue: word) else {
      throw item.error(.unknownWord(word, known: Sensitivity.allCases.map(\.rawValue)))
    }
    return sensitivity
  }
}
