/// How an indicator is treated (rule D1). The raw values are the words of policy files.
public enum Sensitivity: String, Hashable, Sendable, CaseIterable {
  /// Shown as it is: it is known already.
  case `public`
  /// Shown where nobody can be found by it.
  case protected
  /// Never leaves the organisation.
  case withheld
}
