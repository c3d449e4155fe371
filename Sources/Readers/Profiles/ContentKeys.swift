/// Ids for the rows of sources that give none: what the row says, and its number where rows repeat.
///
/// The ids do not depend on the order of the rows (rule A3): equal rows are told apart only by how
/// many there are.
struct ContentKeys {
  private var occurrences: [Int: Int] = [:]

  mutating func id(_ content: String) -> String {
    let count = occurrences[content.hashValue, default: 0] + 1
    occurrences[content.hashValue] = count
    return count == 1 ? content : "\(content)#\(count)"
  }
}
