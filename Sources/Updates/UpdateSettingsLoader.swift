import ConfigurationText
import Disclosure
import Readers
import Records
import Regions
import Tallies

/// Reads the configuration of an update and collects everything that is wrong with it, so that it
/// can be put right in one go.
struct UpdateSettingsLoader {
  private static let keys = [
    "archive", "output", "keep_releases", "source", "deletions", "boundaries", "period", "report",
  ]

  private let root: ConfigurationItem
  private(set) var errors: [ConfigurationError] = []

  init(_ root: ConfigurationItem) {
    self.root = root
  }

  mutating func load(folder: String) -> UpdateSettings {
    var settings = UpdateSettings(folder: folder)
    refuse(root, besides: Self.keys)
    settings.archive = text(root, "archive") ?? settings.archive
    settings.output = text(root, "output") ?? settings.output
    settings.keptReleases = whole(root, "keep_releases", in: 1...100_000)
    settings.sources = tables(root, "source").compactMap { source($0) }
    settings.deletions = tables(root, "deletions").compactMap { deletions($0) }
    if settings.sources.isEmpty && errors.isEmpty {
      errors.append(root.error(.refused("no [[source]] is given; add one with its files")))
    }
    checkNames(settings)
    if let item = table(root, "boundaries") { loadBoundaries(item, &settings) }
    if let item = table(root, "period") { loadPeriod(item, &settings) }
    if let item = table(root, "report") { loadReport(item, &settings) }
    return settings
  }

  // MARK: - Values

  /// The value, or `nil` and one more error.
  private mutating func attempt<Value>(
    _ read: () throws -> Value?
  ) -> Value? {
    do {
      return try read()
    } catch let error as ConfigurationError {
      errors.append(error)
    } catch {
      errors.append(root.error(.unreadable("\(error)")))
    }
    return nil
  }

  private mutating func refuse(_ item: ConfigurationItem, besides known: [String]) {
    errors += attempt { try item.unknownKeys(besides: known) } ?? []
  }

  private mutating func text(_ item: ConfigurationItem, _ key: String) -> String? {
    attempt {
      guard let value = try item.value(of: key) else { return nil }
      let text = try value.text
      guard !text.isEmpty else { throw value.error(.refused("it is empty; give a value")) }
      return text
    }
  }

  private mutating func texts(_ item: ConfigurationItem, _ key: String) -> [String]? {
    attempt { try item.value(of: key)?.oneOrMore.map { try $0.text } }
  }

  private mutating func truth(_ item: ConfigurationItem, _ key: String) -> Bool? {
    attempt { try item.value(of: key)?.truth }
  }

  private mutating func whole(
    _ item: ConfigurationItem, _ key: String, in range: ClosedRange<Int>
  ) -> Int? {
    attempt {
      guard let value = try item.value(of: key) else { return nil }
      let whole = try value.whole
      guard range.contains(whole) else {
        throw value.error(
          .refused("\(whole) is not between \(range.lowerBound) and \(range.upperBound)"))
      }
      return whole
    }
  }

  private mutating func choice<Value>(
    _ item: ConfigurationItem, _ key: String, _ known: [Value], _ name: (Value) -> String
  ) -> Value? {
    attempt {
      guard let value = try item.value(of: key) else { return nil }
      return try Self.choice(value, known, name)
    }
  }

  private static func choice<Value>(
    _ item: ConfigurationItem, _ known: [Value], _ name: (Value) -> String
  ) throws -> Value {
    let word = try item.text
    guard let value = known.first(where: { name($0) == word }) else {
      throw item.error(.unknownWord(word, known: known.map(name)))
    }
    return value
  }

  private mutating func table(_ item: ConfigurationItem, _ key: String) -> ConfigurationItem? {
    attempt {
      guard let value = try item.value(of: key) else { return nil }
      _ = try value.entries
      return value
    }
  }

  private mutating func tables(_ item: ConfigurationItem, _ key: String) -> [ConfigurationItem] {
    attempt {
      let all = try item.value(of: key)?.oneOrMore ?? []
      for table in all { _ = try table.entries }
      return all
    } ?? []
  }

  // MARK: - Sources

  private mutating func source(_ item: ConfigurationItem) -> UpdateSettings.Source? {
    refuse(
      item,
      besides: ["name", "files", "missing", "profile", "map", "sheet", "date_order"])
    let name = attempt { try item.required("name").text }
    let files = attempt { try item.required("files").oneOrMore.map { try $0.text } }
    let missing = attempt {
      try Self.choice(
        item.required("missing"), UpdateSettings.Source.Missing.allCases, \.rawValue)
    }
    let order = choice(item, "date_order", ReadSettings.DateOrder.allCases, \.rawValue) ?? .iso
    let (profile, sheet) = (text(item, "profile"), text(item, "sheet"))
    let maps = texts(item, "map") ?? []
    guard let name, let files, let missing else { return nil }
    return UpdateSettings.Source(
      name: name, files: files, missing: missing, profile: profile, maps: maps, sheet: sheet,
      dateOrder: order)
  }

  private mutating func deletions(_ item: ConfigurationItem) -> UpdateSettings.Deletions? {
    refuse(item, besides: ["name", "files", "source"])
    let name = attempt { try item.required("name").text }
    let files = attempt { try item.required("files").oneOrMore.map { try $0.text } }
    let source = attempt { try item.required("source").text }
    guard let name, let files, let source else { return nil }
    return UpdateSettings.Deletions(name: name, files: files, source: source)
  }

  private mutating func checkNames(_ settings: UpdateSettings) {
    var seen: Set<String> = []
    for name in settings.sources.map(\.name) + settings.deletions.map(\.name) {
      if name.isEmpty || !name.utf8.allSatisfy(Self.isPlain) {
        errors.append(
          root.error(
            .refused(
              "the name “\(name)” has other signs than letters, digits, - and _; shorten it")))
      }
      if !seen.insert(name).inserted {
        errors.append(root.error(.refused("two sources are named \(name); rename one")))
      }
    }
  }

  /// Names go into logs, files and commands.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  // MARK: - The rest

  private mutating func loadBoundaries(
    _ item: ConfigurationItem, _ settings: inout UpdateSettings
  ) {
    refuse(item, besides: ["layers", "repair"])
    settings.layers = texts(item, "layers") ?? []
    settings.repairsLayers = truth(item, "repair") ?? false
  }

  private mutating func loadPeriod(_ item: ConfigurationItem, _ settings: inout UpdateSettings) {
    refuse(item, besides: ["from", "to", "last_months"])
    let (from, to) = (day(item, "from"), day(item, "to"))
    settings.coverage = .days(from: from, to: to)
    if let from, let to, to < from {
      errors.append(item.error(.refused("to, \(to), comes before from, \(from); exchange them")))
    }
    guard let months = whole(item, "last_months", in: 0...1200) else { return }
    if from != nil || to != nil {
      errors.append(
        item.error(.refused("last_months goes with neither from nor to; leave one out")))
    }
    settings.coverage = .lastMonths(months)
  }

  private mutating func day(_ item: ConfigurationItem, _ key: String) -> Day? {
    attempt {
      guard let value = try item.value(of: key) else { return nil }
      let word = try value.word
      let parts = word.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]),
        let month = Int(parts[1]), let number = Int(parts[2]),
        let day = Day(year: year, month: month, day: number)
      else { throw value.error(.refused("“\(word)” is no day such as 2025-03-01")) }
      return day
    }
  }

  private mutating func loadReport(_ item: ConfigurationItem, _ settings: inout UpdateSettings) {
    refuse(
      item,
      besides: [
        "by", "levels", "indicators", "category", "spanning", "week_start", "prefer",
        "snap_meters", "time_zone", "policy", "simplify_meters",
      ])
    var rules = settings.rules
    rules.step = choice(item, "by", Step.allCases, \.name)
    rules.spanning =
      choice(item, "spanning", ReportSettings.Spanning.allCases, \.rawValue) ?? .hold
    rules.weekStart =
      choice(item, "week_start", ReportSettings.WeekStart.allCases, \.rawValue) ?? .monday
    rules.category = choice(item, "category", ReportSettings.CategoryAxis.allCases, \.rawValue)
    rules.levels = choices(item, "levels", Level.allCases, \.name)?.sorted() ?? Level.allCases
    rules.indicators = Set(choices(item, "indicators", Indicator.all, \.name) ?? [])
    rules.prefer = texts(item, "prefer") ?? []
    rules.snapMeters = Double(whole(item, "snap_meters", in: 0...50_000) ?? 1500)
    rules.timeZone = text(item, "time_zone") ?? rules.timeZone
    settings.rules = rules
    settings.policy = text(item, "policy") ?? settings.policy
    settings.simplifyMeters = whole(item, "simplify_meters", in: 0...100_000).map(Double.init)
  }

  private mutating func choices<Value>(
    _ item: ConfigurationItem, _ key: String, _ known: [Value], _ name: (Value) -> String
  ) -> [Value]? {
    attempt {
      try item.value(of: key)?.oneOrMore.map { try Self.choice($0, known, name) }
    }
  }
}
