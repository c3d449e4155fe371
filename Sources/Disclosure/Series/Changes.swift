import Records

/// What somebody who has two counts of the same records sees to have changed between them.
///
/// Of a withheld figure that is the change of what is shown around it: where a sum leaves the same
/// for the withheld ones in it, they are taken for unchanged.
struct Changes {
  /// Withheld figures in sums whose shown figures say that something in them has changed.
  private(set) var moved: Set<ToldName> = []
  /// Figures in sums in which something shown has become smaller, so that records may have been
  /// withdrawn there; elsewhere they have come late.
  private(set) var fallen: Set<ToldName> = []

  /// Nothing was counted anew.
  static let none = Changes()

  private init() {}

  /// - Parameter isRevision: whether the later one keeps the rules of a series, by which a figure
  ///   that was shown and is withheld has changed.
  init(from before: ToldTable, to after: ToldTable, isRevision: Bool) {
    let smaller = Set(before.names.filter { $0.onlyGrows && hasFallen($0, before, after) })
    let others = Set(before.names + after.names).filter {
      isOther($0, before, after, isRevision)
    }
    moved = others
    for sum in before.sums + after.sums {
      take(sum, before, after, others)
      let names = sum.compactMap { $0 }
      if names.contains(where: smaller.contains) { fallen.formUnion(names) }
    }
  }

  private func hasFallen(_ name: ToldName, _ before: ToldTable, _ after: ToldTable) -> Bool {
    guard case .known(let old)? = before.number(name), case .known(let new)? = after.number(name)
    else { return false }
    return new < old
  }

  /// Whether a withheld figure is surely another number than it was: it was a zero or is one, or a
  /// revision withholds what was shown.
  private func isOther(
    _ name: ToldName, _ before: ToldTable, _ after: ToldTable, _ isRevision: Bool
  ) -> Bool {
    switch (before.number(name), after.number(name)) {
    case (.known(let old)?, .withheld?): isRevision || old == .zero
    case (.withheld?, .known(let new)?): new == .zero
    default: false
    }
  }

  private mutating func take(
    _ sum: [ToldName?], _ before: ToldTable, _ after: ToldTable, _ others: Set<ToldName>
  ) {
    let names = sum.compactMap { $0 }
    guard isComparable(names.dropFirst(), before, after) else { return }
    var (rest, hasChanged, hasOtherHidden) = (Int128(0), false, false)
    var hidden: [ToldName] = []
    for (position, name) in sum.enumerated() {
      guard let name else { continue }
      guard let old = before.number(name), let new = after.number(name) else { return }
      switch (old, new) {
      case (.unknown, _), (_, .unknown): return
      case (.known(let old), .known(let new)):
        hasChanged = hasChanged || old != new
        rest += (position == 0 ? 1 : -1) * (new.attos - old.attos)
      case (.withheld, .withheld): hidden.append(name)
      case (.known, .withheld), (.withheld, .known):
        hidden.append(name)
        hasOtherHidden = true
        hasChanged = hasChanged || others.contains(name)
      }
    }
    if hasOtherHidden ? hasChanged : rest != 0 { moved.formUnion(hidden) }
  }

  /// Whether both tell any part of a sum; otherwise one of them has not the sum.
  private func isComparable(
    _ parts: ArraySlice<ToldName>, _ before: ToldTable, _ after: ToldTable
  ) -> Bool {
    parts.contains { before.cell($0) != nil } && parts.contains { after.cell($0) != nil }
  }
}
