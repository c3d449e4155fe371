/// The texts that cells refer to by number, one after the other in one stretch of memory.
struct SharedTexts {
  fileprivate(set) var bytes: [UInt8] = []
  fileprivate(set) var ends: [Int] = []

  init() {}

  init(part: String, in archive: ZipArchive, limits: WorkbookLimits) throws(WorkbookError) {
    let visitor = SharedTextsVisitor(limits: limits)
    try archive.read(part, into: visitor, limits: limits)
    self = visitor.texts
  }

  var count: Int { ends.count }
  var indices: Range<Int> { 0..<ends.count }

  /// - Precondition: `0 ≤ index < count`.
  subscript(index: Int) -> String {
    let start = index == 0 ? 0 : ends[index - 1]
    return String(decoding: bytes[start..<ends[index]], as: UTF8.self)
  }
}

private final class SharedTextsVisitor: XMLVisitor {
  static let root = "sst"
  var texts = SharedTexts()
  private let limits: WorkbookLimits
  private var collector: TextCollector

  init(limits: WorkbookLimits) {
    self.limits = limits
    collector = TextCollector(limit: limits.cellBytes)
  }

  func begin(_ name: String, _ attributes: XMLAttributes) throws(PartProblem) {
    if name == "si" { collector.removeAll() }
    collector.begin(name)
  }

  func text(_ bytes: Span<UInt8>) throws(PartProblem) { try collector.take(bytes) }

  func end(_ name: String) throws(PartProblem) {
    collector.end(name)
    guard name == "si" else { return }
    texts.bytes += EscapedText.decoded(collector.bytes)
    texts.ends.append(texts.bytes.count)
    guard texts.bytes.count <= limits.sharedBytes else {
      throw .overLimit(what: "bytes of text", limit: limits.sharedBytes)
    }
    guard texts.count <= limits.items else {
      throw .overLimit(what: "texts", limit: limits.items)
    }
  }
}
