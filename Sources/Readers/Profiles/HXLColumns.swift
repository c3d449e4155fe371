/// Hands out the columns of a table by their hashtags; each is handed out once.
struct HXLColumns {
  private let tags: [HXLTag?]
  private var columns: Columns
  private(set) var taken: Set<Int> = []

  init(_ tags: [HXLTag?], _ columns: Columns) {
    self.tags = tags
    self.columns = columns
  }

  /// The columns, with those bound that were handed out.
  var bound: Columns { columns }

  /// The first column left of a hashtag and a direction that fits.
  mutating func bind(
    _ name: String, _ direction: HXLTag.Direction = .none, where fits: (HXLTag) -> Bool
  ) -> Column? {
    let index = tags.indices.first { index in
      guard let tag = tags[index], !taken.contains(index) else { return false }
      return tag.name == name && tag.direction == direction && fits(tag)
    }
    return index.map { take($0) }
  }

  /// A name: without a language or in English before any other.
  mutating func bindName(_ name: String, _ direction: HXLTag.Direction) -> Column? {
    let isName = { (tag: HXLTag) in
      !tag.isCode && tag.attributes.isSubset(of: ["name", "origin", "dest", "destination", "alt"])
    }
    return bind(name, direction, where: isName)
      ?? bind(name, direction) { !$0.isCode && $0.language == "en" }
      ?? bind(name, direction) { !$0.isCode && $0.language != nil }
  }

  mutating func take(_ index: Int) -> Column {
    taken.insert(index)
    return columns.bind(at: index)
  }

  /// The tags that nobody has taken, with their positions.
  var left: [(index: Int, tag: HXLTag)] {
    tags.enumerated().compactMap { index, tag in
      guard let tag, !taken.contains(index) else { return nil }
      return (index, tag)
    }
  }
}
