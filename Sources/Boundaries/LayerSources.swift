/// The files that a catalogue is made of, as they stand on disk.
struct LayerSources {
  struct File {
    let path: String
    let bytes: [UInt8]
    let mapping: LayerMapping
  }

  let layers: [File]
  let gazetteerPath: String
  let gazetteer: [UInt8]

  init(_ layers: [UserLayer], geodata: String) throws(BoundaryError) {
    self.layers = try Self.files(of: layers)
    gazetteerPath = "\(geodata)/gazetteer.csv"
    gazetteer = try FileBytes.read(gazetteerPath)
  }

  var loaded: [LoadedFile] {
    layers.map { LoadedFile(path: $0.path, byteCount: $0.bytes.count) }
      + [LoadedFile(path: gazetteerPath, byteCount: gazetteer.count)]
  }

  /// The files of layers; a folder gives all layers in it.
  static func files(of layers: [UserLayer]) throws(BoundaryError) -> [File] {
    var files: [File] = []
    for layer in layers {
      let paths =
        FileBytes.isFolder(layer.path)
        ? try FileBytes.files(in: layer.path, endings: endings) : [layer.path]
      for path in paths {
        files.append(File(path: path, bytes: try FileBytes.read(path), mapping: layer.mapping))
      }
    }
    return files
  }

  private static let endings = ["geojson", "json", "geojsonl", "ndjson", "geojsons"]
}
