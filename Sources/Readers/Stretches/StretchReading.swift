import DelimitedText
public import Digests
import Records
import Threads

/// Reads a file stretch by stretch, so that those whose records are known already need not be read.
///
/// Only for delimited text whose rows say what they say whatever stands beside them. That a stretch
/// is one of whole rows shows when it is read: a text that begins with a row and is parsed to its
/// end without a rest ends with one, too. So behind stretches that were read once, here or in
/// another file, there always begins a row.
public struct StretchReading {
  /// The file cannot be read so: it is packed, or not cut where its rows end. What was read of it
  /// must be forgotten, and the file read in the ordinary way.
  public struct Impossible: Error {
    public init() {}
  }

  private static let beginningSize = 1 << 11
  static let pieceSize = 1 << 20
  /// As many pieces are read before they are cut, which begins when the caller has loaded what is known
  /// of the file; and of those that are cut as many bytes are kept before the caller asks for them. Of
  /// what is known hardly any are, so most of a file may be cut while its new rows are taken.
  private static let mostRead = 8
  static let mostKept = 1 << 24
  private static let leastKept = 1 << 12

  /// What the records of a stretch depend on beside its bytes and the settings of reading: another
  /// file with the same basis has the same records in the same stretches.
  public let basis: String
  private var run: LaneRun
  private let parser: DelimitedParser
  /// One thread reads the file and takes its checksum, and another cuts and hashes stretches, which
  /// together take about as long as what the caller does with them.
  private let pieces: ReadAhead<ReadAhead<PieceSource, StretchPiece>, StretchPiece>?
  let expectation = Expectation()
  let key: SipHash.Key
  /// `nil` where all was read at once.
  let openFile: RawFile?
  private let beginning: (sha256: String, bytes: Int)
  private var block = RowBlock()

  /// Reads the beginning of the file, where rows of another kind may stand; it is in no stretch.
  ///
  /// - Parameter key: of the digests of stretches, which whoever writes files must not know.
  /// - Returns: `nil` where files of this kind are not read so; nothing has been read then.
  /// - Throws: `Impossible`, `ReadError`, or what `each` throws.
  public init?(
    _ file: InputFile, key: SipHash.Key, beginning each: (Batch) throws -> Void
  ) throws {
    guard case .delimited(let layout) = file.shape.form, let plain = try file.plainProfile() else {
      return nil
    }
    var source = try DelimitedSource(
      path: file.path, file: file.name, layout: layout, leavesQuotes: true,
      pieceSize: Self.beginningSize)
    var run = LaneRun(
      PlainLane(plain.profile, context: file.context),
      RowRun(plain.profile, columns: plain.columns, header: file.header, context: file.context))
    run.add(file.shape.findings(file: file.name))
    var hasEnded = false
    while !hasEnded, !run.run.isPastBeginning {
      hasEnded = try !source.next { block, rows in try run.take(rows, of: &block, each) }
    }
    self.run = run
    parser = source.parser
    let rest = hasEnded ? nil : source.pieces(of: Self.pieceSize)
    guard hasEnded || rest != nil else { throw Impossible() }
    self.key = key
    openFile = rest?.file
    pieces = rest.map { [expectation = expectation.shared] rest in
      ReadAhead(
        ReadAhead(rest, most: Self.mostRead) { source in
          try source.nextWhole().map {
            StretchPiece($0, beginning: source.file.digest, key: key)
          }
        },
        most: Self.mostKept / Self.leastKept, weight: Self.weight
      ) { pieces in
        let known = expectation.wait()
        guard var piece = try pieces.next() else { return nil }
        if let beginning = piece.beginning, known.piece(beginning) {
          piece.letGo()
        } else {
          piece.cutAhead(known.block)
        }
        return piece
      }
    }
    beginning = (source.bytes.sha256, source.bytes.count)
    let separator = source.parser.separator.map { "\($0)" } ?? ""
    basis =
      ([file.profileName, separator, "\(layout.rowsAbove)"] + file.header + file.shape.titles)
      .joined(separator: "\u{1F}")
  }

  /// Rows and records read so far, without those of stretches that were passed over.
  public var rows: Int { run.run.rows }
  public var read: Int { run.run.read }
  /// SHA-256 of the file, once it has been read to its end.
  public var sha256: String { pieces?.end?.end?.file.sha256 ?? beginning.sha256 }

  /// The next piece of the file; `nil` at its end.
  public func next() throws -> StretchPiece? {
    expectation.shared.tell(Expected())
    return try pieces?.next()
  }

  static func weight(of piece: StretchPiece) -> Int { 1 + piece.bytes.count / leastKept }

  /// Says what need not be read, because it is known; called before `next`, or else nothing is known.
  ///
  /// - Parameters:
  ///   - piece: whether all is known of the piece at the end of a beginning of the file. It has no blocks
  ///     then.
  ///   - block: whether all is known of a block. Its stretches can no longer be read.
  public func expect(
    piece: @escaping @Sendable (_ beginning: ShortDigest) -> Bool,
    block: @escaping @Sendable (_ digest: ShortDigest) -> Bool
  ) {
    expectation.shared.tell(Expected(piece: piece, block: block))
  }

  /// Reads a stretch that is not known.
  ///
  /// - Throws: `Impossible` also where its bytes were let go (see `expect`); what `each` throws.
  public mutating func read(
    _ stretch: Stretch, of piece: StretchPiece, _ each: (Batch) throws -> Void
  ) throws {
    guard let bytes = stretch.bytes else { throw Impossible() }
    var own = parser.moved(toLine: stretch.line)
    block.removeAll()
    own.take(bytes: Array(piece.bytes[bytes]), into: &block, isLast: piece.isLast)
    let isSound =
      piece.isLast || own.isBetweenRows && own.nextLine == stretch.line + stretch.lineFeeds
    guard isSound else { throw Impossible() }
    try run.take(0..<block.count, of: &block, each)
  }
}
