/// Collects the text of a cell or a shared text: that of `t`, alone or in runs of one format, but
/// not the readings that East Asian texts carry (`rPh`).
struct TextCollector {
  private let limit: Int
  private(set) var bytes: [UInt8] = []
  private var isInText = false
  private var isInReading = false

  init(limit: Int) {
    self.limit = limit
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    isInText = false
    isInReading = false
  }

  mutating func begin(_ name: String) {
    if name == "rPh" { isInReading = true }
    isInText = name == "t" && !isInReading
  }

  mutating func end(_ name: String) {
    if name == "rPh" { isInReading = false }
    isInText = false
  }

  mutating func take(_ piece: Span<UInt8>) throws(PartProblem) {
    guard isInText else { return }
    try append(piece)
  }

  /// Adds text whatever stands around it.
  mutating func append(_ piece: Span<UInt8>) throws(PartProblem) {
    guard bytes.count + piece.count <= limit else {
      throw .overLimit(what: "bytes in one cell", limit: limit)
    }
    for index in piece.indices { bytes.append(piece[index]) }
  }
}
