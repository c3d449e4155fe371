import Foundation

/// Whether the tests run under a sanitizer (`Scripts/test --sanitize`), five to twenty times slower.
public enum Sanitizer {
  public static let isOn = ProcessInfo.processInfo.environment["NUZUH_SANITIZER"] != nil
}
