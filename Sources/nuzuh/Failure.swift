import ArgumentParser

/// Exit codes of the tool, after BSD's `sysexits.h`.
extension ExitCode {
  /// Done, but there are findings that need a person.
  static let findings = ExitCode(1)
  static let badData = ExitCode(65)
  static let noInput = ExitCode(66)
  static let internalFault = ExitCode(70)
  static let cannotCreate = ExitCode(73)
  static let inputOutput = ExitCode(74)
}

/// Ends the command with a message and an exit code.
func fail(_ code: ExitCode, _ message: String) -> ExitCode {
  Console.say("nuzuh: \(message)")
  return code
}
