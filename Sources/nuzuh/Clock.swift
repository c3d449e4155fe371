import ArgumentParser
import Foundation

/// "Now", which `SOURCE_DATE_EPOCH` stands for where it is set (rule A3).
enum Clock {
  /// ISO 8601 in UTC, to the second.
  static func created() throws -> String {
    let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"]
    guard let text else { return Date().formatted(.iso8601) }
    guard let seconds = Int64(text), (0...253_402_300_799).contains(seconds) else {
      throw ValidationError(
        "SOURCE_DATE_EPOCH is '\(text)'; it must be the seconds since 1970 as a whole number.")
    }
    return Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
  }
}
