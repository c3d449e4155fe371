import Disclosure
import Geodesy
import Regions
import Testing

@testable import Pages

@Suite("Maps: classes, frames, scale bars and labels")
struct MapTests {
  /// A few numbers that look random and are the same everywhere.
  private static func values(_ count: Int, seed: UInt64) -> [Double] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double((state >> 33) % 40)
    }
  }

  /// The least sum of squared deviations over every way to cut sorted different values.
  private static func bestCost(_ values: [Double], _ classes: Int) -> Double {
    let distinct = Set(values).sorted()
    func cost(_ part: ArraySlice<Double>) -> Double {
      let members = values.filter { part.contains($0) }
      let mean = members.reduce(0, +) / Double(members.count)
      return members.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    }
    func best(_ start: Int, _ classes: Int) -> Double {
      if classes == 1 { return cost(distinct[start...]) }
      return (start + 1...distinct.count - classes + 1).map {
        cost(distinct[start..<$0]) + best($0, classes - 1)
      }.min() ?? .infinity
    }
    return best(0, min(classes, distinct.count))
  }

  @Test(
    "natural breaks are as good as the best of all ways to cut",
    arguments: 1...12 as ClosedRange<UInt64>)
  func naturalBreaks(seed: UInt64) {
    let values = Self.values(14, seed: seed)
    for classes in 1...5 {
      let bounds = NaturalBreaks.upperBounds(of: values, classes: classes)
      #expect(bounds.count == min(classes, Set(values).count))
      #expect(bounds.last == values.max())
      var cost = 0.0
      var lowest = -Double.infinity
      for bound in bounds {
        let members = values.filter { $0 > lowest && $0 <= bound }
        let mean = members.reduce(0, +) / Double(members.count)
        cost += members.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
        lowest = bound
      }
      #expect(abs(cost - Self.bestCost(values, classes)) < 1e-9)
    }
  }

  @Test("few values make few classes, none make none, and many are cut by number")
  func fewValues() {
    #expect(NaturalBreaks.upperBounds(of: [], classes: 5) == [])
    #expect(NaturalBreaks.upperBounds(of: [3, 3, 3], classes: 5) == [3])
    #expect(NaturalBreaks.upperBounds(of: [1, 2, 100, 101], classes: 2) == [2, 101])
    let many = (1...5000).map(Double.init)
    #expect(NaturalBreaks.upperBounds(of: many, classes: 5) == [1000, 2000, 3000, 4000, 5000])
  }

  @Test("labels hide no other and stay in the frame", arguments: [1, 7, 42] as [UInt64])
  func labels(seed: UInt64) {
    let frame = DrawingBox(left: 0, top: 0, right: 640, bottom: 500)
    var placer = LabelPlacer(in: frame)
    let numbers = Self.values(400, seed: seed)
    var boxes: [DrawingBox] = []
    for index in stride(from: 0, to: 400, by: 2) {
      let label = LabelPlacer.Label(lines: ["Deir ez-Zor", "12"], size: 12)
      let anchor = DrawingPoint(x: numbers[index] * 16, y: numbers[index + 1] * 12.5)
      guard let middle = placer.place(label, at: anchor) else { continue }
      boxes.append(
        DrawingBox(
          left: middle.x - label.width / 2, top: middle.y - label.height / 2,
          right: middle.x + label.width / 2, bottom: middle.y + label.height / 2))
    }
    #expect(boxes.count > 20)
    #expect(boxes.allSatisfy(frame.contains))
    for (index, box) in boxes.enumerated() {
      #expect(boxes[..<index].allSatisfy { !$0.intersects(box) })
    }
  }

  static let syria = BoundingBox(west: 35.7, south: 32.3, east: 42.4, north: 37.35)

  @Test("everything in the box lies in the frame, north up and east to the right")
  func frame() throws {
    let frame = try #require(MapFrame(around: Self.syria))
    for longitude in [35.7, 39, 42.4] {
      for latitude in [32.3, 35, 37.35] {
        #expect(frame.box.contains(frame.point(longitude: longitude, latitude: latitude)))
      }
    }
    let (low, high) = (
      frame.point(longitude: 36, latitude: 33), frame.point(longitude: 41, latitude: 36)
    )
    #expect(high.y < low.y && high.x > low.x)
    #expect(MapFrame(around: .empty) == nil)
    #expect(MapFrame(around: BoundingBox(west: 0, south: 80, east: 10, north: 90)) == nil)
  }

  @Test("the scale bar is as long as it says, to half a percent")
  func scaleBar() throws {
    let frame = try #require(MapFrame(around: Self.syria))
    let bar = ScaleBar(frame)
    #expect(bar.kilometers == 100)
    let start = frame.point(longitude: 38, latitude: 34)
    let far = Geodesic.destination(
      from: (38, 34), azimuthDegrees: 70, meters: bar.kilometers * 1000)
    let end = frame.point(longitude: far.longitude, latitude: far.latitude)
    let length = ((end.x - start.x) * (end.x - start.x) + (end.y - start.y) * (end.y - start.y))
      .squareRoot()
    #expect(abs(length - bar.length) < bar.length * 0.005)
  }

  @Test("the graticule has a few round degrees, each of which leaves the frame at its edge")
  func graticule() throws {
    let frame = try #require(MapFrame(around: Self.syria))
    let graticule = Graticule(frame)
    #expect(graticule.lines.filter(\.isMeridian).map(\.degrees).contains(38))
    #expect((4...14).contains(graticule.lines.count))
    for line in graticule.lines {
      guard let exit = line.exit(of: frame.box) else { continue }
      #expect(abs(line.isMeridian ? exit.y - frame.height : exit.x) < 0.01)
    }
  }

  @Test("a path says in tenths where its ring goes, and closes it")
  func path() throws {
    let frame = try #require(MapFrame(around: Self.syria))
    let text = MapPath(
      line: [
        DrawingPoint(x: 1.04, y: 2), DrawingPoint(x: 1.04, y: 2.04), DrawingPoint(x: 0.5, y: 12),
      ]
    ).text
    #expect(text == "M1 2l-.5 10")
    var thinner = OutlineThinner(frame, cell: 1)
    let ring = thinner.path(of: Self.square(west: 36, south: 34, wide: 1)).text
    #expect(ring.hasPrefix("M") && ring.hasSuffix("Z"))
    #expect(ring.count { $0 == "l" } == 3)
    #expect(thinner.path(of: Self.square(west: 0, south: 0, wide: 1)).text.isEmpty)
    // Smaller than a cell, and still there.
    #expect(!thinner.path(of: Self.square(west: 38, south: 34, wide: 0.001)).text.isEmpty)
  }

  @Test("a border that two regions share is drawn once, however many vertices it has")
  func sharedBorder() throws {
    let frame = try #require(MapFrame(around: Self.syria))
    let border: [(Double, Double)] = (0...2000).map { number in
      let shift = Double(abs(number % 200 - 100)) * 0.001
      return (38 + shift, 34 + Double(number) / 2000)
    }
    func region(_ west: Double, _ side: [(Double, Double)]) -> Boundary {
      let ring = [(west, 34.0)] + side + [(west, 35.0), (west, 34.0)]
      return Boundary(
        longitudes: ring.map(\.0), latitudes: ring.map(\.1), ringStarts: [0, ring.count],
        polygonStarts: [0, 1])
    }
    var thinner = OutlineThinner(frame, cell: 1)
    let paths = [region(37, border), region(39, border)].map { thinner.points(of: $0) }
    #expect(paths[0].count < 1000)
    // All but the corners on the far sides.
    #expect(Set(paths[0]).symmetricDifference(Set(paths[1])).count == 4)
    for (longitude, latitude) in border {
      let place = frame.point(longitude: longitude, latitude: latitude)
      let near = paths[0].first { point in
        let (wide, high): (Double, Double) = (abs(point.x - place.x), abs(point.y - place.y))
        return wide <= 1 && high <= 1
      }
      #expect(near != nil)
    }
  }

  private static func square(west: Double, south: Double, wide: Double) -> Boundary {
    Boundary(
      longitudes: [west, west, west + wide, west + wide, west],
      latitudes: [south, south + wide, south + wide, south, south], ringStarts: [0, 5],
      polygonStarts: [0, 1])
  }

  @Test("maps are chosen by what is shown: the country, the busiest part, the zone")
  func choice() throws {
    let content = PageContent(
      release: try SamplePage.release(), catalog: try SamplePage.catalog(),
      context: SampleContext.context, settings: PageSettings())
    #expect(
      MapChoice(content).requests().map(\.title.plain) == [
        "People killed by governorate", "People displaced by governorate",
        "Incidents by governorate", "Alpha: People killed by subdistrict",
        "Plain and its surroundings: People killed",
      ])
  }
}
