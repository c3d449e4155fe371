/// What makes a record the same as another: its source and its id there (rule A2).
public struct RecordKey: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The data set or organisation, such as `ACLED`.
  public let source: String
  public let id: String

  public init(source: String, id: String) {
    self.source = source
    self.id = id
  }

  public var description: String { "\(source):\(id)" }

  public static func < (left: RecordKey, right: RecordKey) -> Bool {
    (left.source, left.id) < (right.source, right.id)
  }
}

/// How the numbers of a record behave over time (rule F2).
public enum Measure: String, Hashable, Sendable, CaseIterable {
  /// People who moved, were killed … during the span: adds up.
  case flow
  /// People present on the last day of the span: never adds up over time.
  case stock
  /// A running total from the first day of the span to the last.
  case cumulative
}

/// One row of an input, read and understood, not yet placed.
public struct Record: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case incident(Incident)
    case movement(Movement)
  }

  public var key: RecordKey
  /// Grows with each revision; the greater one replaces. `nil` where the source has none.
  public var version: Int64?
  /// Whether this row takes the record with its key away.
  public var isDeletion: Bool
  public var dates: DateSpan
  /// When the source published the figure, for choosing the latest among sources.
  public var published: Day?
  /// What is being counted. Records of several sources with one subject count the same thing
  /// and are never added up. A subject with the name of a source is what that source's records
  /// say, summed up.
  public var subject: String?
  public var measure: Measure
  public var content: Content
  /// Line of the row's first byte in its file, counted from 1.
  public var line: Int

  public init(
    key: RecordKey, version: Int64? = nil, isDeletion: Bool = false, dates: DateSpan,
    published: Day? = nil, subject: String? = nil, measure: Measure = .flow, content: Content,
    line: Int
  ) {
    self.key = key
    self.version = version
    self.isDeletion = isDeletion
    self.dates = dates
    self.published = published
    self.subject = subject
    self.measure = measure
    self.content = content
    self.line = line
  }
}

/// Something that happened at a place and harmed people.
public struct Incident: Hashable, Sendable {
  public var place: Place
  /// The source's own type of event, or empty.
  public var kind: String
  /// The source's finer type of event, or empty.
  public var subkind: String
  /// How many events the row stands for: one, but for tables that count events by place and
  /// month; `nil` where such a table does not say.
  public var events: Figure?
  /// `nil` where the source does not speak of it at all; a figure whose numbers are all `nil`
  /// where it does, without a number.
  public var killed: Figure?
  public var injured: Figure?
  public var detained: Figure?

  public init(
    place: Place, kind: String = "", subkind: String = "", events: Figure? = .exactly(1),
    killed: Figure? = nil, injured: Figure? = nil, detained: Figure? = nil
  ) {
    self.place = place
    self.kind = kind
    self.subkind = subkind
    self.events = events
    self.killed = killed
    self.injured = injured
    self.detained = detained
  }
}

/// People who moved from one place to another, or who are where they moved to.
public struct Movement: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case displacement
    case `return`
    case eviction
    case relocation
  }

  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case persons
    case households
  }

  /// What people are beside being displaced, where that makes an indicator of its own.
  public enum Status: Hashable, Sendable {
    case unstated
    /// People abroad whose claim to be refugees is not decided.
    case asylumSeeker
  }

  public var kind: Kind
  public var status: Status
  /// The source's own type, such as conflict or disaster, or a group of people; or empty. People
  /// of several types at one place are different people.
  public var subkind: String
  /// `nil` where the record says nothing of it.
  public var origin: Place?
  /// Where people went, or for a stock, where they are.
  public var destination: Place?
  public var figure: Figure
  public var unit: Unit
  /// Persons in a household, where the record declares it (rule F3).
  public var householdSize: Quantity?

  public init(
    kind: Kind, status: Status = .unstated, subkind: String = "", origin: Place?,
    destination: Place?, figure: Figure, unit: Unit = .persons, householdSize: Quantity? = nil
  ) {
    self.kind = kind
    self.status = status
    self.subkind = subkind
    self.origin = origin
    self.destination = destination
    self.figure = figure
    self.unit = unit
    self.householdSize = householdSize
  }
}
