import Disclosure
import GeoPackages
import Pages
import Regions
import Reports

/// What other modules than `Reports` add to a release, as report and update are asked for it.
struct AddedDocuments: Sendable {
  let page: PageSettings
  let hasGeoPackage: Bool

  /// All that was asked for, as a text.
  var basis: String {
    "\(page.language.rawValue) \(page.digits.rawValue) \(hasGeoPackage) "
      + "\(page.publisher.debugDescription) \(page.title.debugDescription)"
  }

  /// What people read of a release.
  func page(of release: Release, _ catalog: RegionCatalog, _ context: ReleaseContext) -> Page {
    Page(release: release, catalog: catalog, context: context, settings: page)
  }

  func documents(
    of release: Release, _ catalog: RegionCatalog, _ context: ReleaseContext
  ) -> [ReleaseDocument] {
    let package: [ReleaseDocument] =
      hasGeoPackage ? [.geoPackage(of: release, catalog: catalog, context: context)] : []
    return page(of: release, catalog, context).documents + package
  }
}
