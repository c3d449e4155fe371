import DelimitedText
import Foundation
import Records

/// A file with incidents or movements, whose source has been recognised.
public struct InputFile: Sendable {
  /// Rows handed over at once, about.
  static let batchSize = 1000

  public let path: String
  /// Name of the file, without folders.
  public let name: String
  private let context: ReadContext
  private let profile: any Profile.Type
  private let format: Format

  enum Format: Sendable {
    case delimited
    case features(FeatureLayout)
  }

  /// The profile that reads the file.
  public var profileName: String { profile.name }

  /// Opens the file and finds the profile by its header, or takes the one that is asked for.
  ///
  /// - Throws: `ReadError` where the file cannot be opened, no profile fits, or a column that the
  ///   profile needs is missing.
  public init(path: String, settings: ReadSettings = ReadSettings()) throws(ReadError) {
    guard let timeZone = TimeZone(identifier: settings.timeZone) else {
      throw .unknownTimeZone(name: settings.timeZone)
    }
    self.path = path
    name = path.split(separator: "/").last.map(String.init) ?? path
    context = ReadContext(file: name, dateOrder: settings.dateOrder, timeZone: timeZone)
    var bytes = try FileBytes(path: path)
    let beginning = try bytes.next()
    var columns: Columns
    if FileKind.isJSON(beginning) {
      let preview = try FeaturePreview(path: path, file: name)
      format = .features(preview.layout)
      columns = Columns(names: preview.names)
    } else {
      format = .delimited
      columns = Columns(names: try DelimitedSource(path: path, file: name).names)
    }
    profile = try InputFile.profile(for: columns, asked: settings.profile, file: name)
    _ = profile.init(columns: &columns)
    if let column = columns.repeatedColumn {
      throw .repeatedColumn(file: name, name: column)
    }
  }

  private static func profile(
    for columns: Columns, asked: String?, file: String
  ) throws(ReadError) -> any Profile.Type {
    guard let asked else { return try Profiles.fitting(columns, file: file) }
    let profile = try Profiles.named(asked)
    if let gap = profile.gap(in: columns) {
      throw .missingColumns(file: file, header: columns.names, gap: gap)
    }
    return profile
  }

  /// Reads the file from its beginning and hands over records and findings in its order.
  ///
  /// Memory does not grow with the file. May be called again.
  /// - Throws: `ReadError`, or what `each` throws.
  public func read(_ each: (Batch) throws -> Void) throws -> InputSummary {
    try read(opening: profile, each)
  }

  private func read(
    opening type: any Profile.Type, _ each: (Batch) throws -> Void
  ) throws -> InputSummary {
    try read(with: type, each)
  }

  private func read<Source: Profile>(
    with type: Source.Type, _ each: (Batch) throws -> Void
  ) throws -> InputSummary {
    switch format {
    case .delimited: try readRows(with: type, each)
    case .features(let layout): try readFeatures(with: type, layout, each)
    }
  }

  private func readRows<Source: Profile>(
    with type: Source.Type, _ each: (Batch) throws -> Void
  ) throws -> InputSummary {
    var source = try DelimitedSource(path: path, file: name)
    var run = RowRun(type, names: source.names, context: context)
    while let (block, rows) = try source.next() {
      for row in rows {
        run.take(row, of: block)
        if run.batch.isFull { try each(run.takeBatch()) }
      }
    }
    if !run.batch.isEmpty { try each(run.takeBatch()) }
    return summary(of: run, source.bytes)
  }

  private func readFeatures<Source: Profile>(
    with type: Source.Type, _ layout: FeatureLayout, _ each: (Batch) throws -> Void
  ) throws -> InputSummary {
    var columns = Columns(names: [], isOpen: true)
    let profile = Source(columns: &columns)
    var source = try FeatureSource(path: path, file: name, layout: layout, columns: columns)
    var run = RowRun(profile, columns: source.columns, context: context)
    while let (block, findings) = try source.next() {
      run.add(findings)
      for row in 0..<block.count { run.take(row, of: block) }
      if run.batch.isFull { try each(run.takeBatch()) }
    }
    if !run.batch.isEmpty { try each(run.takeBatch()) }
    return summary(of: run, source.bytes)
  }

  private func summary<Source: Profile>(
    of run: RowRun<Source>, _ bytes: FileBytes
  ) -> InputSummary {
    InputSummary(
      name: name, sha256: bytes.sha256, profile: Source.name, rows: run.rows, read: run.read,
      rejected: run.rows - run.read, bytes: bytes.count)
  }
}

extension Batch {
  fileprivate var isFull: Bool { records.count + findings.count >= InputFile.batchSize }
  fileprivate var isEmpty: Bool { records.isEmpty && findings.isEmpty }
}
