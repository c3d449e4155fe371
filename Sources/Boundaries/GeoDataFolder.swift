/// Finds the folder that holds `boundaries/` and `gazetteer.csv`.
public enum GeoDataFolder {
  /// The folder to use: the option `--geodata`, the variable `NUZUH_GEODATA`, a folder `GeoData`
  /// beside the installed program, or that of a checkout around the program or around the
  /// working directory, in this order.
  ///
  /// An option or variable that names no such folder is an error; the search does not go on.
  /// - Throws: `BoundaryError.noGeoData` with every place looked in.
  public static func find(
    option: String?, environment: [String: String], executablePath: String
  ) throws(BoundaryError) -> String {
    if let option { return try named(option) }
    if let variable = environment["NUZUH_GEODATA"], !variable.isEmpty { return try named(variable) }
    let candidates = candidates(executablePath: executablePath)
    for candidate in candidates where isGeoData(candidate) { return candidate }
    throw .noGeoData(lookedIn: candidates)
  }

  private static func named(_ path: String) throws(BoundaryError) -> String {
    guard isGeoData(path) else { throw .noGeoData(lookedIn: [path]) }
    return path
  }

  static func isGeoData(_ path: String) -> Bool { FileBytes.isFolder("\(path)/boundaries") }

  private static func candidates(executablePath: String) -> [String] {
    let program = FileBytes.resolved(executablePath)
    let folder = parent(of: program)
    var places = ["\(folder)/GeoData", "\(parent(of: folder))/share/nuzuh/GeoData"]
    places += ancestors(of: parent(of: folder)).map { "\($0)/GeoData" }
    places += ancestors(of: FileBytes.workingFolder).map { "\($0)/GeoData" }
    var seen: Set<String> = []
    return places.map { $0.hasPrefix("//") ? String($0.dropFirst()) : $0 }
      .filter { seen.insert($0).inserted }
  }

  /// The folder itself and all above it, the root last.
  private static func ancestors(of folder: String) -> [String] {
    var current = folder
    var all = [current]
    while current != "/", !current.isEmpty {
      current = parent(of: current)
      all.append(current)
    }
    return all
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
