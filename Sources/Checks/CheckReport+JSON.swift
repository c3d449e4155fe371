import JSONText
import Records

extension CheckReport {
  /// One JSON document: the files, the rules found with all their counts, and the findings that
  /// are listed, one a line.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject(onLines: true)
    writer.key("summary")
    writer.beginObject()
    for severity in [Finding.Severity.error, .warning, .note] {
      writer.member(severity.rawValue, count(severity))
    }
    writer.member("listed", entries.count)
    writer.member("limit_per_rule", limit)
    writer.endObject()
    writer.list("files", files) { file, writer in writer.members(of: file) }
    writer.list("rules", rules) { rule, writer in
      writer.member("id", rule.rawValue)
      writer.member("severity", rule.severity.rawValue)
      writer.member("title", rule.explanation.title)
      writer.member("count", counts[rule] ?? 0)
      writer.member("not_listed", unlisted(rule))
    }
    writer.list("findings", entries) { entry, writer in writer.members(of: entry) }
    writer.endObject()
    writer.endLine()
    return writer.drain()
  }
}

extension JSONWriter {
  /// An array of objects, one a line.
  mutating func list<Element>(
    _ key: String, _ elements: [Element], _ write: (Element, inout JSONWriter) -> Void
  ) {
    self.key(key)
    beginArray(onLines: true)
    for element in elements {
      beginObject()
      write(element, &self)
      endObject()
    }
    endArray()
  }

  fileprivate mutating func members(of file: CheckReport.File) {
    member("file", file.path)
    member("sha256", file.sha256)
    member("profile", file.profile)
    member("rows", file.rows)
    member("rejected", file.rejected)
    member("replaced", file.replaced)
  }

  fileprivate mutating func members(of entry: CheckReport.Entry) {
    let finding = entry.finding
    member("rule", finding.rule.rawValue)
    member("severity", finding.severity.rawValue)
    member("file", finding.file)
    member("line", finding.line == 0 ? nil : finding.line)
    member("column", finding.column)
    member("field", finding.field)
    member("value", finding.value)
    member("cell_line", entry.spot?.line)
    member("cell_column", entry.spot?.column)
    member("message", finding.message)
  }
}
