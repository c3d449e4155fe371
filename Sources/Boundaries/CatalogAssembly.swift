import GEOS
import Regions

/// Puts built regions and the gazetteer together.
struct CatalogAssembly {
  private let set: LayerSet
  private(set) var issues: [LayerIssue]
  private var settlements: [Settlement] = []
  private var furtherNames: [RegionID: [String]] = [:]

  init(_ set: LayerSet) {
    self.set = set
    issues = set.issues
  }

  /// Takes the settlements whose subdistrict is there.
  mutating func add(_ gazetteer: Gazetteer, file: String) {
    issues += gazetteer.issues
    let subdistricts = Set(
      set.built.filter { $0.region.level == .subdistrict }.map(\.region.id))
    settlements = gazetteer.settlements.filter { subdistricts.contains($0.subdistrict) }
    for neighborhood in gazetteer.neighborhoods {
      furtherNames[neighborhood.id] = neighborhood.names
    }
    let unplaced = gazetteer.settlements.count - settlements.count
    if unplaced > 0 {
      issues.append(
        LayerIssue(
          .gazetteer, .note, file: file,
          reason: "\(unplaced) places lie in subdistricts that no layer has; they are left out"))
    }
  }

  func catalog() throws(BoundaryError) -> RegionCatalog {
    let zones: ZoneRelations
    do throws(GEOSError) {
      zones = try ZoneRelations(set.built)
    } catch {
      throw .geometry("\(error)")
    }
    let regions = set.built.map { named($0.region) }
    do throws(CatalogError) {
      return try RegionCatalog(
        country: set.root.region(above: regions), regions: regions, settlements: settlements,
        abroad: set.abroad.map(\.region), zoneMembers: zones.members,
        zoneOverlaps: zones.overlaps)
    } catch {
      throw .catalog(error)
    }
  }

  /// The region with the names that the gazetteer adds.
  private func named(_ region: Region) -> Region {
    guard let names = furtherNames[region.id] else { return region }
    var seen = Set([region.name, region.nameArabic ?? "", ""] + region.aliases)
    let further = names.filter { seen.insert($0).inserted }
    guard !further.isEmpty else { return region }
    return Region(
      id: region.id, kind: region.kind, name: region.name, nameArabic: region.nameArabic,
      aliases: region.aliases + further, parent: region.parent, country: region.country,
      boundary: region.boundary, areaSquareKilometers: region.areaSquareKilometers,
      labelPoint: region.labelPoint, population: region.population, members: region.members,
      provenance: region.provenance)
  }
}
