/// Finds the fields of rows with nothing wrong with them, 64 bytes at a time: the hot loop of
/// reading. `RowScanner` says what every other row means, and is its oracle in the tests.
///
/// Quotes, separators and line ends of a block become one bit each; the running exclusive or of
/// the quotes tells what lies inside them (as in simdjson, Langdale and Lemire 2019). A row is
/// clean if it has as many fields as the header, every quote opens a field, closes one or is one
/// of two that stand for one, every carriage return is followed by a line feed, and no byte is
/// zero. Only the ends
/// of fields are kept, without a branch for each: six are stored at once and those too many are
/// overwritten.
///
/// Measured by `Scripts/benchmarks` ("clean rows"): 2.5 to 3 GB/s, where byte after byte gives 1.
struct CleanRows {
  private let quote = ByteBlock.Vector(repeating: ByteSearch.quote)
  private let lineFeed = ByteBlock.Vector(repeating: ByteSearch.lineFeed)
  private let zero = ByteBlock.Vector(repeating: 0)
  private let carriageReturn = ByteBlock.Vector(repeating: ByteSearch.carriageReturn)
  /// More than the ends that a block of bytes can add, and the stores that go beyond them.
  private static let room = 2 * ByteBlock.size

  private let separator: ByteBlock.Vector
  private let width: Int
  private let maximumRowBytes: Int

  init(separator: UInt8, width: Int, maximumRowBytes: Int) {
    self.separator = ByteBlock.Vector(repeating: separator)
    self.width = width
    self.maximumRowBytes = maximumRowBytes
  }

  /// Takes clean rows from an offset at which a row begins.
  ///
  /// - Returns: where the first row begins that is not clean or does not end well before the bytes
  ///   do.
  func take(_ block: inout RowBlock, from start: Int, line: inout Int) -> Int {
    var state = State(at: start, line: line, ends: block.endCount)
    let held = block.bytes
    var isClean = true
    while isClean, state.offset &+ ByteBlock.size <= held.count {
      block.makeRoom(for: CleanRows.room, behind: state.ends)
      isClean = unsafe block.ends.withUnsafeMutableBufferPointer { ends in
        unsafe scan(held.span.bytes, &state, into: ends, &block.rows)
      }
    }
    block.endCount = state.rowFirst
    line = state.rowLine
    return state.rowStart
  }

  /// Where the scan stands.
  private struct State {
    var offset: Int
    var rowStart: Int
    var rowLine: Int
    /// Index of the row's first end, and of the next one.
    var rowFirst: Int
    var ends: Int
    /// Line of the byte at `offset`.
    var line: Int
    /// All ones inside quotes.
    var inside: UInt64 = 0
    /// Bit 0 tells of the byte before the block: it closed a quote, ended a field, or was a
    /// carriage return.
    var closed: UInt64 = 0
    var ended: UInt64 = 1
    var returned: UInt64 = 0
    /// The carriage returns of the block.
    var returns: UInt64 = 0
    /// Not zero where the row has quotes that stand for one.
    var doubled: UInt64 = 0

    init(at start: Int, line: Int, ends: Int) {
      offset = start
      rowStart = start
      rowLine = line
      rowFirst = ends
      self.ends = ends
      self.line = line
    }
  }

  /// Goes on while blocks are clean and there is room; `false` where one is not clean.
  private func scan(
    _ bytes: RawSpan, _ state: inout State, into ends: UnsafeMutableBufferPointer<UInt32>,
    _ rows: inout [RowBlock.Row]
  ) -> Bool {
    let limit = ends.count &- CleanRows.room
    while state.offset &+ ByteBlock.size <= bytes.byteCount, state.ends <= limit {
      let block = ByteBlock(bytes, at: state.offset)
      let lines = block.holds(lineFeed) ? block.equal(lineFeed) : 0
      guard takeReturns(block, lines, &state), let marks = marks(block, &state) else {
        return false
      }
      let before = state.ends
      unsafe CleanRows.store(marks.ends, of: state.offset, into: ends, &state.ends)
      if marks.ends & lines != 0 {
        guard endRows(bytes, marks, lines, before, &state, &rows) else { return false }
      } else {
        state.doubled |= marks.doubled
      }
      state.line &+= lines.nonzeroBitCount
      state.offset &+= ByteBlock.size
    }
    return true
  }

  /// Whether every carriage return has a line feed behind it, and no byte is zero.
  @inline(__always)
  private func takeReturns(_ block: ByteBlock, _ lines: UInt64, _ state: inout State) -> Bool {
    guard block.holds(carriageReturn, or: zero) || state.returned != 0 else {
      state.returns = 0
      return true
    }
    if block.holds(zero) { return false }
    state.returns = block.equal(carriageReturn)
    let expected = state.returns << 1 | state.returned
    state.returned = state.returns >> 63
    return expected & ~lines == 0
  }

  private struct Marks {
    /// Separators and line feeds outside quotes.
    var ends: UInt64
    /// Second quotes of two that stand for one.
    var doubled: UInt64
  }

  /// `nil` where a quote is out of place.
  @inline(__always)
  private func marks(_ block: ByteBlock, _ state: inout State) -> Marks? {
    guard block.holds(quote) else {
      guard state.inside == 0 else {
        state.ended = 0
        return Marks(ends: 0, doubled: 0)
      }
      let ends = block.equal(separator, or: lineFeed)
      guard state.closed & ~(ends | state.returns) == 0 else { return nil }
      state.closed = 0
      state.ended = ends >> 63
      return Marks(ends: ends, doubled: 0)
    }
    let quotes = block.equal(quote)
    let inside = CleanRows.runningExclusiveOr(quotes) ^ state.inside
    let ends = block.equal(separator, or: lineFeed) & ~inside
    let opening = quotes & inside
    let closing = quotes & ~inside
    let behindClosing = closing << 1 | state.closed
    let doubled = opening & behindClosing
    let isClean =
      behindClosing & ~(ends | quotes | state.returns) == 0
      && opening & ~doubled & ~(ends << 1 | state.ended) == 0
    state.closed = closing >> 63
    state.ended = ends >> 63
    state.inside = UInt64(bitPattern: Int64(bitPattern: inside) >> 63)
    return isClean ? Marks(ends: ends, doubled: doubled) : nil
  }

  /// Bit `i` tells whether an odd number of bits up to and including `i` is set.
  @inline(__always)
  private static func runningExclusiveOr(_ word: UInt64) -> UInt64 {
    var bits = word
    bits ^= bits << 1
    bits ^= bits << 2
    bits ^= bits << 4
    bits ^= bits << 8
    bits ^= bits << 16
    return bits ^ bits << 32
  }

  @inline(__always)
  private static func store(
    _ marks: UInt64, of offset: Int, into ends: UnsafeMutableBufferPointer<UInt32>,
    _ count: inout Int
  ) {
    var rest = marks
    var next = count
    count &+= marks.nonzeroBitCount
    while next < count {
      for index in 0..<6 {
        unsafe ends[next &+ index] = UInt32(
          truncatingIfNeeded: offset &+ rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
      next &+= 6
    }
  }

  /// Ends the rows whose line feed lies in the block; `false` where one of them is not clean.
  @inline(__always)
  private func endRows(
    _ bytes: RawSpan, _ marks: Marks, _ lines: UInt64, _ endsBefore: Int, _ state: inout State,
    _ rows: inout [RowBlock.Row]
  ) -> Bool {
    var rest = marks.ends & lines
    var past: UInt64 = 0
    while rest != 0 {
      let end = state.offset &+ rest.trailingZeroBitCount
      let upTo = rest ^ (rest &- 1)
      let last = endsBefore &+ (marks.ends & upTo).nonzeroBitCount
      let before = unsafe bytes.unsafeLoad(fromByteOffset: max(0, end &- 1), as: UInt8.self)
      let hasReturn = end > state.rowStart && before == ByteSearch.carriageReturn
      guard last &- state.rowFirst == width, end &- state.rowStart < maximumRowBytes,
        end &- (hasReturn ? 1 : 0) > state.rowStart
      else { return false }
      var row = RowBlock.Row(line: state.rowLine, fieldsStart: state.rowFirst)
      row.fieldCount = Int32(truncatingIfNeeded: width)
      row.start = Int32(truncatingIfNeeded: state.rowStart)
      row.end = Int32(truncatingIfNeeded: end &+ 1)
      row.isClean = true
      row.endsInReturn = hasReturn
      row.hasDoubledQuotes = state.doubled | (marks.doubled & upTo & ~past) != 0
      rows.append(row)
      state.doubled = 0
      state.rowFirst = last
      state.rowStart = end &+ 1
      state.rowLine = state.line &+ (lines & upTo).nonzeroBitCount
      past = upTo
      rest &= rest &- 1
    }
    state.doubled = marks.doubled & ~past
    return true
  }
}
