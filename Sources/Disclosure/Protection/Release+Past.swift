import Records
import Regions
import Tallies

/// Words for figures that were told earlier and are no longer counted.
struct PastWords {
  let release: Release
  let catalog: RegionCatalog

  func entry(_ name: FigureName, _ figure: Ledger.Entry.Figure) -> Release.Entry {
    let (best, status) = told(figure)
    var entry = Release.Entry(
      place: place(name.site, levelName(name.view)), time: time(name.period),
      indicator: name.indicator.name, low: nil,
      best: best, high: nil, status: status)
    entry.category = name.category
    entry.records = 0
    return entry
  }

  func flow(_ name: FlowName, _ figure: Ledger.Entry.Figure) -> Release.Flow {
    let (best, status) = told(figure)
    return Release.Flow(
      level: name.level.name, origin: place(name.origin, name.level.name),
      destination: place(name.destination, name.level.name), kind: name.kind.rawValue,
      unit: name.unit.rawValue, figure: (nil, best, nil), records: nil, status: status)
  }

  private func told(
    _ figure: Ledger.Entry.Figure
  ) -> (best: Release.Amount?, status: Release.FigureStatus) {
    switch figure {
    case .shown(.zero): (Release.Amount(.zero), .zero)
    case .shown(let number): (Release.Amount(number), .reported)
    case .withheld: (nil, .withheld)
    case .numberless: (nil, .notStated)
    }
  }

  private func levelName(_ view: Tally.View) -> String {
    switch view {
    case .level(let level): level.name
    case .zone: "zone"
    }
  }

  private func time(_ period: FigurePeriod) -> Release.TimeSpan {
    let (start, end) = (period.first.description, period.last.description)
    let isUnspecified = period.kind == .unspecified || period.kind == .beyond
    let known = ([release.coverage] + release.periods + release.spans.map(\.period))
      .first { $0.start == start && $0.end == end }
    return Release.TimeSpan(
      period: known ?? Release.Period(start: start, end: end, label: "\(start)/\(end)"),
      isCoverage: period.kind == .coverage, timeStatus: isUnspecified ? .unspecified : .period)
  }

  private func place(_ site: Tally.Site, _ level: String) -> Release.Place {
    func place(
      _ status: Release.PlaceStatus, _ id: String, _ name: String, _ parent: String = ""
    ) -> Release.Place {
      Release.Place(
        level: level, status: status, regionID: id, regionName: name, parentID: parent)
    }
    func region(_ number: RegionNumber, _ status: Release.PlaceStatus) -> Release.Place {
      let region = catalog[number]
      return place(status, region.id.code, region.name, region.parent?.code ?? "")
    }
    switch site {
    case .region(let number): return region(number, .region)
    case .unspecified(let number): return region(number, .unspecified)
    case .external(let code):
      return place(.external, code, Country.match(code: code)?.name ?? "Abroad, unspecified")
    case .outside: return place(.outside, "", "Outside")
    case .unplaced: return place(.unplaced, "", "Unplaced")
    }
  }
}

extension Release {
  /// Those of the indicators that rows have, old ones that are not counted any more among them.
  func indicators(_ names: Set<String>) -> [Indicator] {
    Tallies.Indicator.all.filter { names.contains($0.name) }.map { indicator in
      let kind: Indicator.Kind =
        switch indicator.kind {
        case .eventCount: .eventCount
        case .flow: .flow
        case .stock: .stock
        case .net: .net
        }
      return Indicator(name: indicator.name, kind: kind, unit: indicator.unitName)
    }
  }
}

extension [Release.Entry] {
  /// By view, place and time, so that what was added to the rows does not stand out.
  var inOrder: [Release.Entry] {
    enumerated().map { (key: $0.element.orderKey, position: $0.offset) }
      .sorted {
        $0.key != $1.key
          ? $0.key.lexicographicallyPrecedes($1.key)
          : $0.position < $1.position
      }
      .map { self[$0.position] }
  }

  /// The stretches of time in their order.
  var spans: [Release.TimeSpan] {
    Set(map(\.time)).sorted { $0.orderKey.lexicographicallyPrecedes($1.orderKey) }
  }
}

extension [Release.Flow] {
  /// By level and ends, so that what was added to them does not stand out.
  var inFlowOrder: [Release.Flow] {
    map { (key: $0.orderKey, flow: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map(\.flow)
  }
}

extension Release.Flow {
  fileprivate var orderKey: [UInt8] {
    [Level(word: level).map { $0.rawValue } ?? .max]
      + originStatus.orderKey(originID) + destinationStatus.orderKey(destinationID)
      + Array("\(kind) \(unit)".utf8)
  }
}

extension Release.PlaceStatus {
  fileprivate func orderKey(_ id: String) -> [UInt8] {
    let statuses: [Release.PlaceStatus] = [.region, .unspecified, .external, .outside, .unplaced]
    return [UInt8(statuses.firstIndex(of: self) ?? 0)] + Array(id.utf8) + [0]
  }
}

extension Release.Entry {
  fileprivate var orderKey: [UInt8] {
    let level = Level(word: place.level).map { $0.rawValue } ?? .max
    return [level] + place.status.orderKey(place.regionID) + time.orderKey
  }
}

extension Release.TimeSpan {
  fileprivate var orderKey: [UInt8] {
    [isCoverage ? 0 : 1] + Array("\(period.start) \(period.end)".utf8)
      + [timeStatus == .period ? 0 : 1]
  }
}
