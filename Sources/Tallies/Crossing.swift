import Records

/// Which indicators a movement makes (rule F7), given whether its ends are one region.
enum Crossing {
  /// The end of a movement at which an indicator is counted.
  enum End {
    case origin
    case destination
  }

  struct Effect {
    let stem: Indicator.Stem
    let end: End
  }

  /// All indicators that movements of a kind may make.
  static func stems(of kind: Movement.Kind) -> Set<Indicator.Stem> {
    var stems: Set<Indicator.Stem> = []
    for ends in [(true, true), (true, false), (false, true), (false, false)] {
      let effects = effects(
        of: kind, hasOrigin: ends.0, hasDestination: ends.1, isWithin: false)
      stems.formUnion(effects.map(\.stem))
    }
    return stems
  }

  /// - Parameters:
  ///   - hasOrigin: the record says something of the origin.
  ///   - isWithin: both ends are the same region of the level: neither arrival nor departure.
  static func effects(
    of kind: Movement.Kind, hasOrigin: Bool, hasDestination: Bool, isWithin: Bool
  ) -> [Effect] {
    var effects: [Effect] = []
    switch kind {
    case .displacement:
      if hasOrigin || !hasDestination { effects.append(Effect(stem: .displaced, end: .origin)) }
    case .eviction:
      effects.append(Effect(stem: .evicted, end: hasOrigin ? .origin : .destination))
    case .relocation:
      effects.append(Effect(stem: .relocated, end: hasOrigin ? .origin : .destination))
    case .return:
      effects.append(Effect(stem: .returned, end: hasDestination ? .destination : .origin))
    }
    guard hasDestination, !isWithin else { return effects }
    let (leaving, coming): (Indicator.Stem, Indicator.Stem) =
      kind == .return ? (.returnsOut, .returnsIn) : (.departed, .arrived)
    if hasOrigin { effects.append(Effect(stem: leaving, end: .origin)) }
    effects.append(Effect(stem: coming, end: .destination))
    return effects
  }
}
