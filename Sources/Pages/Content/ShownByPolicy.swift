import Disclosure
import Regions

/// What the policy of a release lets no figure of be shown: read from the rules that the release
/// itself tells.
struct ShownByPolicy: Sendable {
  /// Where people are now; shown one level coarser than where they come from (rule D1).
  private static let aboutPresence: Set<String> = [
    "returned", "arrived", "returns_in", "net", "idps", "refugees", "asylum_seekers", "returnees",
  ]
  private static let steps = ["day", "week", "month", "quarter", "year"]

  private let protected: Set<String>
  private let finestLevel: Level?
  private let finestPresenceLevel: Level?
  private let smallestStep: Int?

  init(_ protection: Release.Protection) {
    let rules = Dictionary(
      protection.rules.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    protected = Set((rules["protected"] ?? "").split(separator: ",").map(String.init))
    finestLevel = rules["finest_level"].flatMap(Level.init(word:))
    finestPresenceLevel = rules["finest_destination_level"].flatMap(Level.init(word:))
    smallestStep = rules["smallest_period"].flatMap { Self.steps.firstIndex(of: $0) }
  }

  func isProtected(_ indicator: String) -> Bool { protected.contains(indicator) }

  /// - Parameters:
  ///   - level: a level's name, "zone", or `nil` where the place has no rows at all.
  ///   - step: of the period; `nil` for the whole coverage.
  func leavesOut(_ indicator: String, level: String?, step: String?) -> Bool {
    guard isProtected(indicator) else { return false }
    if let step, let position = Self.steps.firstIndex(of: step), let smallestStep {
      if position < smallestStep { return true }
    }
    let stem =
      indicator.hasSuffix("_households")
      ? String(indicator.dropLast("_households".count)) : indicator
    let finest = Self.aboutPresence.contains(stem) ? finestPresenceLevel : finestLevel
    guard let level = level.flatMap(Level.init(word:)), let finest else { return false }
    return level > finest
  }
}
