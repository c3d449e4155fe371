import Readers
import Tallies

/// Finds out what the rows are written in, and hands them on accordingly.
struct RowLocator: Sendable {
  private enum Form: Sendable {
    case unknown
    case table(TableLocator)
    case objects(ObjectLocator)
  }

  private let file: String
  private let settings: LocateSettings
  private let placer: Placer
  private var form = Form.unknown
  /// What came before the text told what it is.
  private var beginning: [UInt8] = []

  init(file: String, settings: LocateSettings, placer: Placer) {
    self.file = file
    self.settings = settings
    self.placer = placer
  }

  var summary: LocateSummary {
    switch form {
    case .unknown: LocateSummary(file: file)
    case .table(let locator): locator.summary
    case .objects(let locator): locator.summary
    }
  }

  mutating func take(_ piece: [UInt8], into output: inout [UInt8]) throws {
    var piece = piece
    if case .unknown = form {
      beginning += piece
      guard TextKind.isTold(by: beginning) else { return }
      try choose()
      piece = beginning
      beginning = []
    }
    try handOn(piece, isLast: false, &output)
  }

  mutating func finish(into output: inout [UInt8]) throws {
    if case .unknown = form { try choose() }
    let rest = beginning
    beginning = []
    try handOn(rest, isLast: false, &output)
    try handOn([], isLast: true, &output)
  }

  /// As `TableLocator.handOver`.
  mutating func handOver() -> (locator: TableLocator, rest: [UInt8], line: Int)? {
    guard case .table(var locator) = form else { return nil }
    form = .unknown
    defer { form = .table(locator) }
    return locator.handOver()
  }

  /// As `TableLocator.goOn`.
  mutating func goOn(atLine line: Int) {
    guard case .table(var locator) = form else { return }
    form = .unknown
    defer { form = .table(locator) }
    locator.goOn(atLine: line)
  }

  private mutating func choose() throws {
    switch try TextKind.of(beginning, file: file) {
    case .table:
      form = .table(TableLocator(file: file, settings: settings, placer: placer))
    case .objects:
      form = .objects(ObjectLocator(file: file, settings: settings, placer: placer))
    }
  }

  private mutating func handOn(
    _ piece: [UInt8], isLast: Bool, _ output: inout [UInt8]
  ) throws {
    switch form {
    case .unknown: break
    case .table(var locator):
      // Moved out and back, so that its buffers are never copied.
      form = .unknown
      defer { form = .table(locator) }
      if isLast {
        try locator.finish(into: &output)
      } else {
        try locator.take(piece, into: &output)
      }
    case .objects(var locator):
      form = .unknown
      defer { form = .objects(locator) }
      if isLast {
        try locator.finish(into: &output)
      } else {
        try locator.take(piece, into: &output)
      }
    }
  }
}
