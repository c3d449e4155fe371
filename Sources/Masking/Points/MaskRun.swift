public import Regions
public import Tallies

/// Records in, masked points out.
public struct MaskRun {
  public struct Outcome: Sendable {
    public let points: MaskedPoints
    public let accounts: MaskAccounts
  }

  private let settings: MaskSettings
  private let mask: DonutMask
  private let keyID: String
  private let placer: Placer

  /// - Throws: `MaskError.level` for a level that protects nothing, or that no layer has.
  public init(
    _ settings: MaskSettings, _ donut: Donut, within level: Level, key: MaskKey, placer: Placer
  ) throws(MaskError) {
    guard (Level.governorate...Level.subdistrict).contains(level) else {
      throw .level(level, cause: "choose governorate, district or subdistrict")
    }
    guard !placer.catalog.regions(at: level).isEmpty else {
      throw .level(level, cause: "the boundaries have no such regions")
    }
    self.settings = settings
    mask = DonutMask(donut, within: level, key: key, placer: placer)
    keyID = key.id
    self.placer = placer
  }

  /// What the file of the points will say of how they are masked.
  public func statement(boundaryEdition: String) -> MaskStatement {
    MaskStatement(of: mask, keyID: keyID, boundaryEdition: boundaryEdition)
  }

  /// - Parameters:
  ///   - files: names for messages, in an order that does not depend on how they were given.
  ///   - read: as for `ReportRun.report(files:settings:placer:read:)`.
  /// - Throws: what `read` throws, and `MaskError.unbalanced`.
  public func run(
    files: [String], read: @escaping (_ take: ReportRun.Take) throws -> [ReportRun.FileFacts]
  ) throws -> Outcome {
    var sorting = RecordSorting(settings, mask, placer, files)
    let handedOn = try ReportRun.records(files: files, read: read) { sorting.take($1, of: $0) }
    let accounts = MaskAccounts(
      files: files.indices.map { sorting.account($0, handedOn) },
      findings: sorting.findings(with: handedOn.findings))
    if let wrong = accounts.files.first(where: { !$0.isBalanced }) {
      throw MaskError.unbalanced(file: wrong.name)
    }
    return Outcome(
      points: MaskedPoints(sorting.points, settings, mask, keyID: keyID), accounts: accounts)
  }
}
