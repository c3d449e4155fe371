import Boundaries
import Foundation
import Geodesy
import Records
import Regions
import Tallies
import Testing

@testable import Masking

@Suite("A masked point lies in a ring around its place, and in its region")
struct DonutMaskTests {
  private static func meters(_ place: Coordinate, _ point: GridPoint) -> Double {
    let point = point.coordinate
    return Geodesic.distanceMeters(
      from: (longitude: place.longitude, latitude: place.latitude),
      to: (longitude: point.longitude, latitude: point.latitude))
  }

  private static func site(
    _ longitude: Double, _ latitude: Double, _ region: RegionID = "GA1", zones: [RegionID] = []
  ) throws -> DonutMask.Site {
    let catalog = try MaskSample.placer.get().catalog
    return DonutMask.Site(
      place: GridPoint(rounding: Coordinate(longitude: longitude, latitude: latitude)),
      region: try #require(catalog.number(of: region)), zones: zones.compactMap(catalog.number))
  }

  @Test(
    "rings that are too near, too narrow or too wide are refused",
    arguments: [(99, 5000), (500, 1499), (2000, 500), (500, 50_001), (-500, 2000)])
  func rings(least: Int, most: Int) {
    #expect(throws: MaskError.ring(least: least, most: most)) {
      try Donut(leastMeters: least, mostMeters: most)
    }
  }

  @Test("the numbers are those of HMAC-SHA-256, as Python's hmac gives them")
  func knownAnswers() {
    let draws = KeyedDraws(MaskSample.key, for: Array("subject".utf8))
    #expect(draws.draw(0) == .init(azimuthDegrees: 48.309237603320874, share: 0.6991294997683711))
    #expect(draws.draw(7) == .init(azimuthDegrees: 315.09770493433257, share: 0.17121498223176435))
    #expect(MaskSample.key.id == "83549b1f127d0a1a")
  }

  @Test("directions and areas are even: 36 sectors and 20 rings of equal area by chi-square")
  func evenness() throws {
    let donut = try Donut(leastMeters: 500, mostMeters: 2000)
    let (inner, outer) = (donut.innerMeters, donut.outerMeters)
    var sectors = Array(repeating: 0, count: 36)
    var rings = Array(repeating: 0, count: 20)
    let (places, attempts) = (400, 30)
    for place in 0..<places {
      let draws = KeyedDraws(MaskSample.key, for: Array("place \(place)".utf8))
      for attempt in 0..<attempts {
        let draw = draws.draw(attempt)
        sectors[Int(draw.azimuthDegrees / 10)] += 1
        let meters = donut.meters(within: draw.share)
        let share = (meters * meters - inner * inner) / (outer * outer - inner * inner)
        rings[min(19, Int(share * 20))] += 1
      }
    }
    // The 0.999 quantiles of chi-square with 35 and 19 degrees of freedom.
    #expect(Self.chiSquare(sectors) < 66.62)
    #expect(Self.chiSquare(rings) < 43.82)
    // A ring drawn evenly by distance would be caught.
    var uneven = Array(repeating: 0, count: 20)
    for number in 0..<12_000 {
      let meters = inner + (outer - inner) * (Double(number) + 0.5) / 12_000
      let share = (meters * meters - inner * inner) / (outer * outer - inner * inner)
      uneven[min(19, Int(share * 20))] += 1
    }
    #expect(Self.chiSquare(uneven) > 43.82)
  }

  private static func chiSquare(_ counts: [Int]) -> Double {
    let expected = Double(counts.reduce(0, +)) / Double(counts.count)
    return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
  }

  @Test("every point is at least 500 m and at most 2000 m from its true place, and rounding counts")
  func distances() throws {
    let mask = try MaskSample.mask()
    var (nearest, farthest) = (Double.infinity, 0.0)
    for number in 0..<400 {
      // Anywhere in the cell, its corners included.
      let place = Coordinate(
        longitude: 36.05 + Double(number % 20) * 0.01 + 0.00049 * Double(number % 3 - 1),
        latitude: 34.7 + Double(number / 20) * 0.012 + 0.00049 * Double(number % 5 - 2) / 2)
      let point = try #require(mask.point(of: Self.site(place.longitude, place.latitude)))
      let meters = Self.meters(place, point)
      nearest = min(nearest, meters)
      farthest = max(farthest, meters)
    }
    #expect(nearest >= 500 && farthest <= 2000)
    // The ring is used to its edges, but for what rounding takes.
    #expect(nearest < 820 && farthest > 1760)
  }

  @Test("a point stays in its region, and on its side of a zone that crosses the region")
  func sides() throws {
    let mask = try MaskSample.mask()
    // Close to the border of GA1 and GA2, and to that of Z.
    for number in 0..<60 {
      let latitude = 34.41 + Double(number) * 0.003
      for (longitude, region) in [(36.497, "GA1"), (36.503, "GA2")] as [(Double, RegionID)] {
        let site = try Self.site(longitude, latitude, region, zones: ["Z"])
        let point = try #require(mask.point(of: site)).coordinate
        #expect((36.4...36.6).contains(point.longitude))
        #expect((34.4...34.6).contains(point.latitude))
        #expect(region == "GA1" ? point.longitude <= 36.5 : point.longitude >= 36.5)
      }
      let beside = try Self.site(36.395, latitude)
      let point = try #require(mask.point(of: beside)).coordinate
      #expect(point.longitude < 36.4 || point.latitude < 34.4 || point.latitude > 34.6)
    }
  }

  @Test("the same place has the same point; another key, ring, level or region has another")
  func keyed() throws {
    let place = try Self.site(36.2, 34.2)
    let point = try #require(try MaskSample.mask().point(of: place))
    #expect(try MaskSample.mask().point(of: place) == point)
    let placer = try MaskSample.placer.get()
    let wide = DonutMask(
      try Donut(leastMeters: 500, mostMeters: 2001), within: .subdistrict, key: MaskSample.key,
      placer: placer)
    let district = try #require(placer.catalog.number(of: "GA"))
    let others = [
      try MaskSample.mask(MaskSample.otherKey).point(of: place), wide.point(of: place),
      try MaskSample.mask(within: .district).point(
        of: DonutMask.Site(place: place.place, region: district, zones: [])),
    ]
    #expect(others.allSatisfy { $0 != nil && $0 != point })
    #expect(Set(others).count == 3)
    var same = 0
    for number in 0..<100 {
      let site = try Self.site(36.05 + Double(number) * 0.004, 34.8)
      if try MaskSample.mask().point(of: site)
        == MaskSample.mask(MaskSample.otherKey).point(of: site)
      {
        same += 1
      }
    }
    #expect(same == 0, "a changed key moves all")
  }

  @Test("a region too small for the ring has no point: never one that is nearer")
  func noRoom() throws {
    #expect(try MaskSample.mask().point(of: Self.site(36.998, 34.5, "GA3")) == nil)
    // Where the place lies elsewhere than its region, there is none either.
    #expect(try MaskSample.mask().point(of: Self.site(36.9, 34.5, "GA1")) == nil)
  }

  @Test("in every shipped governorate, district and subdistrict points stay inside")
  func shipped() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let loaded = try BoundaryLoader.load(geodata: root.appending(path: "GeoData").path)
    let catalog = loaded.catalog
    let placer = Placer(catalog: catalog, index: loaded.index(detail: .coarse), names: loaded.names)
    let donut = try Donut(leastMeters: 500, mostMeters: 2000)
    for (level, least) in [(Level.governorate, 14), (.district, 62), (.subdistrict, 267)] {
      let mask = DonutMask(donut, within: level, key: MaskSample.key, placer: placer)
      var masked = 0
      for number in catalog.regions(at: level) {
        let label = catalog[number].labelPoint
        let placement = placer.place(.init(point: label, precision: .exact)).placement
        guard placement.region(at: level, in: catalog) == number else { continue }
        let site = DonutMask.Site(
          place: GridPoint(rounding: label), region: number, zones: placement.zones)
        guard let point = mask.point(of: site) else { continue }
        masked += 1
        let found = placer.place(.init(point: point.coordinate, precision: .exact)).placement
        #expect(found.region(at: level, in: catalog) == number, "\(catalog[number].id)")
        #expect(found.zones == placement.zones && found.snapped == 0)
        #expect((500...2000).contains(Self.meters(label, point)))
      }
      #expect(masked >= least, "\(level.name)")
    }
  }
}
