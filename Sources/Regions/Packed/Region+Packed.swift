extension Region {
  /// Stands for a zone where a level's number would stand.
  private static let zone = 255

  func pack(into writer: inout PackedWriter) {
    writer.append(id.code)
    writer.append(level.map { Int($0.rawValue) } ?? Self.zone)
    writer.append(name)
    writer.append(nameArabic)
    writer.append(aliases)
    writer.append(parent?.code)
    writer.append(country)
    boundary.pack(into: &writer)
    writer.append(areaSquareKilometers)
    labelPoint.pack(into: &writer)
    writer.append(population == nil ? 0 : 1)
    population?.pack(into: &writer)
    writer.append(members.map(\.code))
    provenance.pack(into: &writer)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    id = RegionID(try reader.text())
    kind = try Self.kind(try reader.int())
    name = try reader.text()
    nameArabic = try reader.optionalText()
    aliases = try reader.texts()
    parent = try reader.optionalText().map { RegionID($0) }
    country = try reader.text()
    boundary = try Boundary(from: &reader)
    areaSquareKilometers = try reader.double()
    labelPoint = try Coordinate(from: &reader)
    population = try reader.flag() ? try Population(from: &reader) : nil
    members = try reader.texts().map { RegionID($0) }
    provenance = try Provenance(from: &reader)
  }

  private static func kind(_ number: Int) throws(PackedError) -> Kind {
    if number == zone { return .zone }
    guard let level = UInt8(exactly: number).flatMap(Level.init(rawValue:)) else {
      throw PackedError(expected: "level")
    }
    return .level(level)
  }
}

extension Population {
  fileprivate func pack(into writer: inout PackedWriter) {
    writer.append(count)
    writer.append(year == nil ? 0 : 1)
    if let year { writer.append(year) }
    writer.append(kind)
    writer.append(source)
  }

  fileprivate init(from reader: inout PackedReader) throws(PackedError) {
    count = try reader.int()
    year = try reader.flag() ? try reader.int() : nil
    kind = try reader.optionalText()
    source = try reader.optionalText()
  }
}

extension Provenance {
  fileprivate func pack(into writer: inout PackedWriter) {
    for text in [source, license, validOn, quality, note] { writer.append(text) }
  }

  fileprivate init(from reader: inout PackedReader) throws(PackedError) {
    source = try reader.optionalText()
    license = try reader.optionalText()
    validOn = try reader.optionalText()
    quality = try reader.optionalText()
    note = try reader.optionalText()
  }
}

extension Coordinate {
  public func pack(into writer: inout PackedWriter) {
    writer.append(longitude)
    writer.append(latitude)
  }

  public init(from reader: inout PackedReader) throws(PackedError) {
    longitude = try reader.double()
    latitude = try reader.double()
  }
}

extension Settlement {
  func pack(into writer: inout PackedWriter) {
    writer.append(id.code)
    writer.append(name)
    writer.append(nameArabic)
    writer.append(aliases)
    point.pack(into: &writer)
    writer.append(subdistrict.code)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    id = RegionID(try reader.text())
    name = try reader.text()
    nameArabic = try reader.optionalText()
    aliases = try reader.texts()
    point = try Coordinate(from: &reader)
    subdistrict = RegionID(try reader.text())
  }
}
