import Archive
public import Comparisons

/// A comparison of two releases with the records behind it. Confidential, never part of a release.
public struct CausedComparison: Sendable {
  public let comparison: Comparison
  /// For each change, in the order of the comparison.
  public let causes: [FigureCauses]
  /// Why a part of the changes may have no record, in sentences.
  public let limits: [String]

  /// What the document says of itself.
  public static let protection = "internal: not for publication; it names records"

  /// The causes of a figure's change.
  public subscript(key: FigureKey) -> FigureCauses? {
    position[key].map { causes[$0] }
  }

  private let position: [FigureKey: Int]

  init(_ comparison: Comparison, _ causes: [FigureCauses], limits: [String]) {
    self.comparison = comparison
    self.causes = causes
    self.limits = limits
    position = Dictionary(
      causes.enumerated().map { ($1.change.key, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
