extension InputFile {
  /// Reads the file by as many threads as there are takers, each of which takes in a part of it.
  ///
  /// Which rows come to which taker, and in which order, differs from run to run: what takers make
  /// of them must not depend on it. Rows with nothing wrong with them come as numbers
  /// (`Batch.plain`). Memory does not grow with the file.
  /// - Parameters:
  ///   - takers: at least one.
  ///   - take: called by several threads at once, never twice for one taker.
  /// - Throws: `ReadError`, or what `take` throws.
  public func read<Taker: Sendable>(
    into takers: inout [Taker], _ take: @Sendable (inout Taker, Batch) throws -> Void
  ) throws -> InputSummary {
    try read(into: &takers, pieceSize: FileBytes.pieceSize, take)
  }

  func read<Taker: Sendable>(
    into takers: inout [Taker], pieceSize: Int,
    _ take: @Sendable (inout Taker, Batch) throws -> Void
  ) throws -> InputSummary {
    guard case .delimited(let layout) = shape.form, let plain = try plainProfile() else {
      return try read { batch in try take(&takers[0], batch) }
    }
    var reading = try LaneReading(
      path: path, name: name, layout: layout, pieceSize: pieceSize,
      LaneRun(
        PlainLane(plain.profile, context: context),
        RowRun(plain.profile, columns: plain.columns, header: header, context: context)))
    reading.add(shape.findings(file: name))
    try reading.readBeginning(into: &takers, take)
    if takers.count > 1 { try reading.readPieces(into: &takers, take) }
    try reading.readRest(into: &takers, take)
    return InputSummary(
      name: name, sha256: reading.sha256, profile: profileName, rows: reading.rows,
      read: reading.read, rejected: reading.rows - reading.read, bytes: reading.bytes)
  }

  func plainProfile() throws -> (profile: any PlainProfile, columns: Columns)? {
    var columns = shape.columns
    guard let profile = shape.entry.bind(&columns) as? any PlainProfile else { return nil }
    return (profile, columns)
  }
}
