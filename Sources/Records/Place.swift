public import Regions

/// How well a place is known (rule P4).
public enum Precision: Hashable, Sendable {
  /// The point is the place itself.
  case exact
  /// The place lies within so many metres of the point.
  case meters(Double)
  /// A named town or village: sure to the subdistrict, and for zones by the town's point.
  case settlement
  /// The place is known to this level; a point beside it only represents an area.
  case level(Level)
  /// Beyond every region: international waters or airspace.
  case outside

  /// Whether a point given with this precision only stands for an area, so that a code or a
  /// name beside it decides (rule P5).
  public var pointRepresentsArea: Bool {
    if case .level = self { true } else { false }
  }
}

/// One step of a place's description by codes and names, such as the second-level unit of a row.
public struct Designation: Hashable, Sendable {
  /// The level the record says this is, or `nil` where it does not say.
  public var level: Level?
  public var code: String?
  public var name: String?

  public init(level: Level? = nil, code: String? = nil, name: String? = nil) {
    self.level = level
    self.code = code
    self.name = name
  }
}

/// Where a record says it happened.
public struct Place: Hashable, Sendable {
  /// Code or name of the country as the record writes it, or `nil` (rule P8).
  public var country: String?
  public var point: Coordinate?
  /// `nil` where the record does not say: a point is then taken as exact.
  public var precision: Precision?
  /// What codes and names say. Each member is one place, described from coarse to fine; more
  /// than one member means a set without a split (rule P7).
  public var designations: [[Designation]]
  /// Text that may name a neighborhood inside the subdistrict the place is found in; used where
  /// exactly one fits, ignored otherwise.
  public var detail: String?

  public init(
    country: String? = nil, point: Coordinate? = nil, precision: Precision? = nil,
    designations: [[Designation]] = [], detail: String? = nil
  ) {
    self.country = country
    self.point = point
    self.precision = precision
    self.designations = designations
    self.detail = detail
  }

  /// Whether the record says nothing at all about this place.
  public var isEmpty: Bool {
    country == nil && point == nil && designations.isEmpty && precision == nil
  }
}
