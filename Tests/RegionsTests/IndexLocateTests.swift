import Regions
import Testing

@Suite("P2: a region owns its interior and its border")
struct IndexLocateTests {
  /// What is found at a point: the region's id, the levels with a tie, the zones' ids.
  struct Expected {
    let x: Double
    let y: Double
    var region: RegionID? = nil
    var ties: [Level] = []
    var zones: [RegionID] = []

    init(
      _ x: Double, _ y: Double, _ region: RegionID? = nil, ties: [Level] = [],
      zones: [RegionID] = []
    ) {
      self.x = x
      self.y = y
      self.region = region
      self.ties = ties
      self.zones = zones
    }
  }

  private static func check(_ regions: [Region], _ cases: [Expected]) throws {
    let catalog = try IndexSamples.catalog(regions)
    let index = RegionIndex(catalog)
    for expected in cases {
      let found = index.locate(longitude: expected.x, latitude: expected.y)
      #expect(found.region.map { catalog[$0].id } == expected.region, "\(expected)")
      #expect(found.ties == expected.ties.reduce(0) { $0 | 1 << $1.rawValue }, "\(expected)")
      #expect(index.zones(in: found.zoneSet).map { catalog[$0].id } == expected.zones)
    }
  }

  private static func box(
    _ id: String, _ level: Level?, in parent: String? = nil, _ west: Double, _ south: Double,
    _ east: Double, _ north: Double
  ) -> Region {
    IndexSamples.region(
      id, level, in: parent, IndexSamples.boundary([IndexSamples.box(west, south, east, north)]))
  }

  @Test("P2: a point on a shared border goes to the smaller id, and is a tie")
  func sharedBorder() throws {
    try Self.check(
      [
        Self.box("B", .governorate, 0, 0, 1, 1), Self.box("A", .governorate, 1, 0, 2, 1),
        Self.box("a", .governorate, 0, 1, 2, 2),
      ],
      [
        Expected(0.5, 0.5, "B"), Expected(1.5, 0.5, "A"), Expected(0.5, 1.5, "a"),
        Expected(1, 0.5, "A", ties: [.governorate]), Expected(1.0.nextDown, 0.5, "B"),
        Expected(1, 1, "A", ties: [.governorate]), Expected(0.5, 1, "B", ties: [.governorate]),
        Expected(1, 2, "a"), Expected(0, 0, "B"), Expected(2, 0, "A"),
        Expected(1, 0, "A", ties: [.governorate]), Expected(1, 0.0.nextDown),
        Expected(2.0.nextUp, 0), Expected(1, 2.0.nextUp), Expected(0.0.nextDown, 0.5),
        Expected(1.0.nextUp, 1, "A", ties: [.governorate]),
      ])
  }

  @Test("P2: each level is decided among the children of the region just chosen")
  func chain() throws {
    try Self.check(
      [
        Self.box("G2", .governorate, 0, 0, 4, 4), Self.box("G1", .governorate, 4, 0, 8, 4),
        Self.box("D1", .district, in: "G2", 0, 0, 4, 4),
        Self.box("D2", .district, in: "G1", 4, 0, 8, 2),
        Self.box("D3", .district, in: "G1", 4, 2, 8, 4),
        Self.box("S1", .subdistrict, in: "D3", 4, 3, 8, 4),
        // Reaches beyond its parent, where it does not count.
        Self.box("S2", .subdistrict, in: "D2", 3, 0, 8, 1),
      ],
      [
        Expected(4, 1.5, "D2", ties: [.governorate, .district]), Expected(5, 0.5, "S2"),
        Expected(3.5, 0.5, "D1"), Expected(6, 2, "D2", ties: [.district]),
        Expected(6, 3, "S1"), Expected(6, 2.5, "D3"),
        Expected(4, 2, "D2", ties: [.governorate, .district]),
      ])
  }

  @Test("A hole belongs to whoever fills it; its border to both; islands and exclaves count")
  func holes() throws {
    let ring = IndexSamples.boundary(polygons: [
      [IndexSamples.box(0, 0, 10, 10), IndexSamples.box(2, 2, 8, 8)],
      [IndexSamples.box(4, 4, 5, 5)], [IndexSamples.box(20, 0, 21, 1)],
    ])
    try Self.check(
      [
        IndexSamples.region("A", .governorate, ring),
        IndexSamples.region(
          "B", .governorate,
          IndexSamples.boundary(polygons: [
            [IndexSamples.box(2, 2, 8, 8), IndexSamples.box(4, 4, 5, 5)]
          ])),
      ],
      [
        Expected(1, 1, "A"), Expected(3, 3, "B"), Expected(4.5, 4.5, "A"),
        Expected(20.5, 0.5, "A"), Expected(15, 0.5), Expected(21.5, 0.5),
        Expected(2, 5, "A", ties: [.governorate]), Expected(4, 4, "A", ties: [.governorate]),
        Expected(2.0.nextUp, 5, "B"), Expected(2.0.nextDown, 5, "A"),
        Expected(4.5, 2, "A", ties: [.governorate]),
        Expected(4.5, 4.0.nextDown, "B"), Expected(4.5, 4.0.nextUp, "A"),
      ])
  }

  @Test("Zones overlap levels and one another, and all that cover a point are named")
  func zones() throws {
    try Self.check(
      [
        Self.box("G", .governorate, 0, 0, 4, 4), Self.box("Z1", nil, 1, 1, 3, 3),
        Self.box("Z2", nil, 2, 2, 6, 6), Self.box("Z3", nil, 1, 1, 3, 3),
      ],
      [
        Expected(0.5, 0.5, "G"), Expected(1.5, 1.5, "G", zones: ["Z1", "Z3"]),
        Expected(2.5, 2.5, "G", zones: ["Z1", "Z2", "Z3"]), Expected(5, 5, zones: ["Z2"]),
        Expected(3, 3, "G", zones: ["Z1", "Z2", "Z3"]),
        Expected(3, 2, "G", zones: ["Z1", "Z2", "Z3"]),
        Expected(3, 1, "G", zones: ["Z1", "Z3"]), Expected(4, 4, "G", zones: ["Z2"]),
        Expected(4.0.nextUp, 4, zones: ["Z2"]),
      ])
  }

  @Test("Levels may be missing above or between; what hangs on the country is found there")
  func missingLevels() throws {
    try Self.check(
      [
        Self.box("D", .district, 0, 0, 2, 2), Self.box("N", .neighborhood, in: "D", 0, 0, 1, 1),
        Self.box("M", .neighborhood, 3, 3, 4, 4),
      ],
      [
        Expected(0.5, 0.5, "N"), Expected(1.5, 1.5, "D"), Expected(3.5, 3.5, "M"),
        Expected(2.5, 2.5),
      ])
  }

  @Test("Repeated vertices, spikes and rings without area neither crash nor shift a border")
  func degenerate() throws {
    let shapes: [[Double]] = [
      [0, 0, 0, 0, 2, 0, 2, 0, 2, 0, 2, 2, 0, 2, 0, 2], [0, 0, 2, 0, 3, 1, 2, 0, 2, 2, 0, 2],
    ]
    for shape in shapes {
      try Self.check(
        [IndexSamples.region("A", .governorate, IndexSamples.boundary([shape]))],
        [
          Expected(1, 1, "A"), Expected(2, 1, "A"), Expected(2, 2, "A"), Expected(0, 0, "A"),
          Expected(2.5, 0.25), Expected(2.0.nextUp, 1), Expected(1, 0.0.nextDown),
        ])
    }
    let flat = [[5, 5, 6, 6, 7, 7], [8, 8, 8, 8, 8, 8], [9, 9], []] as [[Double]]
    for ring in flat {
      let region = IndexSamples.region("A", .governorate, IndexSamples.boundary([ring]))
      try Self.check([region], [Expected(5.5, 5.25), Expected(4, 4), Expected(10, 10)])
    }
  }

  @Test(
    "Nothing covers what is far away, infinite or not a number",
    arguments: [
      Double.nan, .infinity, -.infinity, 1e300, -1e300, .greatestFiniteMagnitude, 1e17, -1e17, 181,
      -181, 0x1p52 - 0.5, -(0x1p52 - 0.5), 0x1p53, 0x1p31, -0x1p31, 0x1p63, .leastNonzeroMagnitude,
      -0.0,
    ])
  func far(value: Double) throws {
    let catalog = try IndexSamples.catalog([Self.box("A", .governorate, 35, 32, 42, 37)])
    let index = RegionIndex(catalog)
    for (x, y) in [(value, 35), (36, value), (value, value), (.nan, value), (value, .nan)] {
      #expect(index.locate(longitude: x, latitude: y) == .nowhere)
    }
  }

  @Test("A catalogue without outlines covers nothing")
  func empty() throws {
    let index = RegionIndex(try IndexSamples.catalog([]))
    #expect(index.locate(longitude: 0, latitude: 0) == .nowhere)
    #expect(index.zones(in: 0) == [] && index.zones(in: 7) == [] && index.zones(in: -1) == [])
    #expect(index.locate(longitudes: [], latitudes: []) == [])
  }

  @Test("Every point of a region at zero is told apart, down to the smallest double")
  func aroundZero() throws {
    let least = Double.leastNonzeroMagnitude
    let triangle = IndexSamples.boundary([[0, 0, 4, 0, 4, 4]])
    try Self.check(
      [IndexSamples.region("A", .governorate, triangle)],
      [
        Expected(least, least, "A"), Expected(2 * least, least, "A"), Expected(least, 2 * least),
        Expected(-least, 0), Expected(0, -least), Expected(-0.0, -0.0, "A"),
        Expected(1e-200, 1e-200, "A"), Expected(1e-200, (1e-200).nextUp),
      ])
  }
}
