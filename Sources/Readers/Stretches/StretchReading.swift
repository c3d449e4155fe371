import DelimitedText
public import Digests
import Records
import Synchronization
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
  private static let pieceSize = 1 << 20
  /// As many pieces are read, and as many cut, before the caller asks for them: it asks for the first
  /// one only when it has loaded what is known of the file.
  private static let mostAhead = 8

  /// What the records of a stretch depend on beside its bytes and the settings of reading: another
  /// file with the same basis has the same records in the same stretches.
  public let basis: String
  private var run: LaneRun
  private let parser: DelimitedParser
  /// One thread reads the file and takes its checksum, and another cuts and hashes stretches, which
  /// together take about as long as what the caller does with them.
  private let pieces: ReadAhead<ReadAhead<PieceSource, StretchPiece>, StretchPiece>?
  /// Beginnings of the file with which it is known, so that their pieces are not cut ahead.
  private let known = Known()
  private let beginning: (sha256: String, bytes: Int)
  private var block = RowBlock()

  /// What the thread that cuts learns while it does.
  private final class Known: Sendable {
    private let beginnings = Mutex<Set<ShortDigest>>([])

    func set(_ known: Set<ShortDigest>) { beginnings.withLock { $0 = known } }

    func contains(_ beginning: ShortDigest?) -> Bool {
      guard let beginning else { return false }
      return beginnings.withLock { $0.contains(beginning) }
    }
  }

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
    pieces = rest.map { [known] rest in
      ReadAhead(
        ReadAhead(rest, most: Self.mostAhead) { try Self.next(from: &$0, key) },
        most: Self.mostAhead
      ) { pieces in
        var piece = try pieces.next()
        if !known.contains(piece?.beginning) { piece?.cutAhead() }
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
  public func next() throws -> StretchPiece? { try pieces?.next() }

  private static func next(
    from source: inout PieceSource, _ key: SipHash.Key
  ) throws -> StretchPiece? {
    guard let piece = try source.next(in: []) else { return nil }
    guard piece.isLast || piece.lineFeeds > 0 else { throw Impossible() }
    return StretchPiece(piece, beginning: source.file.digest, key: key)
  }

  /// Pieces with these beginnings will not be asked for their stretches, as far as can be told: those
  /// that are reached from now on are not cut ahead.
  public func expect(_ beginnings: Set<ShortDigest>) { known.set(beginnings) }

  /// Reads a stretch that is not known.
  public mutating func read(
    _ stretch: Stretch, of piece: StretchPiece, _ each: (Batch) throws -> Void
  ) throws {
    var own = parser.moved(toLine: stretch.line)
    block.removeAll()
    own.take(bytes: Array(piece.bytes[stretch.bytes]), into: &block, isLast: piece.isLast)
    let isSound =
      piece.isLast || own.isBetweenRows && own.nextLine == stretch.line + stretch.lineFeeds
    guard isSound else { throw Impossible() }
    try run.take(0..<block.count, of: &block, each)
  }
}
