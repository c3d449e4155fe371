/// A polygon with a code: a governorate, district, subdistrict, neighborhood, or a zone.
public struct Region: Sendable, Identifiable {
  public enum Kind: Hashable, Sendable {
    /// One of the nested layers. The regions of one level do not overlap.
    case level(Level)
    /// A second view of the same records, such as the Ghab Plain. Zones may overlap anything
    /// and are never added to the totals of a level.
    case zone
  }

  public let id: RegionID
  public let kind: Kind
  /// English name.
  public let name: String
  public let nameArabic: String?
  /// Other spellings, in any script.
  public let aliases: [String]
  public let parent: RegionID?
  /// ISO 3166-1 alpha-2 code of the country, as the layer writes it.
  public let country: String
  public let boundary: Boundary
  /// Geodesic area on WGS 84, in square kilometres.
  public let areaSquareKilometers: Double
  /// A point inside, for labels and for the ends of flow lines.
  public let labelPoint: Coordinate
  public let population: Population?
  /// For a zone: the regions it is the union of; empty where it is drawn freely.
  public let members: [RegionID]
  public let provenance: Provenance

  public init(
    id: RegionID, kind: Kind, name: String, nameArabic: String? = nil, aliases: [String] = [],
    parent: RegionID?, country: String, boundary: Boundary, areaSquareKilometers: Double,
    labelPoint: Coordinate, population: Population? = nil, members: [RegionID] = [],
    provenance: Provenance = Provenance()
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.nameArabic = nameArabic
    self.aliases = aliases
    self.parent = parent
    self.country = country
    self.boundary = boundary
    self.areaSquareKilometers = areaSquareKilometers
    self.labelPoint = labelPoint
    self.population = population
    self.members = members
    self.provenance = provenance
  }

  /// The level, or `nil` for a zone.
  public var level: Level? {
    if case .level(let level) = kind { level } else { nil }
  }

  /// The level's name, or "zone".
  public var levelName: String { level?.name ?? "zone" }
}

/// How many people live in a region, and how that is known (rule F6).
public struct Population: Hashable, Sendable {
  public let count: Int
  public let year: Int?
  /// `census` or `estimate`.
  public let kind: String?
  public let source: String?

  public init(count: Int, year: Int?, kind: String?, source: String?) {
    self.count = count
    self.year = year
    self.kind = kind
    self.source = source
  }
}

/// Where an outline comes from and how good it is.
public struct Provenance: Hashable, Sendable {
  public let source: String?
  public let license: String?
  /// ISO date on which the outline was valid.
  public let validOn: String?
  /// `official`, `approximate`, `derived` or `unofficial`.
  public let quality: String?
  public let note: String?

  public init(
    source: String? = nil, license: String? = nil, validOn: String? = nil, quality: String? = nil,
    note: String? = nil
  ) {
    self.source = source
    self.license = license
    self.validOn = validOn
    self.quality = quality
    self.note = note
  }
}
