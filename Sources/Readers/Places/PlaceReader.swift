public import DelimitedText
import Foundation
public import JSONText
public import Records
import Regions

/// Reads of each row of a table only where it is.
///
/// Where a profile fits the header, its rules tell the place; else the row is a plain point, with
/// what further columns say that the user names.
public struct PlaceReader: Sendable {
  /// What a row says of its place.
  public enum Answer: Hashable, Sendable {
    /// May be empty, where the row says nothing.
    case place(Place)
    /// A blank row, a row of hashtags or of totals, or the header again.
    case notData
    case unreadable
  }

  /// The end of a movement that is asked for; an incident has one place only.
  public enum End: String, Hashable, Sendable, CaseIterable {
    case origin
    case destination
  }

  /// How places are to be found in a table.
  public struct Request: Hashable, Sendable {
    public var names: PlaceColumnNames
    public var settings: ReadSettings
    /// Whether rows are plain points although a profile fits the header.
    public var asPoints: Bool
    public var end: End

    public init(
      names: PlaceColumnNames = PlaceColumnNames(), settings: ReadSettings = ReadSettings(),
      asPoints: Bool = false, end: End = .destination
    ) {
      self.names = names
      self.settings = settings
      self.asPoints = asPoints
      self.end = end
    }
  }

  /// The profile that tells the places; `nil` where rows are plain points.
  public let profileName: String?
  private let points: PlainPoints?
  /// For a profile whose rows repeat each other's words.
  private var lane: PlaceLane?
  private let end: End
  private let columns: Columns
  private let context: ReadContext
  private var run: RowRun

  /// For a table with a header.
  ///
  /// - Parameters:
  ///   - header: the names of the columns as the file spells them.
  ///   - file: name of the file for findings, without folders.
  /// - Throws: `ReadError` where a column that is asked for is missing, or nothing in the header
  ///   tells of a place.
  public init(header: [String], file: String, request: Request) throws(ReadError) {
    try self.init(header: header, isRepeated: true, file: file, request: request)
  }

  /// For objects of JSON, one a row.
  ///
  /// - Parameter objects: the first of them, whose members tell the columns.
  /// - Throws: as for a table.
  public init(
    objects: [JSONObject], file: String, request: Request
  ) throws(ReadError) {
    var found = ObjectNames()
    for object in objects { found.add(object) }
    try self.init(header: found.names, isRepeated: false, file: file, request: request)
  }

  private init(
    header: [String], isRepeated: Bool, file: String, request: Request
  ) throws(ReadError) {
    guard let timeZone = TimeZone(identifier: request.settings.timeZone) else {
      throw .unknownTimeZone(name: request.settings.timeZone)
    }
    context = ReadContext(
      file: file, dateOrder: request.settings.dateOrder, timeZone: timeZone, onlyPlaces: true)
    var columns = Columns(names: header)
    let entry = try PlaceReader.profile(for: columns, request, file: file)
    let profile: any Profile
    if let entry {
      // Later objects may have members that the first have not.
      if !isRepeated { columns = Columns(names: header, isOpen: true) }
      profile = entry.bind(&columns)
      points = nil
      if isRepeated, let plain = profile as? any PlainProfile {
        lane = PlaceLane(plain.plainLayout)
      }
    } else {
      let plain = try PlainPoints(columns: &columns, names: request.names, file: file)
      profile = plain
      points = plain.isPointOnly ? plain : nil
    }
    if let column = columns.repeatedColumn {
      throw .repeatedColumn(file: file, name: column)
    }
    profileName = entry?.name
    end = request.end
    self.columns = columns
    run = RowRun(
      profile, columns: columns, header: isRepeated ? header : [], context: context)
  }

  /// Columns that the user names, or `asPoints`, make rows plain points; a profile that is asked
  /// for must fit.
  private static func profile(
    for columns: Columns, _ request: Request, file: String
  ) throws(ReadError) -> ProfileEntry? {
    let choice = try ProfileChoice(request.settings)
    guard request.settings.profile == nil else {
      if let entry = choice.fitting(columns) { return entry }
      throw choice.misfit(columns.names, file: file)
    }
    return request.asPoints || !request.names.given.isEmpty ? nil : choice.fitting(columns)
  }

  /// Whether it does not matter any more what rows were read before, so that others of the table may
  /// be read by copies of this reader: behind the rows that may be hashtags, where what a row means
  /// depends on it alone.
  public var isIndifferent: Bool { (points != nil || lane != nil) && run.isPastBeginning }

  /// Finds the rows of a block that say where they are in words known from others, and nothing else
  /// that matters; `read` has to look at the rest.
  public mutating func findWorded(
    in block: RowBlock, from first: Int, into worded: inout WordedPlaces
  ) {
    worded.removeAll()
    for _ in 0..<first { worded.append(nil) }
    if let points, run.isPastBeginning {
      worded.wordings = [Place(point: Coordinate(longitude: 0, latitude: 0))]
      for row in first..<max(first, block.count) {
        worded.append(points.point(ofRow: row, of: block).map { (0, $0) })
      }
    } else if run.isPastBeginning, var lane {
      // Before, rows may be hashtags, which only their order tells.
      self.lane = nil
      lane.findWorded(in: block, from: first, into: &worded) { row in
        let (answer, findings) = read(row, of: block)
        guard case .place(let place) = answer, findings.isEmpty else { return nil }
        return place
      }
      self.lane = lane
    } else {
      for _ in first..<max(first, block.count) { worded.append(nil) }
    }
  }

  /// The place of a row, and what is wrong with it. Rows are read in their order.
  public mutating func read(_ row: Int, of block: RowBlock) -> (Answer, [Finding]) {
    if block.hasDoubledQuotes(inRow: row) {
      run.take(0, of: block.settledCopy(ofRow: row))
    } else {
      run.take(row, of: block)
    }
    let batch = run.takeBatch()
    guard let record = batch.records.first else {
      let isError = batch.findings.contains { $0.severity == .error }
      return (isError ? .unreadable : .notData, batch.findings)
    }
    return (.place(place(of: record)), batch.findings)
  }

  /// The place of an object, and what is wrong with it. Objects are read in their order.
  public mutating func read(_ object: JSONObject, line: Int) -> (Answer, [Finding]) {
    var block = RowBlock()
    let findings = ObjectRow(object).append(to: &block, columns, line: line, file: context.file)
    // A plain object without a point says nothing of a place; that does not make it unreadable.
    if profileName == nil, block.problem(ofRow: 0) != nil { return (.place(Place()), findings) }
    let (answer, more) = read(0, of: block)
    return (answer, findings + more)
  }

  private func place(of record: Record) -> Place {
    switch record.content {
    case .incident(let incident): return incident.place
    case .movement(let movement):
      let place =
        end == .origin
        ? movement.origin ?? movement.destination : movement.destination ?? movement.origin
      return place ?? Place()
    }
  }
}
