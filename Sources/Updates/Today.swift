import Foundation
import Records

/// The local day of an instant.
enum Today {
  /// - Parameters:
  ///   - instant: ISO 8601 in UTC; one that is not becomes the first day of 1970.
  ///   - timeZone: an IANA name.
  static func day(at instant: String, timeZone: String) -> Day {
    let date = ISO8601DateFormatter().date(from: instant) ?? Date(timeIntervalSince1970: 0)
    let offset = TimeZone(identifier: timeZone)?.secondsFromGMT(for: date) ?? 0
    let seconds = date.timeIntervalSince1970 + Double(offset)
    return Day(number: Int32((seconds / 86_400).rounded(.down)))
  }
}
