/// The text as it stood, for those who hand it on: made by a parser that keeps originals.
///
/// All bytes of a text are, in their order: for each block what is left of a row before
/// (`endOfRowBefore`), then each row's `extent`, and between and after them, up to `consumed`,
/// what belongs to no row, such as blank lines and a byte order mark.
extension RowBlock {
  /// How many of the bytes have been read; the rest stands again in the next block.
  public var consumedCount: Int { consumed }

  /// Whether the row has as many fields as the header, nothing wrong with it, and in `bytes` every
  /// byte as it stood.
  public func isUntouched(row: Int) -> Bool { rows[row].isClean }

  /// Where the row lies in `bytes`, with its line end.
  public func extent(ofRow row: Int) -> Range<Int> { rows[row].extent }

  /// Whether the row is too long and goes on behind this block's `consumedCount`.
  public func goesOn(row: Int) -> Bool { rows[row].goesOn }

  /// Behind the line end of the row that the block before left open, where it ends in this one.
  public var endOfOpenRow: Int? { endOfRowBefore }

  /// Where the line end begins that closes a part of the bytes; its upper bound where none does.
  public func lineEnd(of range: Range<Int>) -> Int {
    var end = range.upperBound
    if end > range.lowerBound, bytes[end - 1] == ByteSearch.lineFeed { end -= 1 }
    if end > range.lowerBound, bytes[end - 1] == ByteSearch.carriageReturn { end -= 1 }
    return end
  }

  /// Appends the row as it stood, without its line end.
  public func appendOriginal(ofRow row: Int, to output: inout [UInt8]) {
    let extent = rows[row].extent
    let content = extent.lowerBound..<lineEnd(of: extent)
    let kept = rows[row].original
    guard kept >= 0 else { return appendOriginal(content, to: &output) }
    let source = originals[originalRanges[Int(kept)]].prefix(content.count)
    append(source, standingAt: content, to: &output)
  }

  /// Appends a part of the bytes that holds no doubled quotes made single.
  public func appendOriginal(_ range: Range<Int>, to output: inout [UInt8]) {
    guard nullOffsets.isEmpty else {
      return append(bytes[range], standingAt: range, to: &output)
    }
    let source = bytes.span.extracting(range)
    unsafe source.withUnsafeBufferPointer { unsafe output.append(contentsOf: $0) }
  }

  /// Puts back the zero bytes that were dropped.
  private func append(
    _ source: ArraySlice<UInt8>, standingAt range: Range<Int>, to output: inout [UInt8]
  ) {
    guard !nullOffsets.isEmpty else { return output.append(contentsOf: source) }
    var next = firstNull(at: range.lowerBound)
    for (offset, byte) in zip(range, source) {
      while next < nullOffsets.count, nullOffsets[next] <= offset {
        output.append(0)
        next += 1
      }
      output.append(byte)
    }
  }

  private func firstNull(at offset: Int) -> Int {
    var low = 0
    var high = nullOffsets.count
    while low < high {
      let middle = (low + high) / 2
      if nullOffsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func keepOriginal(of range: Range<Int>, asRow row: inout Row) {
    let start = originals.count
    originals.append(contentsOf: bytes[range])
    row.original = Int32(originalRanges.count)
    originalRanges.append(start..<originals.count)
  }

  /// The row that was too long ends here.
  mutating func endOpenRow(at end: Int) {
    if let last = rows.indices.last, rows[last].goesOn {
      rows[last].extent = rows[last].extent.lowerBound..<end
      rows[last].goesOn = false
    } else {
      endOfRowBefore = end
    }
  }
}
