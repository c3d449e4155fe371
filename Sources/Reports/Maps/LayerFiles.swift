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
    var file = try FeatureFile(layer, of: output, bounds: bounds, outlines: outlines) { writer in
      guard layer != .flows else { return }
      regions.legend(of: layer).write(to: &writer)
      outlines?.writeMembers(to: &writer)
    }
    try add(layer, to: &file)
    return try file.finish()
  }

  /// The features of the collection one after another.
  func writeSequence(
    of layer: MapLayer, as form: FeatureSequenceForm
  ) throws(PublishError) -> PublishedFile {
    var file = try FeatureSequence(layer, as: form, of: output, outlines: outlines(of: layer))
    try add(layer, to: &file)
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
    _ layer: MapLayer, to target: inout Target
  ) throws(PublishError) {
    if layer == .flows {
      try flows.add(to: &target)
    } else {
      try regions.add(layer, to: &target)
    }
  }
}
