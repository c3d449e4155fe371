import Regions

/// What a check of boundary layers found.
public struct LayerReport: Sendable {
  /// Errors first, then by file and line.
  public let issues: [LayerIssue]
  public let files: [LoadedFile]
  /// How many usable regions each level has, and `zone` and `abroad`, by name.
  public let regionCounts: [String: Int]

  init(_ set: LayerSet, lint: LayerLint) {
    issues = (set.issues + lint.issues).sorted(by: LayerIssue.precedes)
    files = set.files
    let names = set.built.map(\.region.levelName) + set.abroad.map { _ in "abroad" }
    regionCounts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
  }

  public func count(_ severity: LayerIssue.Severity) -> Int {
    issues.count { $0.severity == severity }
  }

  /// One line an issue, and a last line with the sums.
  public var text: String {
    let names = regionCounts.keys.sorted()
    let regions = names.map { "\($0) \(regionCounts[$0] ?? 0)" }.joined(separator: ", ")
    let summary =
      "\(files.count) files; \(regions.isEmpty ? "no usable regions" : regions); "
      + "\(count(.error)) errors, \(count(.warning)) warnings, \(count(.note)) notes"
    return (issues.map(\.description) + [summary]).joined(separator: "\n") + "\n"
  }
}
