public import Regions

/// What a release says about itself beside its figures.
public struct ReleaseContext: Sendable {
  /// A licence that the boundaries or another part of the release stand under.
  public struct License: Hashable, Sendable {
    /// SPDX identifier, such as `CC-BY-4.0`, or `nil`.
    public let name: String?
    public let title: String
    /// Address of the licence's text, or `nil`. Without a name this must be given.
    public let path: String?

    public init(name: String?, title: String, path: String?) {
      self.name = name
      self.title = title
      self.path = path
    }
  }

  /// How much outlines are generalised on maps; borders that regions share stay shared.
  public struct Simplification: Hashable, Sendable {
    /// How far outlines in `regions.geojson` may be from the true ones, in metres; 0 for not.
    public var regionsMeters: Double
    /// The same for `periods.geojson`, which repeats each outline for every period.
    public var periodsMeters: Double

    /// - Parameter meters: for all maps; `nil` leaves the regions as they are, and generalises
    ///   the map by periods to what an eye sees on a screen.
    public init(meters: Double? = nil) {
      regionsMeters = meters ?? 0
      periodsMeters = meters ?? Self.periodsByDefault
    }

    static let periodsByDefault = 500.0
  }

  /// Which files a release has beside those that every release has.
  public struct Formats: Hashable, Sendable {
    /// Forms in which the features of each map are written once more, one by one.
    public var sequences: [FeatureSequenceForm] = []
    public var tables: [ExchangeTable] = []
    /// Whether tables have a row of HXL hashtags under the header.
    public var hasHashtags = false

    public init() {}
  }

  /// When the release is made, as an ISO 8601 instant; from `SOURCE_DATE_EPOCH` where that is set.
  public var created: String
  /// Version of nuzuh, such as `0.1.0`.
  public var toolVersion: String
  /// Name of the data package: lower-case letters, digits, `.`, `_` and `-`.
  public var name = "nuzuh-report"
  public var title = "Incidents and displacement by region"
  /// Which edition of the boundaries was used.
  public var boundaryEdition: String
  public var licenses: [License]
  public var simplification = Simplification()
  public var formats = Formats()
  /// Who must be named wherever the boundaries are shown.
  public var attribution: String
  public var disclaimer =
    "The boundaries and names shown and the designations used do not imply official "
    + "endorsement or acceptance by the United Nations or by this project."
  /// Where flow lines to and from a country abroad end, by its ISO 3166-1 alpha-3 code.
  public var countryPoint: @Sendable (String) -> Coordinate?
  /// Outlines of regions that are shown together, generalised by so many metres, where somebody
  /// keeps them; else they are made.
  public var simplifiedOutlines: (@Sendable ([RegionNumber], Double) -> SimplifiedOutlines)?

  public init(
    created: String, toolVersion: String, boundaryEdition: String, licenses: [License],
    attribution: String,
    countryPoint: @escaping @Sendable (String) -> Coordinate? = {
      Country.match(code: $0)?.labelPoint
    }
  ) {
    self.created = created
    self.toolVersion = toolVersion
    self.boundaryEdition = boundaryEdition
    self.licenses = licenses
    self.attribution = attribution
    self.countryPoint = countryPoint
  }

  /// The tool with its version, as every file of the release names it.
  var generator: String { ReleaseDirectory.generatorPrefix + toolVersion }
}
