import Regions
import Tallies

/// What the policy of a release lets no figure of be shown: read from the rules that the release
/// itself tells, for whoever has nothing else.
public struct ShownByPolicy: Sendable {
  /// The protected indicators, and whether each is about people's presence.
  private let protected: [String: Bool]
  private let finestLevel: Level?
  private let finestPresenceLevel: Level?
  private let smallestStep: Step?

  public init(_ protection: Release.Protection) {
    let rules = Dictionary(
      protection.rules.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let names = (rules["protected"] ?? "").split(separator: ",").map(String.init)
    protected = Dictionary(
      names.map { ($0, Indicator(name: $0)?.isAboutPresence ?? false) },
      uniquingKeysWith: { first, _ in first })
    finestLevel = rules["finest_level"].flatMap(Level.init(word:))
    finestPresenceLevel = rules["finest_destination_level"].flatMap(Level.init(word:))
    smallestStep = rules["smallest_period"].flatMap(Step.init(name:))
  }

  public func isProtected(_ indicator: String) -> Bool { protected[indicator] != nil }

  /// Whether figures of an indicator are left out whatever their number.
  ///
  /// - Parameters:
  ///   - level: a level's name, "zone", or `nil` where the place has no rows at all.
  ///   - step: of the period; `nil` for the whole coverage.
  public func leavesOut(_ indicator: String, level: String?, step: String?) -> Bool {
    guard let isAboutPresence = protected[indicator] else { return false }
    if let step = step.flatMap(Step.init(name:)), let smallestStep, step < smallestStep {
      return true
    }
    let finest = isAboutPresence ? finestPresenceLevel : finestLevel
    guard let level = level.flatMap(Level.init(word:)), let finest else { return false }
    return level > finest
  }
}
