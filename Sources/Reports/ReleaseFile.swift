import Disclosure

/// The files of a release that this module writes, but for the data package, which names them.
enum ReleaseFile {
  case notice
  case collection(MapLayer)
  case style(MapLayer)
  case sequence(MapLayer, FeatureSequenceForm)
  case tallies
  case hapi(HAPITable)
  case flowmap(FlowmapTable)
  case accounts

  /// In the order in which the data package names them.
  static func all(of release: Release, _ formats: ReleaseContext.Formats) -> [ReleaseFile] {
    let layers = MapLayer.allCases.filter { $0.belongs(to: release) }
    var files: [ReleaseFile] = release.protection.kind == .internal ? [.notice] : []
    files += layers.map { .collection($0) } + layers.map { .style($0) }
    for form in FeatureSequenceForm.allCases where formats.sequences.contains(form) {
      files += layers.map { .sequence($0, form) }
    }
    files.append(.tallies)
    if formats.tables.contains(.hapi) { files += HAPITable.allCases.map { .hapi($0) } }
    if formats.tables.contains(.flowmap) { files += FlowmapTable.allCases.map { .flowmap($0) } }
    return files + [.accounts]
  }
}
