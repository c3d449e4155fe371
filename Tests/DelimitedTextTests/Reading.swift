import DelimitedText

/// All that can be seen of a row, so that readings can be compared.
struct SeenRow: Hashable {
  var line: Int
  var fields: [String]
  var problem: RowProblem?
  var hasNullBytes = false
  var isDamaged = false
}

/// Reads a text in pieces of a given size.
func read(
  _ text: [UInt8], pieces: Int = .max, separator: Character? = nil, maximumRowBytes: Int = 1 << 20
) -> [SeenRow] {
  var parser = DelimitedParser(
    separator: separator?.asciiValue, maximumRowBytes: maximumRowBytes)
  var block = RowBlock()
  var rows: [SeenRow] = []
  var start = 0
  while start < text.count {
    let end = pieces < text.count - start ? start + pieces : text.count
    parser.take(Array(text[start..<end]), into: &block)
    rows += block.seenRows
    start = end
  }
  parser.finish(into: &block)
  return rows + block.seenRows
}

func read(
  _ text: String, pieces: Int = .max, separator: Character? = nil, maximumRowBytes: Int = 1 << 20
) -> [SeenRow] {
  read(
    Array(text.utf8), pieces: pieces, separator: separator, maximumRowBytes: maximumRowBytes)
}

extension RowBlock {
  var seenRows: [SeenRow] {
    (0..<count).map { row in
      SeenRow(
        line: line(ofRow: row), fields: texts(ofRow: row), problem: problem(ofRow: row),
        hasNullBytes: hasNullBytes(inRow: row), isDamaged: isDamaged(row: row))
    }
  }
}

/// A small generator of random numbers that gives the same sequence every time (SplitMix64,
/// https://prng.di.unimi.it/splitmix64.c).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
