import JSONText
import TestSuites
import Testing

@Suite("JSON that other projects collected", .enabled(if: Suites.isGiven, "\(Suites.hint)"))
struct SuitesTests {
  private let parsing: [SuiteFile]

  init() throws {
    parsing = try Suites.files(under: "JSONTestSuite/test_parsing", ending: "json")
  }

  @Test("JSONTestSuite: every y is accepted, every n is refused, every i as decided")
  func decided() throws {
    for file in parsing {
      let found = answer(JSONParser(try file.bytes()))
      switch (file.name.prefix(2), found) {
      case ("y_", .success), ("n_", .failure): break
      case ("i_", _):
        let decision = try #require(Self.decisions[file.name], "\(file.name) is not decided")
        #expect(Decision(found) == decision, "\(file.name)")
      default: Issue.record("\(file.name): \(found)")
      }
    }
  }

  @Test("JSONTestSuite: pieces of any size give the answer of the whole", arguments: [1, 7, 4096])
  func chunks(size: Int) throws {
    for file in parsing {
      let bytes = try file.bytes()
      let inPieces = answer(JSONParser(source: pieces(of: bytes, size: size)))
      #expect(inPieces == answer(JSONParser(bytes)), "\(file.name)")
    }
  }

  @Test("JSONTestSuite: values in memory agree with tokens, but for duplicate keys")
  func values() throws {
    for file in parsing {
      let bytes = try file.bytes()
      let isAccepted = Decision(answer(JSONParser(bytes))) == .accepted
      do {
        let value = try JSONValue(parsing: bytes)
        #expect(isAccepted, "\(file.name)")
        var writer = JSONWriter()
        writer.value(value)
        #expect(try JSONValue(parsing: writer.drain()) == value, "\(file.name)")
      } catch {
        if case .duplicateKey = error.reason {
          #expect(file.name.contains("duplicate"), "\(file.name)")
        } else {
          #expect(!isAccepted, "\(file.name): \(error)")
        }
      }
    }
  }

  @Test("JSONTestSuite: what is read is written as decided")
  func transforms() throws {
    for file in try Suites.files(under: "JSONTestSuite/test_transform", ending: "json") {
      let transform = try #require(Self.transforms[file.name], "\(file.name) is not decided")
      #expect(Transform(try file.bytes()) == transform, "\(file.name)")
    }
  }

  @Test("GEOS's fuzzing seeds are read, whole and in pieces")
  func fuzzSeeds() throws {
    for file in try Suites.files(under: "geos-fuzz-geojson", ending: "json") {
      let bytes = try file.bytes()
      let whole = answer(JSONParser(bytes))
      #expect(Decision(whole) == .accepted)
      #expect(answer(JSONParser(source: pieces(of: bytes, size: 3))) == whole, "\(file.name)")
    }
  }
}
