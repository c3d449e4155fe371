import Disclosure
import JSONText
import Regions

/// Writes the properties of every indicator of a release into a feature, always the same keys in
/// the same order, so that a GIS sees one table.
struct IndicatorProperties {
  /// Property names of one indicator: `killed`, `killed_low` …
  ///
  /// A class, so that none is copied for each feature.
  private final class Keys: Sendable {
    let best, low, high, records, asOf: JSONKey
    let perPopulation, perArea, change: JSONKey
    /// What is open, by `Openness`; what takes few values is written as text made once.
    let open: [JSONMembers]
    private let statuses: [(status: Release.FigureStatus, members: JSONMembers)]
    /// The figure where there is none.
    let noReport: JSONMembers
    let isStock: Bool

    init(_ indicator: Release.Indicator) {
      let name = indicator.name
      best = JSONKey(name)
      (low, high) = (JSONKey("\(name)_low"), JSONKey("\(name)_high"))
      (records, asOf) = (JSONKey("\(name)_records"), JSONKey("\(name)_as_of"))
      open = Openness.all.map { openness in JSONMembers { openness.write(name, to: &$0) } }
      statuses = Release.FigureStatus.allCases.map { status in
        (status, JSONMembers { $0.member("\(name)_status", status.rawValue) })
      }
      noReport = Self.noReport(indicator)
      perPopulation = JSONKey("\(name)_per_100k")
      perArea = JSONKey("\(name)_per_100km2")
      change = JSONKey("\(name)_change")
      isStock = indicator.kind == .stock
    }

    func members(of status: Release.FigureStatus) -> JSONMembers {
      statuses.first { $0.status == status }?.members ?? .none
    }

    private static func noReport(_ indicator: Release.Indicator) -> JSONMembers {
      let name = indicator.name
      return JSONMembers { writer in
        for bound in ["", "_low", "_high"] { writer.member(name + bound, nil as Int?) }
        Openness.untold.write(name, to: &writer)
        writer.member("\(name)_records", nil as Int?)
        writer.member("\(name)_status", "no_report")
        if indicator.kind == .stock { writer.member("\(name)_as_of", nil as String?) }
      }
    }
  }

  /// Which bounds of a figure are open.
  private struct Openness {
    var best, low, high: Bool?

    static let untold = Openness()
    /// By `index`.
    static let all =
      (0..<8).map { Openness(best: $0 & 4 != 0, low: $0 & 2 != 0, high: $0 & 1 != 0) } + [untold]

    static func index(_ row: Release.Row) -> Int {
      guard let best = row.isBestOpen, let low = row.isLowOpen, let high = row.isHighOpen else {
        return 8
      }
      return (best ? 4 : 0) | (low ? 2 : 0) | (high ? 1 : 0)
    }

    func write(_ name: String, to writer: inout JSONWriter) {
      writer.member("\(name)_open", best)
      writer.member("\(name)_low_open", low)
      writer.member("\(name)_high_open", high)
    }
  }

  /// What the figures are divided by (rule F6); `nil` where there is no rate.
  struct Base {
    var population: Double?
    var areaSquareKilometers: Double?

    static let none = Base()

    static func region(_ region: Region) -> Base {
      Base(
        population: region.population.map { Double($0.count) },
        areaSquareKilometers: region.areaSquareKilometers)
    }
  }

  private let keys: [Keys]

  init(_ release: Release) {
    keys = release.indicators.map(Keys.init)
  }

  /// - Parameters:
  ///   - cells: the rows of one place and period; `nil` where it has none at all.
  ///   - base: what the rates refer to.
  ///   - change: for each indicator, the change against the period before; `nil` leaves the
  ///     property out altogether.
  func write(
    _ cells: FeatureTable.Cells?, base: Base, change: [Release.Amount?]?,
    to writer: inout JSONWriter
  ) {
    for (number, key) in keys.enumerated() {
      let row = cells?[number]
      writeFigure(row, key, to: &writer)
      writer.rate(key.perPopulation, row?.best, scale: 100_000, of: base.population)
      writer.rate(key.perArea, row?.best, scale: 100, of: base.areaSquareKilometers)
      if let change { writer.member(key.change, change[number]) }
    }
  }

  /// The properties in their order.
  /// - Parameter hasChange: whether there are periods to compare.
  static func columns(_ release: Release, hasChange: Bool) -> [MapColumn] {
    release.indicators.flatMap { indicator in
      let name = indicator.name
      let figure: [MapColumn] =
        ["", "_low", "_high"].map { MapColumn(name + $0, .real) }
        + ["_open", "_low_open", "_high_open"].map { MapColumn(name + $0, .boolean) }
        + [MapColumn("\(name)_records", .integer), MapColumn("\(name)_status", .text)]
      let asOf = indicator.kind == .stock ? [MapColumn("\(name)_as_of", .date)] : []
      let derived = ["_per_100k", "_per_100km2"] + (hasChange ? ["_change"] : [])
      return figure + asOf + derived.map { MapColumn(name + $0, .real) }
    }
  }

  /// Later minus earlier for each indicator whose figure both report; `nil` for the others.
  func changes(
    from earlier: FeatureTable.Cells?, to later: FeatureTable.Cells?
  ) -> [Release.Amount?] {
    keys.indices.map { number in
      guard let before = reported(earlier, number), let after = reported(later, number) else {
        return nil
      }
      return after.subtracting(before)
    }
  }

  /// The best figure if it is a whole one: a sum in which a record's figure is missing may have
  /// changed by that record alone.
  private func reported(_ cells: FeatureTable.Cells?, _ number: Int) -> Release.Amount? {
    guard let row = cells?[number], row.isBestOpen == false,
      row.status == .reported || row.status == .zero
    else { return nil }
    return row.best
  }

  private func writeFigure(_ row: Release.Row?, _ key: Keys, to writer: inout JSONWriter) {
    guard let row else { return writer.members(key.noReport) }
    writer.member(key.best, row.best)
    writer.member(key.low, row.low)
    writer.member(key.high, row.high)
    writer.members(key.open[Openness.index(row)])
    writer.member(key.records, row.records)
    writer.members(key.members(of: row.status))
    if key.isStock { writer.member(key.asOf, row.asOf) }
  }
}

extension JSONWriter {
  /// Writes `amount / base · scale` to at least four significant digits; null without a base.
  fileprivate mutating func rate(
    _ key: JSONKey, _ amount: Release.Amount?, scale: Double, of base: Double?
  ) {
    guard let amount, let base, base > 0 else { return member(key, nil, places: 0) }
    let rate = amount.value * scale / base
    member(key, rate, places: Self.places(fourDigitsOf: rate.magnitude))
  }

  private static func places(fourDigitsOf value: Double) -> Int {
    var (rest, places) = (value, 3)
    guard rest > 0, rest.isFinite else { return 0 }
    while rest >= 10 && places > 0 { (rest, places) = (rest / 10, places - 1) }
    while rest < 1 && places < 12 { (rest, places) = (rest * 10, places + 1) }
    return places
  }
}
