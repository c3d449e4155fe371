import Disclosure
import JSONText
import Synchronization
import Threads

/// Writes the maps of a release as files, each in the forms asked for.
struct LayerFiles: Sendable {
  private let output: ReleaseOutput
  private let regions: RegionFeatures
  private let flows: FlowFeatures

  init(_ output: ReleaseOutput) {
    self.output = output
    regions = RegionFeatures(output)
    flows = FlowFeatures(output)
  }

  /// One GeoJSON collection.
  func writeCollection(of layer: MapLayer) throws(PublishError) -> PublishedFile {
    let outlines = outlines(of: layer)
    let bounds = layer == .flows ? flows.bounds : regions.bounds
    let legend = layer == .flows ? nil : regions.legend(of: layer)
    var file = try FeatureFile(layer, of: output, bounds: bounds) { writer in
      legend?.write(to: &writer)
      outlines?.writeMembers(to: &writer)
    }
    if let legend, let outlines { return try write(layer, legend, outlines, to: file) }
    try flows.add(to: &file)
    return try file.finish()
  }

  /// Features are made into text by several threads, some hundred at a time.
  private func write(
    _ layer: MapLayer, _ legend: MapLegend, _ outlines: Outlines, to file: consuming FeatureFile
  ) throws(PublishError) -> PublishedFile {
    let (frame, parts) = (regions.frame(of: layer, legend), regions.parts(of: layer))
    let features = layer == .periods ? max(1, output.release.periods.count) : 1
    let size = max(1, FeatureText.size / features)
    let shared = Mutex(file)
    try Workers.all.inOrder(of: parts.count, by: size) {
      (piece: Range<Int>) throws(PublishError) -> JSONElements in
      var text = FeatureText(outlines)
      for part in parts[piece] {
        try regions.add(part, in: frame, to: &text)
      }
      return text.elements()
    } handOn: { (elements: JSONElements) throws(PublishError) in
      try shared.withLock { (file: inout FeatureFile) throws(PublishError) in
        try file.write(elements)
      }
    }
    return try shared.withLock { (file: inout FeatureFile) throws(PublishError) in
      try file.finish()
    }
  }

  /// The features of the collection one after another.
  func writeSequence(
    of layer: MapLayer, as form: FeatureSequenceForm
  ) throws(PublishError) -> PublishedFile {
    var file = try FeatureSequence(layer, as: form, of: output, outlines: outlines(of: layer))
    try add(layer, layer == .flows ? nil : regions.legend(of: layer), to: &file)
    return try file.finish()
  }

  /// How QGIS shows the layer.
  func writeStyle(of layer: MapLayer) throws(PublishError) -> PublishedFile {
    var file = try OutputFile(creating: "\(layer.rawValue).qml", in: output.directory)
    try file.write(LayerStyle(output, of: layer).text)
    return try file.finish()
  }

  private func outlines(of layer: MapLayer) -> Outlines? {
    layer == .flows ? nil : Outlines(regions.outlines(of: layer))
  }

  private func add<Target: FeatureTarget & ~Copyable>(
    _ layer: MapLayer, _ legend: MapLegend?, to target: inout Target
  ) throws(PublishError) {
    guard let legend else { return try flows.add(to: &target) }
    let frame = regions.frame(of: layer, legend)
    for part in regions.parts(of: layer) { try regions.add(part, in: frame, to: &target) }
  }
}
