/// Text to read, the same for the same seed. All of it is made up.
public enum SampleText {
  private static let places = ["Aleppo", "Idleb", "As Sweida", "حلب", "إدلب", "Dar'a"]
  private static let notes = [
    "On that day, shelling hit the outskirts, and \"\"several\"\" houses were damaged.",
    "An armed clash was reported near the town.\nReinforcements arrived later.",
    "أفادت مصادر محلية بقصف على أطراف المدينة، دون ورود تفاصيل.",
    "Residents demonstrated against living conditions; numbers unknown.",
  ]

  /// Events of the shape of ACLED's, with quoted notes; about 250 bytes a row.
  public static func table(rows: Int, seed: UInt64 = 1) -> [UInt8] {
    var numbers = SeededNumbers(seed: seed)
    var text = "id,date,kind,subkind,actor,country,admin1,admin2,latitude,longitude,precision,"
    text += "source,notes,fatalities,timestamp\n"
    for row in 0..<rows {
      let place = places[numbers.whole(below: places.count)]
      text += "SYR\(row),2025-0\(1 + numbers.whole(below: 9))-1\(numbers.whole(below: 10)),"
      text += "Battles,Armed clash,State forces,Syria,\(place),\(place),"
      text += "\(decimal(&numbers, from: 32)),\(decimal(&numbers, from: 36)),"
      text += "\(1 + numbers.whole(below: 3)),Observatory,\"\(notes[numbers.whole(below: 4)])\","
      text += "\(numbers.whole(below: 40)),\(1_700_000_000 + row)\n"
    }
    return Array(text.utf8)
  }

  /// Points of GeoJSON, a feature a line.
  public static func features(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var numbers = SeededNumbers(seed: seed)
    var text = ""
    for row in 0..<count {
      let place = places[numbers.whole(below: places.count)]
      let (x, y) = (decimal(&numbers, from: 36), decimal(&numbers, from: 32))
      text += #"{"type":"Feature","geometry":{"type":"Point","coordinates":[\#(x),\#(y)]},"#
      text += #""properties":{"id":"SYR\#(row)","source":"Observatory","region":"\#(place)","#
      text += #""date_start":"2025-03-1\#(numbers.whole(below: 10))","kind":"shelling","killed":"#
      text += "\(numbers.whole(below: 40)),\"note\":\"\(note(&numbers))\"}}\n"
    }
    return Array(text.utf8)
  }

  private static func note(_ numbers: inout SeededNumbers) -> String {
    notes[numbers.whole(below: 4)].split(separator: "\"").joined()
      .split(separator: "\n").joined(separator: "\\n")
  }

  private static func decimal(_ numbers: inout SeededNumbers, from least: Int) -> String {
    let digits = String(10_000 + numbers.whole(below: 10_000))
    return "\(least + numbers.whole(below: 6)).\(digits.dropFirst())"
  }
}
