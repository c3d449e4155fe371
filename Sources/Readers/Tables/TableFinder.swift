/// Finds out what a file is, where its header stands, and which profile reads it.
struct TableFinder {
  let path: String
  /// The name in messages.
  let file: String
  let settings: ReadSettings
  private let choice: ProfileChoice

  init(path: String, file: String, settings: ReadSettings) throws(ReadError) {
    self.path = path
    self.file = file
    self.settings = settings
    choice = try ProfileChoice(settings)
  }

  func fitting(_ names: [String]) -> ProfileEntry? { choice.fitting(Columns(names: names)) }

  func misfit(_ names: [String]) -> ReadError { choice.misfit(names, file: file) }

  /// - Throws: `ReadError` where the file cannot be opened, no profile fits, or a column that the
  ///   profile needs is missing or repeated.
  func find() throws(ReadError) -> TableShape {
    var bytes = try FileBytes(path: path)
    let beginning = try bytes.next()
    let shape = try shape(of: bytes, beginning)
    var columns = shape.columns
    _ = shape.entry.bind(&columns)
    if let column = columns.repeatedColumn {
      throw .repeatedColumn(file: file, name: column)
    }
    return shape
  }

  private func shape(
    of bytes: FileBytes, _ beginning: [UInt8]
  ) throws(ReadError) -> TableShape {
    if FileKind.isWorkbook(beginning) {
      guard !bytes.isUnpacked else {
        throw .damagedContainer(
          file: file, reason: "a workbook or archive inside gzip is not read; unpack it first")
      }
      return try sheets()
    }
    try FileKind.check(beginning, file: file)
    return FileKind.isJSON(beginning) ? try objects() : try delimited()
  }

  private func objects() throws(ReadError) -> TableShape {
    let layout = try ObjectReader.layout(path: path, file: file)
    let names = try ObjectSource.preview(path: path, file: file, layout: layout)
    guard !names.isEmpty else { throw .empty(file: file) }
    if let entry = fitting(names) {
      return TableShape(form: .objects(layout), entry: entry, header: names)
    }
    guard readsTags, let tags = HXLTag.row(names) else { throw misfit(names) }
    let entry = try ProfileEntry(tags, columns: Columns(names: names), file: file)
    return TableShape(form: .objects(layout), entry: entry, header: names)
  }

  // MARK: - Delimited text

  private static let separators = ",;\t|".utf8

  private func delimited() throws(ReadError) -> TableShape {
    for mapping in settings.mappings {
      guard let separator = mapping.reading.separator, settings.separator == nil else { continue }
      let (rows, _) = try DelimitedSource.beginning(
        path: path, separator: separator, rows: RowRun.beginningRows)
      if let shape = shape(of: rows, separator: separator), shape.entry.name == mapping.name {
        return shape
      }
    }
    let (rows, guess) = try DelimitedSource.beginning(
      path: path, separator: settings.separator, rows: RowRun.beginningRows)
    guard let first = rows.first else { throw .empty(file: file) }
    if let shape = shape(of: rows, separator: guess) { return shape }
    if let shape = try taggedShape(of: rows, separator: guess) { return shape }
    // A title above the header may have misled the guess.
    for separator in TableFinder.separators where settings.separator == nil && separator != guess {
      let (rows, _) = try DelimitedSource.beginning(
        path: path, separator: separator, rows: RowRun.beginningRows)
      if let shape = shape(of: rows, separator: separator) { return shape }
      if let shape = try taggedShape(of: rows, separator: separator) { return shape }
    }
    guard !first.texts.isEmpty else {
      throw .unreadable(path: file, reason: "its first row has a quote that is out of place")
    }
    throw misfit(first.texts)
  }

  /// The first row that a profile recognises as its header.
  private func shape(of rows: [HeaderCandidate], separator: UInt8?) -> TableShape? {
    header(among: rows).map { above, entry in
      TableShape(
        form: .delimited(DelimitedSource.Layout(separator: separator, rowsAbove: above)),
        entry: entry, header: rows[above].texts, titles: rows[..<above].flatMap(\.texts))
    }
  }

  /// Where the first row stands that a profile recognises, and that profile.
  func header(among rows: [HeaderCandidate]) -> (above: Int, entry: ProfileEntry)? {
    rows.enumerated().lazy
      .compactMap { above, row in fitting(row.texts).map { (above, $0) } }.first
  }

  // MARK: - Hashtags

  /// Whether the user has left the choice to us, or asked for hashtags.
  private var readsTags: Bool { settings.profile.map { $0.lowercased() == HXLTable.name } ?? true }

  /// The first row of hashtags, which give the columns a meaning where no profile knows the header.
  private func taggedShape(
    of rows: [HeaderCandidate], separator: UInt8?
  ) throws(ReadError) -> TableShape? {
    guard let tagged = try taggedRow(among: rows) else { return nil }
    let layout = DelimitedSource.Layout(separator: separator, rowsAbove: tagged.above)
    return TableShape(
      form: .delimited(layout), entry: tagged.entry, header: rows[tagged.above].texts,
      namesAboveTags: tagged.names)
  }

  /// Where the hashtags stand, and the names of the columns above them.
  func taggedRow(
    among rows: [HeaderCandidate]
  ) throws(ReadError) -> (above: Int, entry: ProfileEntry, names: [String]?)? {
    guard readsTags else { return nil }
    for (above, row) in rows.enumerated() {
      guard let tags = HXLTag.row(row.texts) else { continue }
      let entry = try ProfileEntry(tags, columns: Columns(names: row.texts), file: file)
      let isNamed = above > 0 && rows[above - 1].texts.count == row.texts.count
      return (above, entry, isNamed ? rows[above - 1].texts : nil)
    }
    return nil
  }
}
