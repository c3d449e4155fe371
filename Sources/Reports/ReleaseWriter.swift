public import Disclosure
public import Regions

/// Turns a release into a directory of files and publishes it by one atomic rename.
///
/// The bytes are a function of the release, the catalogue and the context alone (rule A3).
public struct ReleaseWriter: Sendable {
  private let release: Release
  private let catalog: RegionCatalog
  private let context: ReleaseContext
  private let documents: [ReleaseDocument]
  private let ledger: [UInt8]?

  /// - Parameters:
  ///   - documents: files that other modules make from the same release, each name once.
  ///   - ledger: the bytes of `ledger.jsonl`, what the series has published so far.
  public init(
    release: Release, catalog: RegionCatalog, context: ReleaseContext,
    documents: [ReleaseDocument] = [], ledger: [UInt8]? = nil
  ) {
    self.documents = documents
    self.ledger = ledger
    self.release = release
    self.catalog = catalog
    self.context = context
  }

  /// Writes the files into a hidden directory beside `path`, waits until they have reached the
  /// disk, and then gives it the name `path` in one step.
  ///
  /// A release that stood there is replaced: whoever reads sees the old one or the new one, never
  /// half of either. Anything else that stands there is refused. Directory mode 0700, files 0600.
  /// - Parameter path: the directory to be; its parent must exist.
  /// - Returns: the files in the order of writing, `datapackage.json` last.
  /// - Throws: `PublishError`; what stood at `path` stands there unchanged then.
  @discardableResult
  public func publish(to path: String) throws(PublishError) -> [PublishedFile] {
    try publish(to: path, writeFiles)
  }

  /// The same with the accounts alone: what a protected release does not tell of its input.
  @discardableResult
  public func publishAccounts(to path: String) throws(PublishError) -> [PublishedFile] {
    try publish(to: path, writeAccounts)
  }

  private func publish(
    to path: String, _ write: (String) throws(PublishError) -> [PublishedFile]
  ) throws(PublishError) -> [PublishedFile] {
    let staged = try StagedDirectory(for: path)
    do throws(PublishError) {
      let files = try write(staged.path)
      try staged.publish()
      return files
    } catch {
      staged.discard()
      throw error
    }
  }

  private func output(_ directory: String) -> ReleaseOutput {
    ReleaseOutput(release: release, catalog: catalog, context: context, directory: directory)
  }

  private func writeAccounts(into directory: String) throws(PublishError) -> [PublishedFile] {
    let output = output(directory)
    var files: [PublishedFile] = []
    if release.protection.kind == .internal { files.append(try InternalNotice(output).write()) }
    files.append(try AccountsDocument(output).write())
    files.append(try DataPackage(output).write(files))
    return files
  }

  private func writeFiles(into directory: String) throws(PublishError) -> [PublishedFile] {
    let output = output(directory)
    let writer = SideBySide(output: output, layers: LayerFiles(output))
    var files = try writer.write(ReleaseFile.all(of: release, context.formats), documents)
    if let ledger {
      var file = try OutputFile(creating: Self.ledgerName, in: directory)
      try file.write(ledger)
      files.append(try file.finish())
    }
    files.append(try DataPackage(output).write(files))
    return files
  }

  /// The file that holds what a series of releases has published.
  public static let ledgerName = "ledger.jsonl"
}

/// What the writers of single files work on.
struct ReleaseOutput {
  let release: Release
  let catalog: RegionCatalog
  let context: ReleaseContext
  /// Where the files go.
  let directory: String
}
