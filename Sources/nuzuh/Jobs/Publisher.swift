import ArgumentParser
import Boundaries
import Disclosure
import Reports

/// Writes releases, and what belongs beside them.
struct Publisher {
  /// Directory of the release.
  let directory: String
  let loaded: LoadedBoundaries
  let context: ReleaseContext
  let added: AddedDocuments

  /// Directory of what stays inside the organisation.
  var internalDirectory: String {
    var path = Substring(directory)
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    return path + ".internal"
  }

  func publish(_ release: Release, ledger: Ledger? = nil) throws -> [PublishedFile] {
    do throws(PublishError) {
      let documents = added.documents(of: release, loaded.catalog, context)
      return try writer(of: release, ledger, documents).publish(to: directory)
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

  private func writer(
    of release: Release, _ ledger: Ledger? = nil, _ documents: [ReleaseDocument] = []
  ) -> ReleaseWriter {
    ReleaseWriter(
      release: release, catalog: loaded.catalog, context: context, documents: documents,
      ledger: ledger?.bytes)
  }
}
