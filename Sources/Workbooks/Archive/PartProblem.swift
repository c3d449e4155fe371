/// What a reader of one part finds wrong; the part and the line are added where they are known.
enum PartProblem: Error, Equatable {
  case damaged(String)
  case overLimit(what: String, limit: Int)

  func located(part: String, line: Int?) -> WorkbookError {
    switch self {
    case .damaged(let reason): .damaged(part: part, line: line, reason: reason)
    case .overLimit(let what, let limit): .overLimit(part: part, what: what, limit: limit)
    }
  }
}
