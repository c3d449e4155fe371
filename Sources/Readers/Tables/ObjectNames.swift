import JSONText

/// The names of the columns that objects can fill, each once, in the order in which they occur.
struct ObjectNames {
  private(set) var names: [String] = []
  private var seen: Set<String> = []

  mutating func add(_ object: JSONObject) {
    for name in ObjectRow(object).names where seen.insert(Columns.folded(name)).inserted {
      names.append(name)
    }
  }
}
