/// What a cell's number format shows of a number: the day it counts, a time of day, or both.
enum DateFormat: Hashable {
  /// Years, months or days, perhaps with a time.
  case date
  /// Hours, minutes or seconds only.
  case time

  /// The formats that need no definition (ECMA-376, 18.8.30).
  init?(builtIn id: Int) {
    switch id {
    case 14...17, 22: self = .date
    case 18...21, 45...47: self = .time
    default: return nil
    }
  }

  /// A format by its code, such as `dd/mm/yyyy` or `[h]:mm`; `nil` where it is none of a date.
  init?(code: String) {
    let letters = DateFormat.letters(of: code)
    let hasClock = letters.contains("h") || letters.contains("s")
    if letters.contains("y") || letters.contains("d") {
      self = .date
    } else if hasClock {
      self = .time
    } else if letters.contains("m") {
      // With hours or seconds beside it, m is minutes; alone it is months.
      self = .date
    } else {
      return nil
    }
  }

  /// The letters of the first section that show a part of the number: without quoted text,
  /// escaped characters, fillers, colours, locales, conditions, and the words for noon.
  private static func letters(of code: String) -> Set<Character> {
    var letters: Set<Character> = []
    var rest = code.lowercased()[...]
    while let character = rest.first {
      switch character {
      case ";": return letters
      case "\"": rest = rest.dropFirst().drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst(2)
      case "[":
        letters.formUnion(elapsed(rest.dropFirst().prefix { $0 != "]" }))
        rest = rest.drop { $0 != "]" }.dropFirst()
      case _ where rest.hasPrefix("am/pm"): rest = rest.dropFirst(5)
      case _ where rest.hasPrefix("general"): rest = rest.dropFirst(7)
      default:
        letters.insert(character)
        rest = rest.dropFirst()
      }
    }
    return letters
  }

  /// `[h]`, `[mm]` and `[ss]` count on beyond a day; all else in brackets is no part of a date.
  private static func elapsed(_ inner: Substring) -> Set<Character> {
    guard let first = inner.first, "hms".contains(first), inner.allSatisfy({ $0 == first }) else {
      return []
    }
    return first == "m" ? ["m", "h"] : [first]
  }
}
