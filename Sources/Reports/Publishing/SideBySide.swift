import Threads

/// Writes the files of a release beside each other, on as many threads as there are cores: they
/// share nothing but the release, which does not change.
struct SideBySide: Sendable {
  let output: ReleaseOutput
  let layers: LayerFiles

  /// - Returns: what was written, in the order of `files` and then of `documents`.
  /// - Throws: the error of the first of those that failed; all others have ended then.
  func write(
    _ files: [ReleaseFile], _ documents: [ReleaseDocument]
  ) throws(PublishError) -> [PublishedFile] {
    // A document is one thread's work to its end, so these are begun first.
    let written = try Workers.all.results(of: files.count + documents.count) {
      (number) throws(PublishError) in
      try number < documents.count
        ? documents[number].write(to: output.directory)
        : write(files[number - documents.count])
    }
    return Array(written[documents.count...] + written[..<documents.count])
  }

  private func write(_ file: ReleaseFile) throws(PublishError) -> PublishedFile {
    switch file {
    case .notice: try InternalNotice(output).write()
    case .collection(let layer): try layers.writeCollection(of: layer)
    case .style(let layer): try layers.writeStyle(of: layer)
    case .sequence(let layer, let form): try layers.writeSequence(of: layer, as: form)
    case .tallies: try TallyTable(output).write()
    case .hapi(let table): try table.write(output)
    case .flowmap(let table): try table.write(output)
    case .accounts: try AccountsDocument(output).write()
    }
  }
}
