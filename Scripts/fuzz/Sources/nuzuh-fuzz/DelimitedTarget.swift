import DelimitedText

/// Rows do not depend on how the text is cut into pieces.
enum DelimitedTarget {
  struct SeenRow: Equatable {
    let line: Int
    let fields: [String]
    let problem: RowProblem?
    let flags: [Bool]
  }

  static func read(_ bytes: [UInt8]) {
    guard let choice = bytes.first else { return }
    let limit = choice & 1 == 0 ? 1 << 20 : 16
    let text = Array(bytes.dropFirst())
    let whole = rows(text, size: max(text.count, 1), limit: limit)
    let cut = rows(text, size: Int(choice >> 1) % 17 + 1, limit: limit)
    precondition(whole == cut, "rows depend on the pieces")
  }

  private static func rows(_ text: [UInt8], size: Int, limit: Int) -> [SeenRow] {
    var parser = DelimitedParser(maximumRowBytes: limit)
    var block = RowBlock()
    var rows: [SeenRow] = []
    for start in stride(from: 0, to: text.count, by: size) {
      parser.take(Array(text[start..<min(start + size, text.count)]), into: &block)
      rows += seen(block)
    }
    parser.finish(into: &block)
    return rows + seen(block)
  }

  private static func seen(_ block: RowBlock) -> [SeenRow] {
    (0..<block.count).map { row in
      SeenRow(
        line: block.line(ofRow: row), fields: block.texts(ofRow: row),
        problem: block.problem(ofRow: row),
        flags: [block.hasNullBytes(inRow: row), block.isDamaged(row: row)])
    }
  }
}
