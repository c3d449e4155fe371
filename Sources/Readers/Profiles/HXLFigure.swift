import Records

/// A figure that a hashtag stands for.
struct HXLFigure: Hashable {
  enum Meaning: Hashable {
    case events
    case killed
    case injured
    case detained
    case movement(Movement.Kind, Measure)
  }

  let meaning: Meaning
  let unit: Movement.Unit
  /// Which of the three numbers of a figure it is.
  let bound: Bound
  let split: Set<HXLTag.Split>

  enum Bound: Hashable { case low, best, high }

  /// `nil` where the hashtag is no figure of ours.
  ///
  /// People killed, injured, detained, displaced, evicted or returned are flows of the period;
  /// `+idps`, `+refugees` and `+returnees` are stocks at its end. People in need or reached are
  /// part of them, and no figure.
  init?(_ tag: HXLTag) {
    guard let meaning = Meaning(tag) else { return nil }
    self.meaning = meaning
    unit = tag.has("hh", "households", "families") ? .households : .persons
    bound = tag.has("min", "low") ? .low : tag.has("max", "high") ? .high : .best
    split = tag.split
  }

  /// The same figure of everybody.
  var key: [AnyHashable] { [meaning, unit] }
}

extension HXLFigure.Meaning {
  fileprivate init?(_ tag: HXLTag) {
    if ["event", "affected"].contains(tag.name), tag.has("num", "count", "events") {
      self = .events
      return
    }
    guard ["affected", "population", "indicator"].contains(tag.name) else { return nil }
    let found = HXLFigure.Meaning.words.first { tag.attributes.contains($0.word) }
    guard let meaning = found?.meaning else { return nil }
    self = meaning
  }

  private static let words: [(word: String, meaning: HXLFigure.Meaning)] = [
    ("killed", .killed), ("dead", .killed), ("deaths", .killed), ("fatalities", .killed),
    ("injured", .injured), ("wounded", .injured), ("detained", .detained),
    ("arrested", .detained), ("idps", .movement(.displacement, .stock)),
    ("refugees", .movement(.displacement, .stock)),
    ("returnees", .movement(.return, .stock)), ("displaced", .movement(.displacement, .flow)),
    ("returned", .movement(.return, .flow)), ("evicted", .movement(.eviction, .flow)),
    ("relocated", .movement(.relocation, .flow)),
  ]

  /// What stands in a record's key.
  var name: String {
    switch self {
    case .events: "events"
    case .killed: "killed"
    case .injured: "injured"
    case .detained: "detained"
    case .movement(let kind, let measure): "\(kind.rawValue) \(measure.rawValue)"
    }
  }
}
