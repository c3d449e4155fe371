/// How a file is to be read: what it is written in, and by which profile.
struct TableShape: Sendable {
  enum Form: Hashable, Sendable {
    case delimited(DelimitedSource.Layout)
    case objects(ObjectLayout)
    case sheet(SheetSource.Layout)
  }

  var form: Form
  let entry: ProfileEntry
  /// The names of the columns, where the file writes them before its rows.
  let header: [String]
  /// What stands above the header, and the name of the sheet.
  var titles: [String] = []
  /// The names of the columns above a row of hashtags.
  var namesAboveTags: [String]? = nil

  /// Columns for a profile to be bound to.
  var columns: Columns {
    switch form {
    case .delimited, .sheet: Columns(names: header)
    case .objects: Columns(names: header, isOpen: true)
    }
  }

  func source(
    path: String, file: String, columns: Columns
  ) throws(ReadError) -> any RowSource {
    switch form {
    case .delimited(let layout):
      try DelimitedSource(path: path, file: file, layout: layout)
    case .objects(let layout):
      try ObjectSource(path: path, file: file, layout: layout, columns: columns)
    case .sheet(let layout):
      try SheetSource(path: path, file: file, layout: layout, header: header, columns: columns)
    }
  }
}
