import Records
import Regions

/// Counting rows that come as numbers (`PlainRows`), as their records would be counted.
extension Counter {
  /// - Parameter skips: rows that another one replaces.
  mutating func take(
    _ rows: PlainRows, file: Int, skips: (Int) -> Bool = { _ in false }
  ) throws(QuantityOverflow) {
    guard !rows.isEmpty else { return }
    if plain == nil { plain = PlainCount(placer) }
    guard trace == nil, plain != nil else { return try takeRecords(rows, file, skips) }
    learnTemplates(rows, file)
    let locations = locate(rows)
    try book(rows, file, locations, skips)
  }

  private mutating func takeRecords(
    _ rows: PlainRows, _ file: Int, _ skips: (Int) -> Bool
  ) throws(QuantityOverflow) {
    for (row, record) in rows.records.enumerated() where !skips(row) {
      try take(record, file: file)
    }
  }

  // MARK: - Templates

  private mutating func learnTemplates(_ rows: PlainRows, _ file: Int) {
    if plain?.source.file != file || plain?.source.generation != rows.generation {
      plain?.source = (file, rows.generation)
      plain?.templates = []
      plain?.remarks = []
      plain?.described = []
    }
    let known = plain?.templates.count ?? 0
    for template in rows.templates.dropFirst(known) {
      let (learnt, remarks) = learn(template, file)
      plain?.templates.append(learnt)
      plain?.remarks.append(remarks)
      plain?.described.append(memory.description(of: template.place, by: placer))
    }
  }

  private mutating func learn(
    _ template: PlainRows.Template, _ file: Int
  ) -> (PlainCount.Template, [Placer.Answer.Remark]) {
    let record = template.record
    let group = PlainCount.Group(
      file: file, categories: categories(of: record), content: template.shape,
      slots: template.slots)
    var learnt = PlainCount.Template(
      way: .placer, group: plain?.number(of: group) ?? 0, hasRemarks: false,
      hasPoint: template.hasPoint, slotCount: UInt8(template.slots.count))
    guard let (way, remarks) = way(template.place) else { return (learnt, []) }
    learnt.way = way
    learnt.hasRemarks = !remarks.isEmpty
    return (learnt, remarks)
  }

  /// How rows of a place find their own, and what is to be said of each; `nil` where only the
  /// placer can tell.
  private mutating func way(_ place: Place) -> (PlainCount.Way, [Placer.Answer.Remark])? {
    guard !place.isEmpty else {
      let number = plain?.placements.number(of: Placement(.unplaced)) ?? 0
      return (.settled(placement: number), [.init(.noPlace, Counter.noPlace)])
    }
    let (way, remarks) = placer.way(of: place, &memory)
    switch way {
    case .placer: return nil
    case .point(let governorate, let isSettlement):
      return (.point(governorate: governorate, isSettlement: isSettlement), remarks)
    case .settled(let placement):
      guard let number = plain?.placements.number(of: placement) else { return nil }
      let isUnplaced = placement.node == .unplaced
      return (
        .settled(placement: number),
        remarks + (isUnplaced ? [.init(.noPlace, Counter.noPlace)] : [])
      )
    }
  }

  // MARK: - Rows

  /// Where the points of all rows lie.
  private func locate(_ rows: PlainRows) -> [RegionIndex.Location] {
    var locations = [RegionIndex.Location](repeating: .nowhere, count: rows.count)
    let (longitudes, latitudes) = (rows.longitude, rows.latitude)
    var output = locations.mutableSpan
    placer.locate(longitudes: longitudes.span, latitudes: latitudes.span, into: &output)
    return locations
  }

  private mutating func book(
    _ rows: PlainRows, _ file: Int, _ locations: [RegionIndex.Location], _ skips: (Int) -> Bool
  ) throws(QuantityOverflow) {
    // Taken out, so that it can be changed while the counter is.
    guard var plain else { return }
    self.plain = nil
    defer {
      plain.settle()
      self.plain = plain
    }
    let (template, first, last) = (rows.template, rows.first, rows.last)
    let numbers = rows.numbers
    var number = 0
    var (read, outOfRange, points) = (0, 0, 0)
    for row in template.indices {
      let info = plain.templates[Int(template[row])]
      let firstNumber = number
      number &+= Int(info.slotCount)
      if skips(row) { continue }
      if !info.isUsed { use(Int(template[row]), of: rows, &plain) }
      let dating = dating(first[row], last[row], &plain)
      if dating == -1 {
        outOfRange += 1
        continue
      }
      guard dating >= 0 else {
        try take(rows.record(at: row, firstNumber: firstNumber), file: file)
        continue
      }
      read += 1
      points += info.hasPoint ? 1 : 0
      let placement: Int32
      if let known = quickPlacement(rows, row, firstNumber, file, info, locations[row], &plain) {
        placement = known
      } else {
        placement = self.placement(rows, row, file, &plain)
      }
      if info.hasRemarks, placement >= 0 {
        for remark in plain.remarks[Int(template[row])] {
          noteLazily(remark, line: rows.line[row], file)
        }
      }
      let key = PlainFold.Key(
        placement: placement < 0 ? -1 - placement : placement, group: info.group, dating: dating)
      plain.add(key, numbers.span, from: firstNumber, width: Int(info.slotCount))
    }
    accounts.noteRead(file, records: read)
    accounts.noteOutOfRange(file, records: outOfRange)
    self.points.add(file: file, points: points)
  }

  /// The source of the first row of a template that counts is one that is counted row by row.
  private mutating func use(_ template: Int, of rows: PlainRows, _ plain: inout PlainCount) {
    plain.templates[template].isUsed = true
    countedSources.insert(rows.templates[template].record.key.source)
  }

  @inline(__always)
  private mutating func dating(_ first: Int32, _ last: Int32, _ plain: inout PlainCount) -> Int32 {
    plain.dating(first, last) { span in
      let dating = calendar.dating(of: span)
      if dating != nil { extend(span) }
      return dating
    }
  }

  private mutating func noteLazily(_ remark: Placer.Answer.Remark, line: Int, _ file: Int) {
    let name = fileNames[file]
    findings.add(remark.rule, file: name, line: line) {
      Finding(remark.rule, file: name, line: line, value: remark.value, message: remark.message)
    }
  }

  /// The number of a row's placement as the placer tells it, which also says what there is to say of
  /// the row; less than 0, as -1 less the number.
  private mutating func placement(
    _ rows: PlainRows, _ row: Int, _ file: Int, _ plain: inout PlainCount
  ) -> Int32 {
    let template = rows.templates[Int(rows.template[row])]
    var place = template.place
    if template.hasPoint {
      place.point = Coordinate(longitude: rows.longitude[row], latitude: rows.latitude[row])
    }
    // The words of the template, which do not decide (`way`), need not be looked up again.
    let answer =
      placer.trustsPoints
      ? placer.place(place, &memory)
      : placer.byPoint(place, plain.described[Int(rows.template[row])])
    let line = rows.line[row]
    for remark in answer.remarks {
      noteLazily(remark, line: line, file)
      if remark.rule == .swappedAxes { points.addSwapped(file: file) }
    }
    if answer.placement.node == .unplaced { note(.noPlace, line, file, Counter.noPlace) }
    return -1 - plain.placements.number(of: answer.placement)
  }

  /// The number of a row's placement where nothing special is about it; else `nil`.
  @inline(__always)
  private mutating func quickPlacement(
    _ rows: PlainRows, _ row: Int, _ firstNumber: Int, _ file: Int, _ info: PlainCount.Template,
    _ location: RegionIndex.Location, _ plain: inout PlainCount
  ) -> Int32? {
    switch info.way {
    case .settled(let placement): return placement
    case .placer: return nil
    case .point(let governorate, let isSettlement):
      guard let region = location.region, location.ties == 0 else { return nil }
      let node = plain.nodes[Int(region.value)]
      guard node.isSettled else { return nil }
      if let governorate, governorate != node.governorate {
        noteDisagreement(rows, row, firstNumber, file)
      }
      return plain.placements.number(
        of: (isSettlement ? node.subdistrict : region).value, zoneSet: location.zoneSet,
        zones: { placer.index.zones(in: $0) })
    }
  }

  /// P5: the placer says in what words and point disagree, if anybody will read it.
  private mutating func noteDisagreement(
    _ rows: PlainRows, _ row: Int, _ firstNumber: Int, _ file: Int
  ) {
    let (name, line) = (fileNames[file], rows.line[row])
    findings.add(.codeAgainstPoint, file: name, line: line) {
      let record = rows.record(at: row, firstNumber: firstNumber)
      guard case .incident(let incident) = record.content else { return nil }
      let remark = placer.place(incident.place, &memory).remarks.last {
        $0.rule == .codeAgainstPoint
      }
      return remark.map {
        Finding($0.rule, file: name, line: line, value: $0.value, message: $0.message)
      }
    }
  }
}
