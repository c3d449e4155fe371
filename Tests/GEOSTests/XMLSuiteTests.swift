import Foundation
import GEOS
import TestSuites
import Testing

@Suite(
  "The library answers as its own test files and those of JTS expect",
  .enabled(if: Suites.isGiven, "\(Suites.hint)"))
struct XMLSuiteTests {
  @Test(
    "It deviates where version 3.11.1 is known to, and only there",
    arguments: ["geos-xmltester", "jts-testxml"])
  func knownDeviationsOnly(folder: String) throws {
    let known = try KnownFailures()
    let answers = try answers(in: folder)
    #expect(!answers.isEmpty)
    for answer in answers {
      switch answer.outcome {
      case .deviates(let words):
        #expect(known.allows(answer), "\(answer.name): \(words)")
      default:
        #expect(
          folder != "geos-xmltester" || !known.lists(answer),
          "\(answer.name) is listed as a failure, but passes")
      }
    }
  }

  private func answers(in folder: String) throws -> [XMLAnswer] {
    let runner = XMLSuiteRunner(context: try GEOSContext())
    var answers: [XMLAnswer] = []
    // JTS keeps what it cannot do itself under `failure`.
    for file in try Suites.files(under: folder, ending: "xml")
    where folder != "jts-testxml" || !file.path.hasPrefix("failure/") {
      let suite = try XMLSuite(file)
      for test in suite.cases {
        for operation in test.operations {
          let outcome = runner.run(operation, of: test, isRounded: suite.isRounded)
          guard outcome != .skipped else { continue }
          answers.append(
            XMLAnswer(
              path: file.path, test: test.index, operation: operation.name, outcome: outcome))
        }
      }
    }
    return answers
  }
}

/// What the library answers to one operation of a test file.
struct XMLAnswer {
  let path: String
  let test: Int
  let operation: String
  let outcome: XMLSuiteRunner.Outcome

  var name: String { "\(path), case \(test), \(operation)" }
}

/// The suites' own list of what version 3.11.1 gets wrong: file, case and predicate.
struct KnownFailures {
  private var byPath: Set<[String]> = []
  private var byName: Set<[String]> = []
  private var cases: Set<[String]> = []

  init() throws {
    let file = try Suites.url("geos-3.11.1-known-failures.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",").prefix(3).map(String.init)
      byPath.insert(fields)
      byName.insert([Self.name(fields[0]), fields[1], fields[2]])
      cases.insert([Self.name(fields[0]), fields[1]])
    }
  }

  /// Whether the list names the very operation; its paths are those of the GEOS project.
  func lists(_ answer: XMLAnswer) -> Bool {
    byPath.contains([answer.path, "\(answer.test)", answer.operation])
  }

  /// Whether a failure is known. Files are known by their last name, because JTS keeps the same
  /// files in other folders. The list leaves `relate` out, which the named predicates come from.
  func allows(_ answer: XMLAnswer) -> Bool {
    let place = [Self.name(answer.path), "\(answer.test)"]
    return byName.contains(place + [answer.operation])
      || answer.operation == "relate" && cases.contains(place)
  }

  private static func name(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasPrefix("robust-") ? String(name.dropFirst("robust-".count)) : name
  }
}
