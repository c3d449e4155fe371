import Regions

/// Rows of one file that have nothing wrong with them, as numbers: what each has of its own, and
/// which template it shares with others.
///
/// Most rows of a file differ from many others only in id, days, point and figures. The first of
/// them is read as any other row; its record is the template, and of the rest only those cells are
/// read. `record(at:)` gives the record that the ordinary reading would have given.
public struct PlainRows: Sendable {
  /// What rows share.
  public struct Template: Sendable {
    /// The record of its first row. Key, version, days, point, numbers of figures and line are
    /// that row's own.
    public let record: Record
    /// Which numbers of its figures are each row's own, in the order in which rows give them.
    public let slots: [Slot]

    public init(record: Record, slots: [Slot]) {
      self.record = record
      self.slots = slots
    }

    /// The place without its point.
    public var place: Place {
      guard case .incident(let incident) = record.content else { return Place() }
      return incident.place
    }

    public var hasPoint: Bool { place.point != nil }

    /// The content with other numbers in its slots.
    public func filled(with numbers: [UInt32]) -> Record.Content {
      Template.filled(record.content, slots, with: numbers)
    }

    public static func filled(
      _ content: Record.Content, _ slots: [Slot], with numbers: [UInt32]
    ) -> Record.Content {
      guard case .incident(var incident) = content else { return content }
      incident.fill(slots, numbers[...])
      return .incident(incident)
    }
  }

  /// A number of a figure.
  public struct Slot: Hashable, Sendable {
    public enum Figure: UInt8, Hashable, Sendable, CaseIterable {
      case killed
      case injured
      case detained
    }

    public enum Bound: UInt8, Hashable, Sendable, CaseIterable {
      case low
      case best
      case high
    }

    public let figure: Figure
    public let bound: Bound

    public init(_ figure: Figure, _ bound: Bound) {
      self.figure = figure
      self.bound = bound
    }
  }

  /// All templates of the file so far; rows name them by their position.
  public var templates: [Template] = []
  /// Changes where the templates were forgotten and their positions begin anew.
  public var generation = 0

  /// For each row: its template, line, first and last day, and version.
  public private(set) var template: [Int32] = []
  public private(set) var line: [Int] = []
  public private(set) var first: [Int32] = []
  public private(set) var last: [Int32] = []
  public private(set) var version: [Int64] = []
  /// Zero where the template has no point.
  public private(set) var longitude: [Double] = []
  public private(set) var latitude: [Double] = []
  /// The numbers of all rows behind one another, as many for each as its template has slots.
  public private(set) var numbers: [UInt32] = []
  /// The bytes of all ids behind one another, and where each ends.
  public private(set) var idBytes: [UInt8] = []
  public private(set) var idEnd: [Int32] = []

  public init() {}

  public var count: Int { template.count }
  public var isEmpty: Bool { template.isEmpty }

  /// One row's own cells.
  public struct Cells: Sendable {
    public var template: Int32
    public var line: Int
    public var first: Day
    public var last: Day
    public var version: Int64
    public var longitude: Double
    public var latitude: Double

    public init(
      template: Int32, line: Int, first: Day, last: Day, version: Int64, longitude: Double,
      latitude: Double
    ) {
      self.template = template
      self.line = line
      self.first = first
      self.last = last
      self.version = version
      self.longitude = longitude
      self.latitude = latitude
    }
  }

  /// Adds a row.
  public mutating func append(_ cells: Cells, id: Span<UInt8>, numbers own: Span<UInt32>) {
    template.append(cells.template)
    line.append(cells.line)
    first.append(cells.first.number)
    last.append(cells.last.number)
    version.append(cells.version)
    longitude.append(cells.longitude)
    latitude.append(cells.latitude)
    for index in own.indices { numbers.append(own[index]) }
    for index in id.indices { idBytes.append(id[index]) }
    idEnd.append(Int32(truncatingIfNeeded: idBytes.count))
  }

  /// Makes room for so many rows more.
  public mutating func reserve(_ count: Int) {
    template.reserveCapacity(count)
    line.reserveCapacity(count)
    first.reserveCapacity(count)
    last.reserveCapacity(count)
    version.reserveCapacity(count)
    longitude.reserveCapacity(count)
    latitude.reserveCapacity(count)
    numbers.reserveCapacity(count)
    idBytes.reserveCapacity(count * 12)
    idEnd.reserveCapacity(count)
  }

  /// Where the id of a row lies in `idBytes`.
  public func idRange(at row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(idEnd[row - 1]))..<Int(idEnd[row])
  }

  public func id(at row: Int) -> String {
    String(decoding: idBytes[idRange(at: row)], as: UTF8.self)
  }
}

extension PlainRows {
  /// Calls for each row with the index of its first number.
  public func forEachRow(_ body: (_ row: Int, _ firstNumber: Int) throws -> Void) rethrows {
    var number = 0
    for row in 0..<count {
      try body(row, number)
      number += templates[Int(template[row])].slots.count
    }
  }

  /// The records of all rows.
  public var records: [Record] {
    var result: [Record] = []
    forEachRow { row, number in result.append(record(at: row, firstNumber: number)) }
    return result
  }

  /// The record of a row, as the ordinary reading gives it.
  /// - Parameter firstNumber: the index in `numbers` of the row's first one.
  public func record(at row: Int, firstNumber: Int) -> Record {
    let template = templates[Int(self.template[row])]
    var record = template.record
    record.key = RecordKey(source: record.key.source, id: id(at: row))
    if record.version != nil { record.version = version[row] }
    let (first, last) = (Day(number: first[row]), Day(number: last[row]))
    record.dates = DateSpan(first: first, last: last) ?? DateSpan(first)
    record.line = line[row]
    guard case .incident(var incident) = record.content else { return record }
    if incident.place.point != nil {
      incident.place.point = Coordinate(longitude: longitude[row], latitude: latitude[row])
    }
    let own = numbers[firstNumber..<(firstNumber + template.slots.count)]
    incident.fill(template.slots, own)
    record.content = .incident(incident)
    return record
  }
}

extension Incident {
  /// Puts a row's numbers in the place of its template's.
  fileprivate mutating func fill(_ slots: [PlainRows.Slot], _ numbers: ArraySlice<UInt32>) {
    killed = killed.map { $0.filled(.killed, slots, numbers) }
    injured = injured.map { $0.filled(.injured, slots, numbers) }
    detained = detained.map { $0.filled(.detained, slots, numbers) }
  }
}

extension Figure {
  fileprivate func filled(
    _ figure: PlainRows.Slot.Figure, _ slots: [PlainRows.Slot], _ numbers: ArraySlice<UInt32>
  ) -> Figure {
    var (low, best, high): (Quantity?, Quantity?, Quantity?)
    for (slot, number) in zip(slots, numbers) where slot.figure == figure {
      switch slot.bound {
      case .low: low = Quantity(Int(number))
      case .best: best = Quantity(Int(number))
      case .high: high = Quantity(Int(number))
      }
    }
    guard low != nil || best != nil || high != nil else { return self }
    return Figure(best, qualifier, low: low, high: high)
  }
}
