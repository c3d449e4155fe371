public import ArgumentParser
public import Locating
public import Readers
public import Records
public import Regions
public import Tallies

// How values of the libraries are written on the command line.

extension Day: ExpressibleByArgument {
  /// ISO 8601 only: `2025-03-06`.
  public init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension Step: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument.lowercased()) }

  public static var allValueStrings: [String] { allCases.map(\.name) }
}

extension Level: ExpressibleByArgument {
  public init?(argument: String) { self.init(word: argument) }

  public static var allValueStrings: [String] { allCases.map(\.name) }
}

extension Indicator: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
}

extension PeriodLabel: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension ReportSettings.CategoryAxis: ExpressibleByArgument {}
extension ReportSettings.Spanning: ExpressibleByArgument {}
extension ReportSettings.WeekStart: ExpressibleByArgument {}
extension ReadSettings.DateOrder: ExpressibleByArgument {}
extension PlaceReader.End: ExpressibleByArgument {}
extension LocateSettings.Names: ExpressibleByArgument {}
