import JSONText
import Records
import Tallies

/// One document with all records; what is unknown is null.
extension ExplanationPage {
  func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("notice", Self.notice)
    writer.member("place", place)
    writer.member("region_id", code)
    writer.member("level", levelName)
    writePeriod(explanation.selection.period, &writer)
    writer.key("inputs")
    writer.beginArray()
    for input in report.inputs {
      writer.beginObject()
      writer.member("file", input.file)
      writer.member("sha256", input.sha256)
      writer.member("rows", input.rows)
      writer.member("rejected", input.rejected)
      writer.endObject()
    }
    writer.endArray()
    writer.key("figures")
    writer.beginArray(onLines: true)
    for figure in explanation.figures { write(figure, &writer) }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.drain()
  }

  private func writePeriod(_ period: PeriodKey, _ writer: inout JSONWriter) {
    let span = report.span(of: period)
    writer.member("period", report.label(of: period))
    writer.member("start", span?.first.description)
    writer.member("end", span?.last.description)
    writer.member("time_status", period.isUnspecified ? "unspecified" : "period")
  }

  private func write(_ figure: ExplainedFigure, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("indicator", figure.indicator.name)
    writer.member("category", figure.category.isEmpty ? nil : figure.category)
    if let tally = figure.tally {
      writer.amounts("figure", tally.low, tally.best, tally.high)
    } else {
      writer.member("figure", nil as String?)
    }
    writer.member("status", figure.tally?.status.word)
    writer.member("as_of", figure.tally?.asOf?.description)
    writer.amounts("sum", figure.sum.low, figure.sum.best, figure.sum.high)
    writer.member("agreement", figure.agreement.rawValue)
    write("counted", figure.counted, &writer)
    write("other_sources", figure.otherSources, &writer)
    write(figure.choices, &writer)
    write("earlier", figure.earlier, &writer)
    write(figure.replaced, &writer)
    write("possible", figure.possible, &writer)
    writer.key("terms")
    writer.beginObject()
    for term in figure.terms {
      writer.amounts(term.indicator.name, term.low, term.best, term.high)
    }
    writer.endObject()
    writer.endObject()
  }

  private func write(_ key: String, _ records: [TracedRecord], _ writer: inout JSONWriter) {
    writer.key(key)
    writer.beginArray()
    for record in records {
      writer.beginObject()
      writer.row(record.key, file(record.file), record.line)
      writer.member("start", record.dates.first.description)
      writer.member("end", record.dates.last.description)
      writer.member("measure", record.measure.rawValue)
      writer.member("subject", record.subject)
      writer.amounts("share", record.low, record.best, record.high)
      writer.key("is_counted")
      writer.bool(record.isCounted && key == "counted")
      if key == "possible" { writer.member("whereabouts", whereabouts(record)) }
      writer.endObject()
    }
    writer.endArray()
  }

  private func write(_ choices: [ExplainedFigure.Choice], _ writer: inout JSONWriter) {
    writer.key("subjects")
    writer.beginArray()
    for choice in choices {
      writer.beginObject()
      writer.member("subject", choice.subject)
      writer.member("taken", choice.taken)
      writer.list("others", choice.others)
      writer.endObject()
    }
    writer.endArray()
  }

  private func write(_ rows: [ReplacedRecord], _ writer: inout JSONWriter) {
    writer.key("replaced")
    writer.beginArray()
    for row in rows {
      writer.beginObject()
      writer.row(row.key, file(row.file), row.line)
      writer.member("reason", row.reason.rawValue)
      writer.member("winning_file", file(row.winningFile))
      writer.member("winning_line", row.winningLine)
      writer.endObject()
    }
    writer.endArray()
  }
}

extension JSONWriter {
  fileprivate mutating func row(_ key: RecordKey, _ file: String, _ line: Int) {
    member("key", key.description)
    member("source", key.source)
    member("id", key.id)
    member("file", file)
    member("line", line)
  }

  fileprivate mutating func amounts(
    _ key: String, _ low: Quantity?, _ best: Quantity?, _ high: Quantity?
  ) {
    self.key(key)
    beginObject()
    for (name, number) in [("low", low), ("best", best), ("high", high)] {
      self.key(name)
      if let number = number.flatMap({ JSONNumber($0.text()) }) {
        self.number(number)
      } else {
        null()
      }
    }
    endObject()
  }
}
