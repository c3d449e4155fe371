import ConfigurationText
import Testing

@Suite("What is wrong with a configuration is said with line, column and remedy")
struct RefusalTests {
  @Test(
    "Errors in TOML",
    arguments: [
      ("a = 1\na = 2", "line 2: column 1: “a” stands here twice, first on line 1"),
      ("[t]\nx = 1\n[t]\n", "line 3: column"),
      ("a = \"x\nb = 1", "line 1: column 5: the closing quotes"),
      ("a = [1,\n\n", "line 3: column 1: the end of the text instead of a value"),
      ("a = 1 b = 2", "line 1: column 7: "),
      ("عدد = 1", "line 1: column 1: “ع” instead of a key; put quotes around keys"),
      ("a = nan", "line 1: column 5: nan is no number"),
      ("a = \"\\u0000\"", "zero character"),
      ("a = 99999999999999999999", "line 1: column"),
      ("a = 2025-02-30", "line 1: column"),
      ("a = ", "line 1: column 5: the end of the text instead of a value"),
      ("= 1", "line 1: column 1: “=” instead of a key"),
    ])
  func toml(text: String, expected: String) {
    #expect(refusal(text).hasPrefix("sample.toml: "))
    #expect(refusal(text).contains(expected))
  }

  @Test(
    "Errors in YAML",
    arguments: [
      ("a: 1\nb: 2\na: 3", "line 1: column 1: “a” stands here twice"),
      ("a: 1\n\"a\": 3", "stands here twice"),
      ("a: &x 1\nb: *x", "line 2: column 4: anchors and references"),
      ("a: &x 1", "line 1: column 4: anchors and references"),
      ("a: *x", "anchors and references"),
      ("<<: {a: 1}", "line 1: column 1: anchors and references"),
      ("a: 1\n---\nb: 2", "line 2: column 1: a second document"),
      ("a: !!binary x", "line 1: column 4: the tag"), ("a: !x [1]", "the tag !x"),
      ("[a]: 1", "line 1: column 1: a list or table instead of a key"),
      ("a: .nan", "line 1: column 4: .nan is no number"),
      ("a: [1", "line "), ("a: b: c", "line 1: column 5: "),
      ("- 1", "line 1: column 1: a list instead of a table"),
      ("a: \u{1}", "control characters"),
    ])
  func yaml(text: String, expected: String) {
    #expect(refusal(text, .yaml).hasPrefix("sample.yaml: "))
    #expect(refusal(text, .yaml).contains(expected))
  }

  @Test("Billions of laughs are refused before they are laughed")
  func laughs() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let parts = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(parts)]\n"
    }
    #expect(refusal(text + "? *a30\n: 1\n", .yaml).contains("anchors and references"))
  }

  /// Each text nests far deeper than a parser's stack is high.
  @Test(
    "Depth is bounded",
    arguments: [
      (ConfigurationFormat.toml, "a = " + String(repeating: "[", count: 200_000)),
      (.toml, "a" + String(repeating: ".a", count: 200_000) + " = 1"),
      (.toml, "[a" + String(repeating: ".a", count: 200_000) + "]"),
      (.toml, "a = " + String(repeating: "{a=", count: 200_000)),
      (.toml, "a = " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40)),
      (.yaml, "a: " + String(repeating: "[", count: 200_000)),
      (.yaml, String(repeating: "- ", count: 200_000) + "x"),
      (.yaml, String(repeating: "? ", count: 200_000) + "x"),
      (.yaml, "a: " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40)),
      (.yaml, (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined()),
    ])
  func depth(format: ConfigurationFormat, text: String) {
    let words = refusal(text, format)
    #expect(["inside one another", "brackets", "indent"].contains { words.contains($0) })
  }

  @Test("Size and number of values are bounded")
  func size() {
    let limits = ConfigurationLimits()
    let long = String(repeating: "#", count: limits.bytes + 1)
    #expect(refusal(long).contains("more than 1048576 bytes"))
    let many = "a = [" + String(repeating: "1,", count: limits.values) + "]"
    #expect(refusal(many).contains("more than 50000 values"))
    let inYAML = "a:\n" + String(repeating: "- 1\n", count: limits.values)
    #expect(refusal(inYAML, .yaml).contains("more than 50000 values"))
  }

  @Test("Bytes that are no UTF-8, and zero bytes, are located")
  func bytes() throws {
    func words(_ bytes: [UInt8]) -> String {
      do {
        _ = try ConfigurationItem(parsing: bytes, as: .toml, file: "x.toml")
        return ""
      } catch {
        return error.description
      }
    }
    let damaged = words(Array("a = 1\nb = \"é".utf8) + [0xFF])
    #expect(damaged == "x.toml: line 2: column 7: bytes that are not UTF-8; save the file as UTF-8")
    #expect(words([0x61, 0x0A, 0x00]) == "x.toml: line 2: column 1: a zero character; remove it")
  }

  @Test("A file is read by its ending")
  func files() {
    func words(_ path: String) -> String {
      do {
        _ = try ConfigurationItem(path: path)
        return ""
      } catch {
        return error.description
      }
    }
    #expect(words("/no/such.toml").contains("/no/such.toml: there is no such file"))
    #expect(words("/no/such.ini").contains("such.ini: the name tells neither TOML nor YAML"))
  }
}

@Suite("Values are asked for by their kind")
struct ConfigurationItemTests {
  @Test("A value of another kind is refused with its path")
  func kinds() throws {
    let root = try parse("[columns]\nkilled = 5\nlist = [\"a\", 2]\n[columns.t]")
    func words<Value>(_ get: @autoclosure () throws -> Value) -> String {
      do {
        _ = try get()
        return ""
      } catch {
        return "\(error)"
      }
    }
    let killed = try root.at("columns", "killed")
    #expect(
      words(try killed.text)
        == "sample.toml: line 2: column 10: columns.killed: a number instead of a text; "
        + "put quotes around it")
    #expect(words(try killed.truth).contains("a number instead of true or false"))
    #expect(words(try killed.list).contains("a number instead of a list"))
    #expect(try killed.word == "5")
    let second = try root.at("columns", "list", "1")
    #expect(words(try second.text).contains("columns.list[2]: a number instead of a text"))
    #expect(words(try root.at("columns", "t").whole).contains("a table instead of a whole number"))
    #expect(
      words(try root.required("id")) == "sample.toml: line 1: column 1: “id” is missing; add it")
    #expect(try root.at("columns", "list").oneOrMore.count == 2)
    #expect(try killed.oneOrMore.count == 1)
  }

  @Test("Unknown keys are refused with the nearest known one")
  func unknownKeys() throws {
    let columns = try parse("[columns]\nkiled = 5\nxyz = 1\nid = 2").at("columns")
    let errors = try columns.unknownKeys(besides: ["killed", "id"])
    #expect(
      errors.map(\.description) == [
        "sample.toml: line 2: column 1: columns.kiled: there is no key “kiled”; "
          + "did you mean “killed”?",
        "sample.toml: line 3: column 1: columns.xyz: there is no key “xyz”; there are killed, id",
      ])
  }

  @Test(
    "The nearest word has the fewest changed, missing, added or swapped letters",
    arguments: [
      ("kileld", "killed"), ("Killed", "killed"), ("laditude", "latitude"), ("i", "id"),
      ("longitud", "longitude"), ("zzzz", ""),
    ])
  func nearest(word: String, expected: String) {
    let known = ["id", "killed", "latitude", "longitude"]
    #expect(NearWord.nearest(to: word, among: known) ?? "" == expected)
  }
}
