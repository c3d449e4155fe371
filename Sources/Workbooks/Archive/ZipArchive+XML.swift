extension ZipArchive {
  /// Reads a whole part of XML.
  func read(_ part: String, into visitor: any XMLVisitor, limits: WorkbookLimits)
    throws(WorkbookError)
  {
    let entry = try open(part)
    let parser = try XMLParser(visitor, part: part, limits: limits)
    var piece: [UInt8]
    repeat {
      piece = try entry.next()
      try parser.take(piece)
    } while !piece.isEmpty
  }
}
