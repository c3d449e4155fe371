import Records
import Regions

/// A record that cannot be added up before all others are known.
struct HeldRecord {
  var record: Record
  let file: Int
}

/// Cumulative series, and subjects that several sources report.
extension Counter {
  mutating func hold(_ record: Record, file: Int) {
    held.append(HeldRecord(record: record, file: file))
  }

  /// Books what was held. Called once, after the last record.
  mutating func settle() throws(QuantityOverflow) {
    let ordered = held.sorted { Counter.precedes($0.record, $1.record) }
    held = []
    let chosen = choose(ordered)
    var series = CumulativeSeries()
    var stocks: [HeldRecord] = []
    for var item in ordered {
      switch item.record.measure {
      case .stock:
        stocks.append(item)
        continue
      case .cumulative:
        let (piece, remark) = try series.piece(of: item.record)
        if let remark { note(.cumulativeFell, item.record.line, item.file, remark) }
        item.record = piece
      case .flow: break
      }
      let owner = owner(
        subject: item.record.subject, source: item.record.key.source, chosen)
      try count(item.record, file: item.file, owner: owner)
    }
    try settle(stocks, chosen)
    for hint in points.hints { note(.swappedAxes, 0, hint.file, hint.message) }
  }

  /// The order of the data, not of the input: by day, then by publication, then by key.
  private static func precedes(_ left: Record, _ right: Record) -> Bool {
    if left.dates.last != right.dates.last { return left.dates.last < right.dates.last }
    if left.published != right.published {
      return (left.published ?? left.dates.last) < (right.published ?? right.dates.last)
    }
    return left.key < right.key
  }

  // MARK: - Subjects: one source each

  /// The source taken for each subject: the first that is preferred, else the one whose figure
  /// was published last, else the first in byte order.
  private mutating func choose(_ ordered: [HeldRecord]) -> [String: String] {
    var latest: [String: [String: Day]] = [:]
    var first: [String: HeldRecord] = [:]
    for item in ordered {
      guard let subject = item.record.subject else { continue }
      let day = item.record.published ?? item.record.dates.last
      let known = latest[subject]?[item.record.key.source] ?? day
      latest[subject, default: [:]][item.record.key.source] = max(known, day)
      if let earlier = first[subject], !HeldRecord.precedes(item, earlier) { continue }
      first[subject] = item
    }
    var chosen: [String: String] = [:]
    for (subject, sources) in latest {
      if countedSources.contains(subject) {
        chosen[subject] = subject
        noteRepeated(subject, sources.keys.sorted(), at: first[subject])
        continue
      }
      let source = choose(sources)
      chosen[subject] = source
      guard sources.count > 1, let item = first[subject] else { continue }
      let others = sources.keys.filter { $0 != source }.sorted().map(Finding.shown)
        .joined(separator: ", ")
      note(
        .severalSources, item.record.line, item.file,
        "\(Finding.quoted(subject)) is reported by \(Finding.shown(source)), which was taken, "
          + "and by \(others); sources are never added up (see --prefer)",
        value: Finding.shown(subject))
    }
    chosenSources = chosen
    return chosen
  }

  /// A subject with the name of a source is that source's records, summed up by somebody: where
  /// the records themselves are counted, their sums are not (rule F4).
  private mutating func noteRepeated(_ subject: String, _ sources: [String], at item: HeldRecord?) {
    guard let item else { return }
    note(
      .severalSources, item.record.line, item.file,
      "the records of \(Finding.shown(subject)) are in this run, and "
        + "\(sources.map(Finding.shown).joined(separator: ", ")) sums "
        + "them up; the sums were not counted. Leave the records out to count the sums")
  }

  private func choose(_ sources: [String: Day]) -> String {
    for wanted in settings.prefer {
      let match = sources.keys.sorted().first { $0.lowercased() == wanted.lowercased() }
      if let match { return match }
    }
    let best = sources.max { left, right in
      left.value == right.value ? left.key > right.key : left.value < right.value
    }
    return best?.key ?? ""
  }

  func owner(subject: String?, source: String, _ chosen: [String: String]) -> Owner {
    guard let subject, let taken = chosen[subject] else { return .counted }
    return .source(subject: subject, source: source, isChosen: taken == source)
  }
}

extension HeldRecord {
  func isSameRow(as other: HeldRecord) -> Bool {
    (file, record.line, record.key) == (other.file, other.record.line, other.record.key)
  }

  static func precedes(_ left: HeldRecord, _ right: HeldRecord) -> Bool {
    (left.file, left.record.line) < (right.file, right.record.line)
  }
}
