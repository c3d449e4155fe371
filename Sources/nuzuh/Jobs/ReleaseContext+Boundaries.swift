import Boundaries
import Regions
import Reports

extension ReleaseContext {
  /// What a release says of its boundaries: their edition, sources and licences.
  init(loaded: LoadedBoundaries, created: String) {
    let provenances = loaded.catalog.regions.map(\.provenance)
    let licenses = Set(provenances.compactMap(\.license)).sorted()
    let sources = Set(provenances.compactMap(\.source)).sorted()
    self.init(
      created: created, toolVersion: Nuzuh.version, boundaryEdition: loaded.edition,
      licenses: licenses.map {
        License(name: $0, title: "Licence of the boundaries: \($0)", path: nil)
      },
      attribution: "Boundaries: \(sources.joined(separator: "; "))",
      countryPoint: { Country.match(code: $0)?.labelPoint })
    simplifiedOutlines = { loaded.simplifiedOutlines(of: $0, toleranceMeters: $1) }
  }
}
