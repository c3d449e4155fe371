import Disclosure
import JSONText
import Regions

/// One place of a map, with what all its features say of it as text: a map by periods has a
/// feature of each place for every period, and only figures differ.
struct FeatureSubject {
  let place: FeaturePlace
  let region: Region?
  let id: String
  /// The properties that stand before those of the period.
  fileprivate let head: JSONMembers
  /// The properties that stand behind them.
  fileprivate let tail: JSONMembers
  /// How web maps draw the border.
  let stroke: JSONMembers

  init(_ place: FeaturePlace, name: String, parentID: String, region: Region?) {
    self.place = place
    self.region = region
    let id = place.featureID
    self.id = id
    head = JSONMembers { writer in
      writer.member("id", id)
      writer.member("region_id", unlessEmpty: place.regionID)
      writer.member("name", name)
      writer.member("name_ar", region?.nameArabic)
      writer.member("level", unlessEmpty: place.level)
      writer.member("parent", unlessEmpty: parentID)
    }
    tail = JSONMembers { writer in
      writer.member("place_status", place.status.rawValue)
      writer.member("population", region?.population?.count)
      writer.member("population_year", region?.population?.year)
      writer.member("population_kind", region?.population?.kind)
      writer.member("area_km2", region?.areaSquareKilometers, places: 3)
    }
    stroke = region.map(Self.stroke) ?? .none
  }

  var isZone: Bool { region?.kind == .zone }

  private static func stroke(of region: Region) -> JSONMembers {
    let isZone = region.kind == .zone
    return JSONMembers { writer in
      writer.member("stroke", isZone ? "#1f4e79" : "#4d4d4d")
      writer.member(
        "stroke-width", isZone ? 2 : region.level == .governorate ? 1.5 : 0.5, places: 1)
    }
  }
}

/// The stretch of time of a feature, as text.
struct FeatureTime {
  let label: String
  fileprivate let members: JSONMembers

  init(_ period: Release.Period, _ status: Release.TimeStatus) {
    label = period.label
    members = JSONMembers { writer in
      writer.member("period", period.label)
      writer.member("period_start", unlessEmpty: period.start)
      writer.member("period_end", unlessEmpty: period.end)
      writer.member("time_status", status.rawValue)
    }
  }

  /// The labels of the periods compared, later first.
  static func comparison(_ later: String?, _ earlier: String?) -> JSONMembers {
    JSONMembers { writer in
      writer.member("change_period", later)
      writer.member("change_before", earlier)
    }
  }
}

extension JSONWriter {
  /// Writes what a feature is about.
  mutating func members(of subject: FeatureSubject, _ time: FeatureTime) {
    members(subject.head)
    members(time.members)
    members(subject.tail)
  }
}
