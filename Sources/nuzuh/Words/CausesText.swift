import Archive
import Causes
import Comparisons
import Records

/// The records behind changes, as people read them. Internal.
struct CausesText {
  static let notice = "INTERNAL, not for publication: it names records and shows small numbers."

  private let caused: CausedComparison
  private let limit: Int

  /// - Parameter limit: how many records of a figure are listed; `nil` for all.
  init(_ caused: CausedComparison, limit: Int?) {
    self.caused = caused
    self.limit = limit ?? .max
  }

  /// What stands below the line of a change.
  func lines(of change: FigureChange) -> [String] {
    guard let causes = caused[change.key] else { return [] }
    let shown = causes.records.prefix(limit).map { Finding.escaped("    \(line($0))") }
    let more = causes.records.count - shown.count
    return shown + (more > 0 ? ["    … and \(more) more; --all lists them"] : []) + rest(of: causes)
  }

  /// Why a part may have no record; said once, where there is such a part.
  var limits: [String] {
    let isWhole = caused.causes.allSatisfy { $0.notAttributed == .zero }
    guard !isWhole, !caused.limits.isEmpty else { return [] }
    return ["where records do not account for a change:"] + caused.limits.map { "  \($0)" }
  }

  private func rest(of causes: FigureCauses) -> [String] {
    guard let rest = causes.notAttributed else {
      return ["    what records account for cannot be told: not both releases show a number"]
    }
    return rest == .zero ? [] : ["    \(signed(rest)) by no record that is known"]
  }

  private func line(_ cause: RecordCause) -> String {
    let change = cause.difference.map { signed($0) } ?? "no number"
    return "\(change)  \(cause.kind.rawValue) \(cause.key)\(said(cause)) (\(whereFrom(cause)))"
  }

  private func said(_ cause: RecordCause) -> String {
    switch cause.kind {
    case .added: ""
    case .revised, .moved: cause.fields.isEmpty ? "" : ": \(cause.fieldText)"
    case .deleted:
      switch cause.end {
      case .missing: ": its source no longer has it"
      case .withdrawn: ": withdrawn by its source"
      case nil: ""
      }
    case .recounted: ": the same record, \(standing(cause))"
    }
  }

  private func standing(_ cause: RecordCause) -> String {
    let words = [cause.contributedBefore, cause.contributedAfter].map {
      $0.map { $0.standing.word.replacing("_", with: " ") } ?? "not in the figure"
    }
    return words[0] == words[1] ? "counted otherwise" : "\(words[0]) → \(words[1])"
  }

  private func whereFrom(_ cause: RecordCause) -> String {
    guard let row = cause.row else { return "" }
    let versions = [cause.before, cause.after].compactMap { $0?.record.version }
    let version =
      versions.isEmpty
      ? "" : ", version " + versions.map(String.init).joined(separator: " → ")
    return "\(row.file) line \(row.record.line)\(version), \(cause.arrived ?? "")"
  }

  private func signed(_ quantity: Quantity) -> String {
    quantity > .zero ? "+\(quantity.text())" : quantity.text()
  }
}
