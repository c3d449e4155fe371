import Regions
import Threads

/// What one run keeps of its boundaries, and takes back.
struct CompiledBoundaries: Sendable {
  let store: CompiledStore
  let key: CompiledKey

  /// The boundaries with their names, as they were kept.
  func boundaries(of sources: LayerSources) -> LoadedBoundaries? {
    guard var reader = store.read("regions", for: key) else { return nil }
    do throws(PackedError) {
      let catalog = try RegionCatalog(from: &reader)
      let edition = try reader.text()
      var issues: [LayerIssue] = []
      for _ in 0..<(try reader.count(ofSize: 16)) { issues.append(try LayerIssue(from: &reader)) }
      let names = Meanwhile { [reader] in
        var reader = reader
        return (try? RegionNames(catalog, from: &reader)) ?? RegionNames(catalog)
      }
      return LoadedBoundaries(
        catalog: catalog, issues: issues, files: sources.loaded, edition: edition, names: names,
        compiled: self)
    } catch {
      return nil
    }
  }

  func keep(_ loaded: LoadedBoundaries) {
    var writer = PackedWriter()
    loaded.catalog.pack(into: &writer)
    writer.append(loaded.edition)
    writer.append(loaded.issues.count)
    for issue in loaded.issues { issue.pack(into: &writer) }
    loaded.names.pack(into: &writer)
    store.write("regions", for: key, writer)
  }

  /// The index as it was kept, or else built and kept.
  func index(of catalog: RegionCatalog, detail: RegionIndex.Detail) -> RegionIndex {
    let part = detail == .fine ? "index-fine" : "index-coarse"
    if var reader = store.read(part, for: key),
      let index = try? RegionIndex(catalog, from: &reader)
    {
      return index
    }
    let index = RegionIndex(catalog, detail: detail)
    var writer = PackedWriter()
    index.pack(into: &writer)
    store.write(part, for: key, writer)
    return index
  }

  /// The outlines as they were kept, or else made and kept.
  func outlines(
    of catalog: RegionCatalog, regions: [RegionNumber], toleranceMeters: Double
  ) -> SimplifiedOutlines {
    // What else they depend on than the key stands before them, and is compared.
    var question = PackedWriter()
    question.append(toleranceMeters)
    question.append(regions.map(\.value))
    let part = "outlines-\(String(Checksum(question.bytes, from: 0).words[0], radix: 36))"
    if var reader = store.read(part, for: key),
      let meters = try? reader.double(), meters == toleranceMeters,
      let numbers = try? reader.int32s(), numbers == regions.map(\.value),
      let outlines = try? SimplifiedOutlines(from: &reader)
    {
      return outlines
    }
    let outlines = SimplifiedOutlines(catalog, regions: regions, toleranceMeters: toleranceMeters)
    outlines.pack(into: &question)
    store.write(part, for: key, question)
    return outlines
  }
}

extension LayerIssue {
  func pack(into writer: inout PackedWriter) {
    writer.append(rule.rawValue)
    writer.append(severity.rawValue)
    writer.append(file)
    writer.append(reason)
    for number in [line, feature] {
      writer.append(number == nil ? 0 : 1)
      if let number { writer.append(number) }
    }
    writer.append(region?.code)
    writer.append(location == nil ? 0 : 1)
    location?.pack(into: &writer)
    writer.append(areaSquareKilometers == nil ? 0 : 1)
    if let areaSquareKilometers { writer.append(areaSquareKilometers) }
    writer.append(outline == nil ? 0 : 1)
    outline?.pack(into: &writer)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    guard let rule = LayerRule(rawValue: try reader.text()),
      let severity = Severity(rawValue: try reader.text())
    else { throw PackedError(expected: "issue") }
    self.init(rule, severity, file: try reader.text(), reason: try reader.text())
    line = try reader.flag() ? try reader.int() : nil
    feature = try reader.flag() ? try reader.int() : nil
    region = try reader.optionalText().map { RegionID($0) }
    location = try reader.flag() ? try Coordinate(from: &reader) : nil
    areaSquareKilometers = try reader.flag() ? try reader.double() : nil
    outline = try reader.flag() ? try Boundary(from: &reader) : nil
  }
}
