import Boundaries
import Regions
import Testing

@Suite("Users' own layers take the place of the shipped ones")
struct UserLayerTests {
  let layers: TemporaryLayers

  init() throws { layers = try TemporaryLayers() }

  private func load(
    _ text: String, mapping: String? = nil, repair: Bool = false
  ) throws -> LoadedBoundaries {
    let mapping = try mapping.map { try LayerMapping(parsing: $0) } ?? .shipped
    let layer = UserLayer(path: try layers.write(text), mapping: mapping)
    return try BoundaryLoader.load(geodata: Checkout.geodata, layers: [layer], repair: repair)
  }

  private func issues(_ text: String, mapping: String? = nil) -> [LayerIssue] {
    let error = #expect(throws: BoundaryError.self) { try load(text, mapping: mapping) }
    guard case .faultyLayers(let issues) = error else { return [] }
    return issues
  }

  @Test("Properties of any name are understood, a level may hold for the whole file")
  func mapped() throws {
    let text = Layer.collection([
      #"{"type":"Feature","properties":{"ADM1_PCODE":"Q1","ADM1_EN":"One","ADM0_PCODE":"QQ","#
        + #""POP":"1200"},"geometry":{"type":"Polygon","coordinates":\#(Layer.cells(0, 1))}}"#
    ])
    let loaded = try load(
      text,
      mapping: "id=ADM1_PCODE,name=ADM1_EN,parent=ADM0_PCODE,level=governorate,population=POP")
    let catalog = loaded.catalog
    #expect(catalog.country.id == "QQ" && catalog.country.name == "QQ")
    let number = try #require(catalog.number(of: "Q1"))
    #expect(catalog[number].name == "One" && catalog[number].level == .governorate)
    #expect(catalog[number].population?.count == 1_200)
    #expect(catalog.country.population?.count == 1_200)
    #expect(catalog[number].country == "QQ")
    #expect(abs(catalog[number].areaSquareKilometers - Layer.cellArea) < 0.000_001)
    #expect(catalog.parent(of: number) == .country)
    #expect(catalog.settlements.isEmpty)
    #expect(loaded.issues.map(\.rule) == [.gazetteer])
  }

  @Test("Without country and parent the root is Syria; a number may be an id")
  func bare() throws {
    let text =
      #"{"type":"Feature","id":7,"properties":null,"geometry":{"type":"Polygon","#
      + #""coordinates":\#(Layer.cells(0, 1))}}"#
    let loaded = try load(text, mapping: "level=zone")
    #expect(loaded.catalog.country.id == "SY")
    #expect(loaded.catalog.zones.map { loaded.catalog[$0].id } == ["7"])
    #expect(loaded.issues.contains { $0.rule == .missingName && $0.severity == .warning })
  }

  @Test("A country may be named for a whole file; regions of others stand abroad")
  func countries() throws {
    let text = Layer.collection([
      Layer.feature("A", "governorate", coordinates: Layer.cells(0, 1)),
      Layer.feature("B", "governorate", coordinates: Layer.cells(1, 2)),
      Layer.feature("Z", "governorate", country: "YY", coordinates: Layer.cells(5, 6)),
    ])
    let loaded = try load(text)
    #expect(loaded.catalog.country.id == "XX")
    #expect(loaded.catalog.abroad.map(\.id) == ["Z"])
    #expect(try load(text, mapping: "country=YY").catalog.abroad.isEmpty)
  }

  @Test("The gazetteer stays with layers that have its subdistricts")
  func gazetteer() throws {
    let text = Layer.collection([
      Layer.feature("SY010000", "subdistrict", country: "SY", coordinates: Layer.cells(0, 1))
    ])
    let catalog = try load(text).catalog
    #expect(!catalog.settlements.isEmpty)
    #expect(catalog.settlements.allSatisfy { $0.subdistrict == "SY010000" })
  }

  struct Faulty {
    let features: [String]
    let rule: LayerRule
    let line: Int
  }

  @Test(
    "Regions that make no catalogue are errors with file, line and code",
    arguments: [
      Faulty(
        features: [
          Layer.feature("A", "zone", coordinates: Layer.cells(0, 1)),
          Layer.feature("A", "zone", coordinates: Layer.cells(2, 3)),
        ], rule: .duplicateID, line: 3),
      Faulty(
        features: [Layer.feature("A", "district", parent: "B", coordinates: Layer.cells(0, 1))],
        rule: .unknownParent, line: 2),
      Faulty(
        features: [
          Layer.feature("A", "district", coordinates: Layer.cells(0, 1)),
          Layer.feature("B", "district", parent: "A", coordinates: Layer.cells(0, 1)),
        ], rule: .parentLevel, line: 3),
      Faulty(
        features: [Layer.feature("A", "county", coordinates: Layer.cells(0, 1))],
        rule: .unknownLevel, line: 2),
      Faulty(
        features: [Layer.feature("", "zone", coordinates: Layer.cells(0, 1))],
        rule: .missingID, line: 2),
      Faulty(
        features: [
          Layer.feature("A", "zone", coordinates: "[[[0,0],[2,2],[2,0],[0,2],[0,0]]]")
        ], rule: .invalidGeometry, line: 2),
    ])
  func faults(faulty: Faulty) throws {
    let issue = try #require(issues(Layer.collection(faulty.features)).first)
    #expect(issue.rule == faulty.rule && issue.line == faulty.line)
  }

  @Test("A bow-tie is refused with its place, and the message says how to mend it")
  func bowTie() throws {
    let text = Layer.collection([
      Layer.feature("A", "zone", coordinates: "[[[0,0],[2,2],[2,0],[0,2],[0,0]]]")
    ])
    let issue = try #require(issues(text).first)
    #expect(issue.location == Coordinate(longitude: 1, latitude: 1))
    #expect(issue.region == "A" && issue.reason.contains("Self-intersection"))
    #expect("\(BoundaryError.faultyLayers([issue]))".contains("--repair"))
  }

  @Test("A hole outside its shell is refused with its place")
  func holeOutside() throws {
    let hole = "[[5,0],[5,1],[6,1],[5,0]]"
    let text = Layer.collection([
      Layer.feature("A", "zone", coordinates: "[[[0,0],[1,0],[1,1],[0,0]],\(hole)]")
    ])
    let issue = try #require(issues(text).first)
    #expect(issue.reason.contains("Hole lies outside shell"))
    #expect(issue.location == Coordinate(longitude: 5, latitude: 0))
  }

  @Test("Repair mends and says what became of the area; never without being asked")
  func repair() throws {
    let text = Layer.collection([
      Layer.feature("A", "zone", coordinates: "[[[0,0],[2,2],[2,0],[0,2],[0,0]]]")
    ])
    let loaded = try load(text, repair: true)
    let issue = try #require(loaded.issues.first { $0.rule == .repaired })
    #expect(issue.severity == .warning && issue.reason.contains("km² before"))
    let number = try #require(loaded.catalog.number(of: "A"))
    let region = loaded.catalog[number]
    #expect(region.boundary.polygonCount == 2)
    #expect(issue.areaSquareKilometers == region.areaSquareKilometers)
    // Two triangles of one square degree each.
    #expect(abs(region.areaSquareKilometers - 2 * Layer.cellArea) < 15)
  }

  @Test("A property that the mapping names and no feature has is an error that lists those there")
  func missingProperty() throws {
    let text = Layer.collection([Layer.feature("A", "zone", coordinates: Layer.cells(0, 1))])
    let issue = try #require(
      issues(text, mapping: "name=TITLE").first { $0.rule == .missingProperty })
    #expect(issue.reason.contains("\"TITLE\"") && issue.reason.contains("name_en"))
  }

  @Test("A label point outside is replaced by one inside, with a note")
  func labelPoint() throws {
    let text =
      #"{"type":"Feature","properties":{"id":"A","name_en":"A","level":"zone","#
      + #""label_lon":9,"label_lat":9},"geometry":{"type":"Polygon","#
      + #""coordinates":\#(Layer.cells(0, 1))}}"#
    let loaded = try load(text)
    #expect(loaded.issues.contains { $0.rule == .labelPoint && $0.severity == .note })
    let number = try #require(loaded.catalog.number(of: "A"))
    let point = loaded.catalog[number].labelPoint
    #expect((0...1).contains(point.longitude) && (0...1).contains(point.latitude))
  }

  @Test("A file that is not there is an error that says so")
  func noFile() {
    let path = "\(layers.folder)/none.geojson"
    #expect(throws: BoundaryError.unreadable(file: path, reason: "there is no such file")) {
      try BoundaryLoader.load(geodata: Checkout.geodata, layers: [UserLayer(path: path)])
    }
  }

  @Test("Zones cover and touch: wholly, in part, with a border only")
  func zones() throws {
    let catalog = try load(
      Layer.collection([
        Layer.feature("A", "governorate", parent: "XX", coordinates: Layer.cells(0, 2)),
        Layer.feature("A1", "district", parent: "A", coordinates: Layer.cells(0, 1)),
        Layer.feature("A2", "district", parent: "A", coordinates: Layer.cells(1, 2)),
        Layer.feature("B", "governorate", parent: "XX", coordinates: Layer.cells(2, 3)),
        Layer.feature("Z", "zone", parent: "XX", coordinates: Layer.cells(0.5, 2)),
      ])
    ).catalog
    let zone = try #require(catalog.number(of: "Z"))
    func isCovered(_ id: RegionID) throws -> Bool {
      catalog.zones(covering: try #require(catalog.number(of: id))) == [zone]
    }
    func isTouched(_ id: RegionID) throws -> Bool {
      catalog.zones(touching: try #require(catalog.number(of: id))) == [zone]
    }
    #expect(try ["A", "A1", "A2", "B"].map { try isCovered($0) } == [false, false, true, false])
    #expect(
      try ["XX", "A", "A1", "A2", "B"].map { try isTouched($0) }
        == [true, true, true, true, false])
  }
}
