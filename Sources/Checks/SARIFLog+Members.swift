import JSONText
import Records

extension JSONWriter {
  mutating func members(of rule: FindingRule) {
    let words = rule.explanation
    member("id", rule.rawValue)
    text("shortDescription", words.title)
    text("fullDescription", "\(words.cause) \(words.effect)")
    key("help")
    beginObject()
    member("text", "\(words.cause) \(words.effect) \(words.remedy)")
    member(
      "markdown",
      "**Cause.** \(words.cause)\n\n**Effect.** \(words.effect)\n\n**Remedy.** \(words.remedy)")
    endObject()
    key("defaultConfiguration")
    beginObject()
    member("level", rule.severity.rawValue)
    endObject()
  }

  private mutating func text(_ key: String, _ text: String) {
    self.key(key)
    beginObject()
    member("text", text)
    endObject()
  }

  /// Braces are doubled and brackets escaped, so that nothing in a value of the data is taken for
  /// a placeholder (SARIF 3.11.5) or a link (3.11.6).
  mutating func message(_ words: String) {
    var escaped = ""
    for character in words {
      switch character {
      case "{", "}": escaped += "\(character)\(character)"
      case "[", "]", "\\": escaped += "\\\(character)"
      default: escaped.append(character)
      }
    }
    text("message", escaped)
  }

  /// The location of a file, as a member of the object that is open.
  mutating func location(_ name: String, of path: String, index: Int? = nil) {
    let reference = FileReference(path)
    key(name)
    beginObject()
    member("uri", reference.uri)
    if reference.isRelative { member("uriBaseId", "%SRCROOT%") }
    if let index { member("index", index) }
    endObject()
  }

  mutating func locations(of entry: CheckReport.Entry, artifact: Int?) {
    list("locations", [entry]) { entry, writer in
      writer.key("physicalLocation")
      writer.beginObject()
      writer.location("artifactLocation", of: entry.finding.file, index: artifact)
      if entry.finding.line > 0 {
        writer.key("region")
        writer.beginObject()
        writer.member("startLine", entry.spot?.line ?? entry.finding.line)
        if let column = entry.spot?.column { writer.member("startColumn", column) }
        writer.endObject()
      }
      writer.endObject()
    }
  }

  mutating func properties(of finding: Finding) {
    guard finding.column != nil || finding.value != nil else { return }
    key("properties")
    beginObject()
    if let column = finding.column { member("column", Finding.shown(column)) }
    if let field = finding.field { member("field", field) }
    if let value = finding.value { member("value", value) }
    endObject()
  }
}
