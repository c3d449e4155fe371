import Disclosure
import JSONText

/// Colors for web maps that read `simplestyle` properties: one indicator a level, the one known for
/// most of its regions, in five classes of about equally many distinct values.
///
/// The ramp is of one hue and darkens evenly, so it holds for color-blind readers and in print.
/// No report, zero and a report without a number look different (rule F5).
struct MapLegend {
  /// What a class is called and how it is filled.
  struct Paint: Equatable {
    let fill: String
    let opacity: Double
  }

  /// What the figures of one level are shown by.
  struct Scale {
    /// Position in `Release.indicators`.
    let indicator: Int
    /// Greatest value of each class in use, with its color.
    let classes: [(upper: Release.Amount, fill: String)]
    /// What occurs on the level beside figures and regions without a report.
    let states: Set<State>
  }

  /// What a map says of a region (rule F5).
  enum State {
    case noReport
    case zero
    case noNumber
    case withheld
    /// A figure above zero.
    case figure

    init(_ row: Release.Row?) {
      switch row?.status {
      case nil: self = .noReport
      case .withheld: self = .withheld
      case .zero: self = .zero
      case .notStated, .otherSources: self = .noNumber
      case .reported, .rounded:
        self = row?.best.map { $0.value > 0 ? .figure : .zero } ?? .noNumber
      }
    }
  }

  /// What is seen of one indicator on one level.
  fileprivate struct Sight {
    var amounts: [Release.Amount] = []
    var states: Set<State> = []
    var count = 0
  }

  static let ramp = ["#fdddb8", "#f7b267", "#e57f2e", "#b04a12", "#6b2406"]
  static let noReport = Paint(fill: "#c4c4c4", opacity: 0.35)
  static let zero = Paint(fill: "#f4f1ea", opacity: 0.7)
  static let noNumber = Paint(fill: "#9d93b5", opacity: 0.7)
  static let withheld = Paint(fill: "#7a7a7a", opacity: 0.7)

  private let names: [String]
  private var scales: [String: Scale] = [:]
  private var order: [String] = []

  /// - Parameter isCoverage: whether the map shows the coverage as a whole, or single periods.
  init(_ release: Release, isCoverage: Bool) {
    names = release.indicators.map(\.name)
    let spans = isCoverage ? [release.coverageSpan] : release.periodSpans
    let sights = Self.sights(release, spans.compactMap { $0 })
    for level in release.levels + ["zone"] {
      guard let seen = sights[level], let number = Self.shown(seen, release.indicators)
      else { continue }
      scales[level] = Scale(
        indicator: number, classes: Self.classes(of: seen[number].amounts),
        states: seen[number].states)
      order.append(level)
    }
  }

  /// How a level is shown; `nil` where nothing is reported of it.
  func scale(of level: String) -> Scale? { scales[level] }

  /// By level and indicator, what is said of its regions.
  private static func sights(_ release: Release, _ spans: [Int]) -> [String: [Sight]] {
    let none = [Sight](repeating: Sight(), count: release.indicators.count)
    var sights: [String: [Sight]] = [:]
    for (number, place) in release.places.enumerated() where place.status == .region {
      for span in spans {
        for row in release.totals(place: number, span: span) ?? [] {
          guard let row else { continue }
          sights[place.level, default: none][row.indicatorNumber].add(row)
        }
      }
    }
    return sights
  }

  /// The indicator that says most on a map: known for the most regions, people before events;
  /// where none has a figure, the one of which most is said at all.
  private static func shown(_ seen: [Sight], _ indicators: [Release.Indicator]) -> Int? {
    func rank(_ number: Int) -> (Int, Int, Int, Int) {
      let (sight, isPersons) = (seen[number], indicators[number].unit == "persons")
      return (
        sight.amounts.count, isPersons ? 1 : 0, sight.amounts.isEmpty ? sight.count : 0, -number
      )
    }
    return indicators.indices.filter { seen[$0].count > 0 }.max { rank($0) < rank($1) }
  }

  /// How a region of a level is filled.
  func paint(level: String, cells: FeatureTable.Cells?) -> Paint {
    guard let scale = scales[level] else { return Self.noReport }
    let row = cells?[scale.indicator]
    switch State(row) {
    case .noReport: return Self.noReport
    case .withheld: return Self.withheld
    case .zero: return Self.zero
    case .noNumber: return Self.noNumber
    case .figure: break
    }
    let fill = scale.classes.first { row?.best?.value ?? .infinity <= $0.upper.value }?.fill
    return Paint(fill: fill ?? Self.ramp[Self.ramp.count - 1], opacity: 0.7)
  }

  /// Writes what the colors mean, as a member of the whole collection.
  func write(to writer: inout JSONWriter) {
    writer.key("legend")
    writer.beginObject()
    writer.member("no_report", Self.noReport.fill)
    writer.member("zero", Self.zero.fill)
    writer.member("no_number", Self.noNumber.fill)
    writer.member("withheld", Self.withheld.fill)
    writer.key("levels")
    writer.beginArray()
    for level in order {
      guard let scale = scales[level] else { continue }
      write(scale, of: level, to: &writer)
    }
    writer.endArray()
    writer.endObject()
  }

  private func write(_ scale: Scale, of level: String, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("level", level)
    writer.member("indicator", names[scale.indicator])
    writer.key("classes")
    writer.beginArray()
    for item in scale.classes {
      writer.beginObject()
      writer.member("up_to", item.upper)
      writer.member("fill", item.fill)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  /// Five classes by quantiles of the distinct values; of fewer values, one class each.
  private static func classes(
    of amounts: [Release.Amount]
  ) -> [(upper: Release.Amount, fill: String)] {
    let uppers = Quantiles.uppers(of: amounts, most: ramp.count)
    return uppers.enumerated().map { number, upper in
      // Fewer classes take colors evenly from the whole ramp.
      (upper, ramp[(2 * number + 1) * ramp.count / (2 * uppers.count)])
    }
  }
}

extension MapLegend.Sight {
  fileprivate mutating func add(_ row: Release.Row) {
    let state = MapLegend.State(row)
    count += 1
    states.insert(state)
    if state == .figure, let best = row.best { amounts.append(best) }
  }
}
