import Records
import Regions
import Tallies

/// Sorts records into points and reasons why there is none.
struct RecordSorting {
  private struct Count {
    var records = 0
    var outOfRange = 0
    var masked = 0
    var omitted: [Omission: Int] = [:]
  }

  private let settings: MaskSettings
  private let mask: DonutMask
  private let catalog: RegionCatalog
  private let files: [String]
  private var choice: PointChoice
  private var counts: [Count]
  private var noRoom: [Finding] = []
  /// The point of each site, `nil` for none: most records share theirs with others.
  private var known: [DonutMask.Site: GridPoint?] = [:]
  private(set) var points: [MaskedPoint] = []

  init(_ settings: MaskSettings, _ mask: DonutMask, _ placer: Placer, _ files: [String]) {
    self.settings = settings
    self.mask = mask
    self.files = files
    catalog = placer.catalog
    choice = PointChoice(settings.policy, mask, placer)
    counts = Array(repeating: Count(), count: files.count)
  }

  mutating func take(_ record: Record, of file: Int) {
    counts[file].records += 1
    guard settings.takes(record.dates) else {
      counts[file].outOfRange += 1
      return
    }
    switch choice.choose(record) {
    case .omitted(let reason): counts[file].omitted[reason, default: 0] += 1
    case .site(let site): take(record, at: site, of: file)
    }
  }

  private mutating func take(_ record: Record, at site: DonutMask.Site, of file: Int) {
    guard let point = point(of: site) else {
      counts[file].omitted[.noRoom, default: 0] += 1
      let message =
        "\(catalog[site.region].id) leaves no room for the ring around this point; the record is "
        + "left out. Choose a smaller ring or a coarser level for all"
      noRoom.append(
        Finding(.noRoomForMask, file: files[file], line: record.line, message: message))
      return
    }
    let region = catalog[site.region]
    counts[file].masked += 1
    points.append(
      MaskedPoint(
        region: region.id, regionName: region.name, regionNameArabic: region.nameArabic,
        period: settings.period(of: record.dates), point: point, kind: settings.kind(of: record),
        figures: settings.figures.map { MaskedPoint.Told(settings.figure($0, of: record)) }))
  }

  private mutating func point(of site: DonutMask.Site) -> GridPoint? {
    if let point = known[site] { return point }
    let point = mask.point(of: site)
    known[site] = .some(point)
    return point
  }

  func findings(with others: FindingLog) -> FindingLog {
    var all = others
    all.add(noRoom)
    return all
  }

  func account(_ file: Int, _ handedOn: ReportRun.HandedOn) -> MaskAccounts.File {
    let (facts, count) = (handedOn.facts[file], counts[file])
    return MaskAccounts.File(
      name: files[file], sha256: facts.sha256, profile: facts.profile, rows: facts.rows,
      rejected: facts.rejected, records: count.records + handedOn.replaced[file],
      replaced: handedOn.replaced[file], outOfRange: count.outOfRange, masked: count.masked,
      omitted: count.omitted)
  }
}
