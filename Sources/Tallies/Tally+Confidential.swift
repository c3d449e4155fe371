/// A tally has no text of its own. Swift would print its fields all the same, so that a log or a
/// debugging line could tell what must not leave; this keeps it from doing so.
extension Tally: CustomReflectable {
  /// Without any field.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension FlowTally: CustomReflectable {
  /// Without any field.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension DefaultStringInterpolation {
  /// Keeps tallies out of texts: what may be told of one is told by its release.
  @available(*, deprecated, message: "a tally is confidential; tell what its release tells")
  public mutating func appendInterpolation(_ tally: Tally) { appendLiteral("a tally") }

  /// Keeps flows out of texts, as tallies.
  @available(*, deprecated, message: "a tally is confidential; tell what its release tells")
  public mutating func appendInterpolation(_ flow: FlowTally) { appendLiteral("a tally") }
}
