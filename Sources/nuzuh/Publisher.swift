import ArgumentParser
import Boundaries
import Disclosure
import GeoPackages
import Pages
import Reports

/// Writes releases, and what belongs beside them.
struct Publisher {
  /// Directory of the release.
  let directory: String
  let loaded: LoadedBoundaries
  let context: ReleaseContext
  let hasGeoPackage: Bool
  let page: PageSettings

  /// Directory of what stays inside the organisation.
  var internalDirectory: String {
    var path = Substring(directory)
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    return path + ".internal"
  }

  func publish(_ release: Release, ledger: Ledger? = nil) throws -> [PublishedFile] {
    do throws(PublishError) {
      return try writer(of: release, ledger, documents(of: release)).publish(to: directory)
    } catch {
      throw fail(ExitCode(error.exitCode), "\(error)")
    }
  }

  /// The accounts of every row, which a protected release does not have.
  func publishAccounts(of inside: Release) throws {
    do throws(PublishError) {
      try writer(of: inside).publishAccounts(to: internalDirectory)
    } catch {
      throw fail(ExitCode(error.exitCode), "\(error)")
    }
  }

  /// What people read of a release.
  func page(of release: Release) -> Page {
    Page(release: release, catalog: loaded.catalog, context: context, settings: page)
  }

  /// What other modules than `Reports` write.
  private func documents(of release: Release) -> [ReleaseDocument] {
    let package: [ReleaseDocument] =
      hasGeoPackage ? [.geoPackage(of: release, catalog: loaded.catalog, context: context)] : []
    return page(of: release).documents + package
  }

  private func writer(
    of release: Release, _ ledger: Ledger? = nil, _ documents: [ReleaseDocument] = []
  ) -> ReleaseWriter {
    ReleaseWriter(
      release: release, catalog: loaded.catalog, context: context, documents: documents,
      ledger: ledger?.bytes)
  }
}
