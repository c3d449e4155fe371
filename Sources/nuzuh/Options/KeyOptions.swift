import ArgumentParser
import Disclosure
import Foundation
import JSONText
import Reports

/// What figures are rounded by.
struct KeyOptions: ParsableArguments {
  @Option(
    name: .customLong("key"),
    help: ArgumentHelp(
      "Secret key of a policy that rounds; nuzuh policy new-key makes one.", valueName: "FILE"))
  var path: String?

  /// The key that a policy needs; `nil` for one that does not round.
  ///
  /// - Throws: also where a rounded release would stand beside another of the same people.
  func key(
    for policy: Policy, replacing directory: String, _ series: SeriesOptions
  ) throws -> RoundingKey? {
    guard try !isRounded(directory) else {
      throw fail(
        .cannotCreate,
        "\(directory) holds a rounded release, and what another tells of the same people would tell "
          + "more with it. Remove it if it was never published; if it was, publish only other "
          + "people or other days, elsewhere")
    }
    switch (path, policy.rounding) {
    case (nil, nil): return nil
    case (nil, _?):
      throw ValidationError(
        "The policy \(policy.name) rounds figures, by a secret key: make one with nuzuh policy "
          + "new-key FILE, and give it with --key FILE.")
    case (_?, nil):
      throw ValidationError(
        "A key goes with a policy that rounds, and \(policy.name) does not; leave it out.")
    case (let path?, _?):
      try refuseSeries(directory, series)
      return try RoundingKeyFile(path: path).key()
    }
  }

  private func refuseSeries(_ directory: String, _ series: SeriesOptions) throws {
    guard series.ledger == nil, !series.revision else {
      throw ValidationError(
        "Rounding is for single reports: no series is known to be safe that rounds. Leave out "
          + "--ledger and --revision, or take a policy that withholds.")
    }
    guard FileManager.default.fileExists(atPath: "\(directory)/\(ReleaseWriter.ledgerName)") else {
      return
    }
    throw fail(
      .cannotCreate,
      "\(directory) holds a release of a series, which must not go on by rounding: what was withheld "
        + "would be shown within a few people. Choose another directory, and publish rounded only "
        + "what that series has not told")
  }

  /// Whether an earlier release there was rounded.
  private func isRounded(_ directory: String) throws -> Bool {
    let path = "\(directory)/accounts.json"
    guard let data = FileManager.default.contents(atPath: path) else { return false }
    do {
      return try JSONValue(parsing: [UInt8](data))["settings"]?["rounding"] != nil
    } catch {
      throw fail(
        .badData,
        "\(path) cannot be read (\(error)), so that nobody knows what was published there; remove "
          + "\(directory), or choose another")
    }
  }
}
