import Crypto
import Digests
import Foundation
import Records

/// Marks by which a finding is recognised in a later log although its lines have moved.
///
/// A mark is made of the rule, the file, the column, the value and the words without their line
/// numbers, and of a count that tells equal findings of a file apart. It holds 128 bits of a
/// SHA-256 in hexadecimal.
struct Fingerprints {
  static let name = "nuzuh/v1"

  private var seen: [String: Int] = [:]

  mutating func next(_ finding: Finding) -> String {
    let parts = [
      finding.rule.rawValue, FileReference(finding.file).uri, finding.column ?? "",
      finding.value ?? "", Fingerprints.withoutLines(finding.message),
    ]
    let digest = SHA256.hash(data: Array(parts.joined(separator: "\u{0}").utf8))
    let mark = digest.prefix(16).hexadecimal
    let count = (seen[mark] ?? 0) + 1
    seen[mark] = count
    return "\(mark):\(count)"
  }

  /// "line 17" without the number.
  private static func withoutLines(_ message: String) -> String {
    var words = message.split(separator: " ", omittingEmptySubsequences: false)
    for index in words.indices.dropFirst() where words[index - 1] == "line" {
      words[index] = words[index].drop { $0.isNumber }
    }
    return words.joined(separator: " ")
  }
}
