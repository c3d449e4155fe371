import Foundation
import GEOS
import Testing

@Suite(
  "The library answers as its own test files and those of JTS expect",
  .enabled(if: Suites.isGiven, "set NUZUH_SUITES to run"))
struct XMLSuiteTests {
  /// Deviations of version 3.11.1 in operations that the suites' list leaves out.
  static let alsoKnown: Set<String> = [
    // Mixed collections with empty parts, which its equality does not compare.
    "TestOverlayEmpty.xml,144,union", "TestOverlayEmpty.xml,144,symdifference",
    "TestOverlayEmpty.xml,145,union", "TestOverlayEmpty.xml,145,symdifference",
    // Lines that run back over themselves; the list has the named predicates of these cases.
    "TestRelateLL.xml,21,relate", "TestRelateLL.xml,22,relate",
    // Invalid input, for which later versions define an answer.
    "InvalidRelates.xml,2,relate", "TestOverlay.xml,1,union", "TestOverlay.xml,4,union",
    // Intersection of lines, apart by rounding: lines have no area to measure that by.
    "issue-geos-586.xml,0,intersection",
  ]

  @Test(
    "It deviates only where version 3.11.1 is known to",
    arguments: [("geos-xmltester", 4_700), ("jts-testxml", 4_700)])
  func knownDeviationsOnly(folder: String, atLeast minimum: Int) throws {
    let known = try knownFailures().union(Self.alsoKnown)
    let run = try deviations(in: folder)
    #expect(run.count >= minimum)
    #expect(
      run.deviations.filter { !known.contains($0.key) }.map { "\($0.key): \($0.answer)" } == [])
  }

  /// Files are known by their last name: both projects keep the same files in other folders.
  private func knownFailures() throws -> Set<String> {
    let file = try Suites.folder("geos-3.11.1-known-failures.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    return Set(
      lines.dropFirst().map { line in
        let fields = line.split(separator: ",")
        return "\(Self.name(String(fields[0]))),\(fields[1]),\(fields[2])"
      })
  }

  private static func name(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasPrefix("robust-") ? String(name.dropFirst("robust-".count)) : name
  }

  private func deviations(
    in folder: String
  ) throws -> (count: Int, deviations: [(key: String, answer: String)]) {
    let runner = XMLSuiteRunner(context: try GEOSContext())
    var count = 0
    var deviations: [(key: String, answer: String)] = []
    // JTS keeps what it cannot do itself under `failure`.
    for file in try Suites.files(under: folder, ending: "xml")
    where !(folder == "jts-testxml" && file.path.contains("/failure/")) {
      let suite = try XMLSuite(file)
      for test in suite.cases {
        for operation in test.operations {
          let outcome = runner.run(operation, of: test, isRounded: suite.isRounded)
          if outcome != .skipped { count += 1 }
          if case .deviates(let answer) = outcome {
            deviations.append(("\(Self.name(file.path)),\(test.index),\(operation.name)", answer))
          }
        }
      }
    }
    return (count, deviations)
  }
}
