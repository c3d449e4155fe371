import Disclosure
import Records
import Regions
import Tallies

/// Decides which records may be points.
struct PointChoice {
  /// What a record says as a point, and the indicator that the point itself tells of.
  private struct Subject {
    let place: Place
    let indicator: Indicator
  }

  enum Choice {
    case site(DonutMask.Site)
    case omitted(Omission)
  }

  private let policy: Policy
  private let mask: DonutMask
  private let catalog: RegionCatalog
  private var finder: PlaceFinder

  init(_ policy: Policy, _ mask: DonutMask, _ placer: Placer) {
    self.policy = policy
    self.mask = mask
    catalog = placer.catalog
    finder = PlaceFinder(placer)
  }

  mutating func choose(_ record: Record) -> Choice {
    guard record.measure == .flow else { return .omitted(.notAnEvent) }
    guard record.subject == nil else { return .omitted(.sharedSubject) }
    guard let subject = subject(of: record), policy[subject.indicator].sensitivity == .public else {
      return .omitted(.notPublic)
    }
    guard let point = subject.place.point else { return .omitted(.noPoint) }
    if let omission = coarseness(of: subject.place) { return .omitted(omission) }
    return site(of: subject.place, point)
  }

  /// `nil` for what no policy makes a point: where people are now.
  private func subject(of record: Record) -> Subject? {
    switch record.content {
    case .incident(let incident):
      return Subject(place: incident.place, indicator: Indicator(.incidents))
    case .movement(let movement):
      guard let indicator = movement.indicatorOfOrigin, let origin = movement.origin else {
        return nil
      }
      return Subject(place: origin, indicator: indicator)
    }
  }

  /// Whether the point is no more than a sign for an area (rule P4).
  private func coarseness(of place: Place) -> Omission? {
    switch place.precision {
    case nil, .exact, .level(.neighborhood): nil
    case .meters(let radius): radius <= Double(mask.donut.leastMeters) ? nil : .knownTooCoarsely
    case .settlement: .knownToTown
    case .level: .knownTooCoarsely
    case .outside: .outside
    }
  }

  private mutating func site(of place: Place, _ point: Coordinate) -> Choice {
    let placement = finder.place(place).placement
    switch placement.node {
    case .external: return .omitted(.external)
    case .outside: return .omitted(.outside)
    case .unplaced: return .omitted(.unplaced)
    case .region:
      guard let region = placement.region(at: mask.level, in: catalog) else {
        return .omitted(.knownTooCoarsely)
      }
      return .site(
        DonutMask.Site(
          place: GridPoint(rounding: point), region: region, zones: placement.zones))
    }
  }
}

extension Movement {
  /// What is counted where people were; `nil` for those who came back, of whom only the place is
  /// told where they are now.
  var indicatorOfOrigin: Indicator? {
    switch kind {
    case .displacement: Indicator(.displaced, unit: unit)
    case .eviction: Indicator(.evicted, unit: unit)
    case .relocation: Indicator(.relocated, unit: unit)
    case .return: nil
    }
  }
}
