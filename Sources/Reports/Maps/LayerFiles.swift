import Disclosure

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
    var file = try FeatureFile(layer, of: output, bounds: bounds, outlines: outlines) { writer in
      legend?.write(to: &writer)
      outlines?.writeMembers(to: &writer)
    }
    try add(layer, legend, to: &file)
    return try file.finish()
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
    if let legend {
      try regions.add(layer, legend, to: &target)
    } else {
      try flows.add(to: &target)
    }
  }
}
