import Records
import Regions

/// Codes and names of places in one cell: a set joined by `;`, each a path joined by ` > `.
enum PlaceText {
  /// - Parameter level: what the last step of each path is, where the record says it.
  static func designations(_ text: String, level: Level?) -> [[Designation]] {
    text.split(separator: ";").compactMap { member in
      let steps = member.split(separator: ">").map(trimmed).filter { !$0.isEmpty }
      guard !steps.isEmpty else { return nil }
      return steps.enumerated().map { index, step in
        Designation(level: index == steps.count - 1 ? level : nil, code: step, name: step)
      }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: bytes[CellText.trimmed(bytes.span)], as: UTF8.self)
  }
}
