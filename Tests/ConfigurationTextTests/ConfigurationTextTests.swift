import ConfigurationText
import Testing

private let toml = """
  # Rows of the bulletin.
  name = "bulletin"
  size = 5.30
  places.country = "SYR"   # dotted

  [columns]
  killed = 'Deaths'
  "عدد القتلى" = "killed"
  [columns.more]
  list = [ "a", # first
    "b", { x = 1 } ]

  [[ignore]]
  column = "Level"
  [[ignore]]
  column = "Type"
  is = ["x"]
  on = 2025-03-06
  off = true
  """

private let yaml = """
  # Rows of the bulletin.
  name: bulletin
  size: 5.30
  places: { country: SYR }

  columns:
    killed: 'Deaths'
    عدد القتلى: killed
    more:
      list: [ a,
        b, { x: 1 } ]

  ignore:
  - column: Level
  - column: "Type"
    is: ["x"]
    on: 2025-03-06
    off: true
  """

@Suite("A configuration is read with the place of every value")
struct ConfigurationTextTests {
  @Test("TOML and YAML give the same tree", arguments: [ConfigurationFormat.toml, .yaml])
  func sameTree(format: ConfigurationFormat) throws {
    let root = try parse(format == .toml ? toml : yaml, format)
    #expect(try root.entries.map(\.key) == ["name", "size", "places", "columns", "ignore"])
    #expect(try root.at("name").text == "bulletin")
    #expect(try root.at("size").number.text == "5.30")
    #expect(try root.at("places", "country").text == "SYR")
    #expect(try root.at("columns", "عدد القتلى").text == "killed")
    #expect(try root.at("columns", "more", "list").list.count == 3)
    #expect(try root.at("columns", "more", "list", "2", "x").whole == 1)
    #expect(try root.at("ignore").list.count == 2)
    #expect(try root.at("ignore", "1", "is", "0").text == "x")
    #expect(try root.at("ignore", "1", "on").word == "2025-03-06")
    #expect(try root.at("ignore", "1", "off").truth)
  }

  /// Lines and columns counted by hand in the texts above.
  @Test(
    "Each value knows its line and column",
    arguments: [
      ("name", 2, 8, 2, 7), ("size", 3, 8, 3, 7), ("places.country", 4, 18, 4, 20),
      ("columns.killed", 7, 10, 7, 11), ("columns.عدد القتلى", 8, 16, 8, 15),
      ("columns.more.list", 10, 8, 10, 11), ("columns.more.list.0", 10, 10, 10, 13),
      ("columns.more.list.1", 11, 3, 11, 7), ("columns.more.list.2.x", 11, 14, 11, 15),
      ("ignore.0.column", 14, 10, 14, 11), ("ignore.1.is.0", 17, 7, 16, 8),
    ])
  func positions(path: String, line: Int, column: Int, yamlLine: Int, yamlColumn: Int) throws {
    func position(_ root: ConfigurationItem) throws -> TextPosition {
      try path.split(separator: ".").reduce(root) { try $0.at(String($1)) }.position
    }
    #expect(try position(parse(toml)) == TextPosition(line: line, column: column))
    #expect(
      try position(parse(yaml, .yaml)) == TextPosition(line: yamlLine, column: yamlColumn))
  }

  @Test(
    "Strings with brackets, quotes and comment signs do not move the places",
    arguments: [
      "a = \"] # } \\\" [\"\nb = 1", "a = '\\'\nb = 1", "a = '''x''''\nb = 1",
      "a = [[1, 2], [\"]\"]]\nb = 1", "a = {b = \"}\", c.d = 1}\nb = 1",
      "\u{FEFF}a = 1979-05-27 07:32:00 # x\r\nb = 1\r\n", "\"a.\\u0061\" = +1_000\nb = 0x1F",
    ])
  func texts(text: String) throws {
    let root = try parse(text)
    #expect(try root.at("b").position == TextPosition(line: 2, column: 5))
  }

  @Test("A text over several lines moves the lines behind it")
  func longTexts() throws {
    let root = try parse("a = \"\"\"\nx\n\\\"\"\" y\"\"\"\"\nb = 1")
    #expect(try root.at("a").text == "x\n\"\"\" y\"")
    #expect(try root.at("b").position.line == 4)
  }

  @Test(
    "Numbers keep their digits",
    arguments: [
      ("0.1000000000000000055", "0.1000000000000000055"), ("+5", "5"), ("1_000.5", "1000.5"),
      ("0x1F", "31"), ("1e3", "1e3"), ("-0.50", "-0.50"),
    ])
  func numbers(text: String, expected: String) throws {
    #expect(try parse("n = \(text)").at("n").number.text == expected)
  }

  @Test(
    "In YAML, what is not plainly a number or a truth value is a text",
    arguments: ["06", "yes", "no", "on", "1_000", "1.2.3", "SY06", "12:30", "\"5\"", "!!str 5"])
  func plainTexts(text: String) throws {
    let node = try parse("n: \(text)", .yaml).at("n").node
    #expect(node.kind == .text)
  }

  @Test("A file of comments is an empty table", arguments: [ConfigurationFormat.toml, .yaml])
  func empty(format: ConfigurationFormat) throws {
    #expect(try parse("# nothing\n", format).entries.isEmpty)
    #expect(try parse("", format).entries.isEmpty)
  }
}
