import Records
import Regions

/// A column in which two rows of one record differ.
public struct FieldDifference: Hashable, Sendable {
  /// As the tracker's own layout names it, such as `killed` or `date_start`.
  public let column: String
  /// Empty where the row says nothing.
  public let before: String
  public let after: String
  /// Whether it says where something happened, and so may have moved the record.
  public let isPlace: Bool

  /// In the order of the columns; empty where both rows say the same but for their version.
  static func between(_ old: Record, _ new: Record) -> [FieldDifference] {
    let (left, right) = (RecordFields(old).all, RecordFields(new).all)
    let after = Dictionary(right.map { ($0.column, $0) }) { first, _ in first }
    let before = Set(left.map(\.column))
    let columns = left + right.filter { !before.contains($0.column) }
    return columns.compactMap { field in
      let was = before.contains(field.column) ? field.text : ""
      let now = after[field.column]?.text ?? ""
      guard was != now else { return nil }
      return FieldDifference(
        column: field.column, before: was, after: now, isPlace: field.isPlace)
    }
  }
}

/// What the archive keeps of a row, as texts under the names of columns.
struct RecordFields {
  struct Field {
    let column: String
    let text: String
    var isPlace = false
  }

  private(set) var all: [Field] = []

  init(_ record: Record) {
    add("date_start", record.dates.first.description)
    add("date_end", record.dates.last.description)
    add("published", record.published?.description)
    add("subject", record.subject)
    add("measure", record.measure == .flow ? nil : record.measure.rawValue)
    switch record.content {
    case .incident(let incident): add(incident)
    case .movement(let movement): add(movement)
    }
  }

  private mutating func add(_ column: String, _ text: String?) {
    if let text, !text.isEmpty { all.append(Field(column: column, text: text)) }
  }

  private mutating func add(_ incident: Incident) {
    add("kind", incident.kind)
    add("subkind", incident.subkind)
    add("events", incident.events == .exactly(1) ? nil : Self.text(incident.events))
    add("killed", Self.text(incident.killed))
    add("injured", Self.text(incident.injured))
    add("detained", Self.text(incident.detained))
    add("", incident.place)
  }

  private mutating func add(_ movement: Movement) {
    add("kind", movement.kind.rawValue)
    add("subkind", movement.subkind)
    add("status", movement.status == .asylumSeeker ? "asylum_seeker" : nil)
    add(movement.unit.rawValue, Self.text(movement.figure))
    add("household_size", movement.householdSize?.text())
    if let origin = movement.origin { add("origin_", origin) }
    if let destination = movement.destination { add("destination_", destination) }
  }

  private mutating func add(_ prefix: String, _ place: Place) {
    let paths = place.designations.map { path in path.map(Self.text).joined(separator: " / ") }
    let fields: [(String, String?)] = [
      ("country", place.country), ("longitude", place.point.map { "\($0.longitude)" }),
      ("latitude", place.point.map { "\($0.latitude)" }),
      ("precision", place.precision.map(Self.text)), ("region", paths.joined(separator: ", ")),
      ("detail", place.detail),
    ]
    for (name, text) in fields {
      guard let text, !text.isEmpty else { continue }
      all.append(Field(column: prefix + name, text: text, isPlace: true))
    }
  }

  /// What stands both as a code and as a name is written once.
  private static func text(_ designation: Designation) -> String {
    let words = [designation.code, designation.name].compactMap { $0 }
    return words.count == 2 && words[0] == words[1] ? words[0] : words.joined(separator: " ")
  }

  private static func text(_ precision: Precision) -> String {
    switch precision {
    case .exact: "exact"
    case .meters(let meters): "\(meters) m"
    case .settlement: "settlement"
    case .level(let level): level.name
    case .outside: "outside"
    }
  }

  /// `3`, `3 (2–5)`, `at least 3`, `dozens`; `unknown` where the row speaks of it without a number.
  private static func text(_ figure: Figure?) -> String? {
    guard let figure else { return nil }
    let best = figure.best?.text() ?? word(figure.qualifier)
    let bounds = [figure.low, figure.high].map { $0?.text() ?? "?" }
    let isPlain = bounds == [best, best] || bounds == ["?", "?"]
    let number = isPlain ? best : "\(best) (\(bounds[0])–\(bounds[1]))"
    guard figure.best != nil else { return number }
    switch figure.qualifier {
    case .atLeast: return "at least \(number)"
    case .atMost: return "at most \(number)"
    case .about: return "about \(number)"
    case .exact, .unstated, .word: return number
    }
  }

  private static func word(_ qualifier: Figure.Qualifier) -> String {
    if case .word(let word) = qualifier { word } else { "unknown" }
  }
}
