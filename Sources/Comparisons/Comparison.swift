/// What changed between two releases, from their public files alone.
///
/// Everything in it can be said by anybody who has both; so it can be published as they can. A
/// comparison in which an internal report takes part is internal itself.
public struct Comparison: Sendable {
  /// A setting, a policy, the boundaries or the days, where the releases differ in it.
  public struct Difference: Hashable, Sendable {
    public let name: String
    /// `nil` where the release does not state it.
    public let before: String?
    public let after: String?
  }

  public let before: ComparedRelease
  public let after: ComparedRelease
  /// What else than the records may be behind the changes.
  public let differences: [Difference]
  /// From the coarsest level down, by place, indicator, category and time; flows last.
  public let changes: [FigureChange]
  /// Figures of which both releases say the same.
  public let unchangedCount: Int

  public init(from before: ComparedRelease, to after: ComparedRelease) {
    self.before = before
    self.after = after
    differences =
      Self.differences(before.circumstances, after.circumstances)
      + Self.regionDifferences(before, after)
    let keys = Set(before.figures.keys).union(after.figures.keys)
    changes = keys.compactMap { key in
      FigureChange(
        key, before: before.tells(key), after: after.tells(key),
        wasOver: before.isOver(key.days, in: after))
    }.sorted { FigureKey.precedes($0.key, $1.key) }
    unchangedCount = keys.count - changes.count
  }

  /// Compares two directories.
  ///
  /// - Parameter allowsInternal: whether reports for use inside the organisation may take part.
  public init(
    from before: String, to after: String, allowsInternal: Bool = false
  ) throws(ComparisonError) {
    let releases = (
      try ComparedRelease(directory: before), try ComparedRelease(directory: after)
    )
    for release in [releases.0, releases.1] where release.isInternal && !allowsInternal {
      throw .internalReport(directory: release.directory)
    }
    self.init(from: releases.0, to: releases.1)
  }

  /// Whether the releases say the same in the same circumstances.
  public var isEmpty: Bool { changes.isEmpty && differences.isEmpty }
  /// Whether the comparison shows what is not protected.
  public var isInternal: Bool { before.isInternal || after.isInternal }

  /// What the comparison says of itself.
  public var protection: String {
    isInternal
      ? "internal: not for publication"
      : "from public files alone: it tells nothing that they do not"
  }

  public func count(_ kind: FigureChange.Kind) -> Int {
    changes.count { $0.kind == kind }
  }

  /// The name of a place, empty where the map does not have it.
  public func name(level: String, regionID: String) -> String {
    let key = ComparedRelease.RegionKey(level: level, id: regionID)
    return (after.regions[key] ?? before.regions[key])?.name ?? ""
  }

  private static func differences(
    _ before: [Circumstance], _ after: [Circumstance]
  ) -> [Difference] {
    let old = Dictionary(before.map { ($0.name, $0.value) }) { first, _ in first }
    let new = Dictionary(after.map { ($0.name, $0.value) }) { first, _ in first }
    let names = before.map(\.name) + after.map(\.name).filter { old[$0] == nil }
    return names.filter { old[$0] != new[$0] }
      .map { Difference(name: $0, before: old[$0], after: new[$0]) }
  }

  private static func regionDifferences(
    _ before: ComparedRelease, _ after: ComparedRelease
  ) -> [Difference] {
    func text(_ here: ComparedRelease, without there: ComparedRelease) -> String? {
      let codes = here.order.filter { there.regions[$0] == nil }.map(\.id)
      return codes.isEmpty ? nil : codes.joined(separator: ",")
    }
    func moved() -> String? {
      let codes = after.order.filter { key in
        before.regions[key].map { $0.geometry != after.regions[key]?.geometry } ?? false
      }.map(\.id)
      return codes.isEmpty ? nil : codes.joined(separator: ",")
    }
    let only = Difference(
      name: "regions_only_here", before: text(before, without: after),
      after: text(after, without: before))
    return [only, Difference(name: "outlines_changed", before: nil, after: moved())]
      .filter { $0.before != nil || $0.after != nil }
  }
}
