import JSONText
import Testing

@Suite("Files of other projects", .enabled(if: Suites.folder != nil, "NUZUH_SUITES is not set"))
struct SuitesTests {
  @Test("JSONTestSuite: y is accepted, n is refused, and nothing crashes")
  func parsing() throws {
    let files = try Suites.files(in: "JSONTestSuite/test_parsing")
    #expect(files.count > 200)
    for file in files {
      let whole = answer(JSONParser(file.bytes))
      let accepted = (try? whole.get()) != nil
      if file.name.hasPrefix("y_") { #expect(accepted, "\(file.name): \(whole)") }
      if file.name.hasPrefix("n_") { #expect(!accepted, "\(file.name)") }
    }
  }

  @Test("JSONTestSuite: pieces of any size give the answer of the whole", arguments: [1, 7, 4096])
  func chunks(size: Int) throws {
    for file in try Suites.files(in: "JSONTestSuite/test_parsing") {
      let inPieces = answer(JSONParser(source: pieces(of: file.bytes, size: size)))
      #expect(inPieces == answer(JSONParser(file.bytes)), "\(file.name)")
    }
  }

  @Test("JSONTestSuite: values in memory agree with tokens, but for duplicate keys")
  func values() throws {
    for file in try Suites.files(in: "JSONTestSuite/test_parsing") {
      let accepted = (try? answer(JSONParser(file.bytes)).get()) != nil
      do {
        let value = try JSONValue(parsing: file.bytes)
        #expect(accepted, "\(file.name)")
        var writer = JSONWriter()
        writer.value(value)
        #expect(try JSONValue(parsing: writer.drain()) == value, "\(file.name)")
      } catch {
        if case .duplicateKey = error.reason {
          #expect(file.name.contains("duplicate"), "\(file.name)")
        } else {
          #expect(!accepted, "\(file.name): \(error)")
        }
      }
    }
  }

  @Test("JSONTestSuite: transforming keeps the text of numbers and the bytes of keys")
  func transforms() throws {
    for file in try Suites.files(in: "JSONTestSuite/test_transform") {
      guard let value = try? JSONValue(parsing: file.bytes) else {
        let isRefused = file.name.contains("same_key") || file.name.contains("invalid_codepoint")
        #expect(isRefused, "\(file.name)")
        continue
      }
      let text = String(decoding: file.bytes, as: UTF8.self)
      if file.name.hasPrefix("number") {
        let number = try #require(value.array?.first?.number, "\(file.name)")
        #expect(text.contains("[\(number.text)]"), "\(file.name)")
      }
      if file.name.contains("nfd_nfc") { #expect(value.object?.members.count == 2) }
    }
  }

  @Test("GEOS's fuzzing seeds do not crash, whole or in pieces")
  func fuzzSeeds() throws {
    for file in try Suites.files(in: "geos-fuzz-geojson/geojson_seed_corpus") {
      let whole = answer(JSONParser(file.bytes))
      #expect(answer(JSONParser(source: pieces(of: file.bytes, size: 3))) == whole, "\(file.name)")
    }
  }
}
