import Disclosure
import JSONText
import Records
import Regions
import Released
import Tallies

/// Turns the words of released files into the names of figures.
struct ReleasedWords {
  let catalog: RegionCatalog

  func view(_ word: String) -> Tally.View? {
    word == "zone" ? .zone : Level(word: word).map(Tally.View.level)
  }

  func site(_ status: String, _ id: String) throws(ReleasedFilesError) -> Tally.Site? {
    switch status {
    case "region", "unspecified":
      guard let number = catalog.number(of: RegionID(id)) else {
        throw .damaged(
          file: "tallies.csv",
          cause: "the region \(id) is not in the boundaries; name its layer with --boundaries")
      }
      return status == "region" ? .region(number) : .unspecified(number)
    case "external": return .external(id)
    case "outside": return .outside
    case "unplaced": return .unplaced
    default: return nil
    }
  }

  static func day(_ text: String) -> Day? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? Day(year: parts[0], month: parts[1], day: parts[2]) : nil
  }

  /// What a number and a status say; `nil` for no report.
  static func known(_ best: String?, _ status: String, asOf: Day? = nil) -> KnownFigure? {
    switch status {
    case "withheld": KnownFigure(.withheld)
    case "reported", "zero", "not_stated", "other_sources", "rounded":
      if let number = best.flatMap({ Quantity(decimal: $0.utf8) }) {
        KnownFigure(.known(number), asOf: asOf)
      } else {
        KnownFigure(.unknown)
      }
    default: nil
    }
  }
}

extension JSONValue {
  /// A number as it is written.
  var numberText: String? { number?.text }
}
