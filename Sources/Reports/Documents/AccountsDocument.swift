import Disclosure
import JSONText

/// Writes `accounts.json`: what became of every row, what was found, and which rules were used.
struct AccountsDocument {
  static let fileName = "accounts.json"

  private let output: ReleaseOutput

  init(_ output: ReleaseOutput) {
    self.output = output
  }

  private var accounts: Release.Accounts { output.release.accounts }

  func write() throws(PublishError) -> PublishedFile {
    var writer = JSONWriter()
    writer.beginObject(onLines: true)
    writer.member("protection", output.release.protection.notice)
    writer.member("generator", output.context.generator)
    writer.key("inputs")
    writer.beginArray(onLines: true)
    for input in accounts.inputs { write(input, to: &writer) }
    writer.endArray()
    writeLevels(of: "", to: &writer)
    writeZones(to: &writer)
    writer.key("findings")
    writer.beginArray(onLines: true)
    for group in accounts.findings { write(group, to: &writer) }
    writer.endArray()
    writeWithheld(to: &writer)
    writer.key("settings")
    writer.beginObject(onLines: true)
    for setting in accounts.settings { writer.member(setting.name, setting.value) }
    writer.endObject()
    writer.endObject()
    writer.endLine()
    var file = try OutputFile(creating: Self.fileName, in: output.directory)
    try file.write(writer.drain())
    return try file.finish()
  }

  private func writeWithheld(to writer: inout JSONWriter) {
    guard !accounts.withheld.isEmpty else { return }
    writer.key("withheld")
    writer.beginArray(onLines: true)
    for share in accounts.withheld {
      writer.beginObject()
      writer.member("level", share.level)
      writer.member("indicator", share.indicator)
      writer.member("figures", share.figures)
      writer.member("withheld_figures", share.withheldFigures)
      writer.member("best", share.best)
      writer.member("withheld_best", share.withheldBest)
      writer.endObject()
    }
    writer.endArray()
  }

  private func write(_ input: Release.Accounts.Input, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("file", input.file)
    writer.member("sha256", input.sha256)
    writer.member("profile", input.profile)
    writer.member("rows", input.rows)
    writer.member("read", input.read)
    writer.member("rejected", input.rejected)
    writer.member("replaced", input.replaced)
    writer.member("out_of_range", input.outOfRange)
    writeLevels(of: input.file, to: &writer)
    writer.endObject()
  }

  private func writeLevels(of file: String, to writer: inout JSONWriter) {
    writer.key("levels")
    writer.beginObject()
    let accounts = self.accounts.levels.filter { $0.file == file }
    for (level, group) in accounts.grouped(by: \.level) {
      writer.key(level)
      writer.beginObject()
      for account in group { write(account, to: &writer) }
      writer.endObject()
    }
    writer.endObject()
  }

  private func write(_ account: Release.Accounts.LevelAccount, to writer: inout JSONWriter) {
    let balance = account.balance
    writer.key(account.indicator)
    writer.beginObject()
    writer.member("read", balance.read)
    writer.member("regions", balance.regions)
    writer.member("unspecified", balance.unspecified)
    writer.member("external", balance.external)
    writer.member("outside", balance.outside)
    writer.member("unplaced", balance.unplaced)
    writer.member("ties", balance.ties)
    writer.member("snapped", balance.snapped)
    writer.endObject()
  }

  private func writeZones(to writer: inout JSONWriter) {
    writer.key("zones")
    writer.beginObject()
    for (zone, group) in accounts.zones.grouped(by: \.zone) {
      writer.key(zone)
      writer.beginObject()
      for account in group {
        writer.key(account.indicator)
        writer.beginObject()
        writer.member("inside", account.inside)
        writer.member("possible", account.possible)
        writer.endObject()
      }
      writer.endObject()
    }
    writer.endObject()
  }

  private func write(_ group: Release.Accounts.FindingGroup, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("rule", group.rule)
    writer.member("severity", group.severity)
    writer.member("count", group.count)
    writer.key("first")
    writer.beginArray()
    for example in group.first {
      writer.beginObject()
      writer.member("file", example.file)
      writer.member("line", example.line)
      writer.member("column", example.column)
      writer.member("message", example.message)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }
}

extension Array {
  /// The elements by a key, both in the order of their first occurrence.
  fileprivate func grouped(by key: (Element) -> String) -> [(String, [Element])] {
    var groups: [(String, [Element])] = []
    var positions: [String: Int] = [:]
    for element in self {
      let name = key(element)
      if let position = positions[name] {
        groups[position].1.append(element)
      } else {
        positions[name] = groups.count
        groups.append((name, [element]))
      }
    }
    return groups
  }
}
