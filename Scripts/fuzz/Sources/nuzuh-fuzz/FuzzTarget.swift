/// What is fed with bytes. Each target stops the program where a promise is broken.
enum FuzzTarget: String, CaseIterable {
  /// JSON text, whole and in pieces.
  case json
  /// JSON values one a line.
  case lines
  /// Delimited text, whole and in pieces.
  case delimited
  /// Whole input files, whose source must be found.
  case files
  /// Rows under the header of a sample, which the first byte chooses.
  case records
  /// Boundary layers, mended by GEOS.
  case boundaries
  /// Well-known text and binary.
  case wellKnown = "well-known"
  /// Compressed streams.
  case gzip
  /// TOML and YAML, by the first byte.
  case configuration
  /// Workbooks as they are, and the parts of a sound archive, by the first byte.
  case workbooks

  func body(samples: String) -> ([UInt8]) -> Void {
    switch self {
    case .json: return JSONTarget.readDocument
    case .lines: return JSONTarget.readLines
    case .delimited: return DelimitedTarget.read
    case .files: return FilesTarget().read
    case .records: return RecordsTarget(samples: samples).read
    case .boundaries: return BoundariesTarget().check
    case .wellKnown: return WellKnownTarget().read
    case .gzip: return GzipTarget.inflate
    case .configuration: return ConfigurationTarget.read
    case .workbooks: return WorkbooksTarget().read
    }
  }
}
