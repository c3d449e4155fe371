import Archive
import Disclosure
import JSONText

extension UpdateOutcome {
  /// One object on one line.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writeMembers(to: &writer)
    writer.endObject()
    writer.endLine()
    return writer.drain()
  }

  func writeMembers(to writer: inout JSONWriter) {
    writer.member("result", result.rawValue)
    writer.member("release", release)
    writer.member("completed_interrupted", completedInterrupted)
    if let share {
      writer.member("protected_figures", share.figures)
      writer.member("withheld_figures", share.withheld)
    }
    writer.list("removed_releases", removedReleases)
    writer.key("sources")
    writer.beginArray()
    for source in sources { source.write(to: &writer) }
    writer.endArray()
  }
}

extension SourceOutcome {
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("source", name)
    writer.member("files", files)
    writer.member("files_read", filesRead)
    writer.member("rows", rows)
    writer.member("rejected", rejected)
    writer.member("new", changes.new)
    writer.member("revised", changes.revised)
    writer.member("revised_without_version", changes.revisedWithoutVersion)
    writer.member("deleted", changes.deleted)
    writer.member("forgotten", changes.forgotten)
    writer.endObject()
  }

  /// For logs and people.
  public var line: String {
    "\(name): \(filesRead) of \(files) files read, \(rows) rows, \(rejected) rejected; "
      + "\(changes.new) new, \(changes.revised) revised, \(changes.deleted) deleted"
  }
}
