import JSONText
import Testing

@Suite("What is written from pieces made once is what is written at once")
struct JSONPiecesTests {
  private static let texts = [
    "", "plain", "quote \" and \\ and \n", "12 (10–15)", "\u{2028}", "نزوح", "\u{1}\u{1F}",
  ]

  private func text(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    writer.beginArray()
    writer.beginObject()
    write(&writer)
    writer.endObject()
    writer.endArray()
    return String(decoding: writer.drain(), as: UTF8.self)
  }

  @Test("members stand between others with their commas, and none leaves no trace")
  func members() {
    let middle = JSONMembers { writer in
      for text in Self.texts { writer.member(text, text) }
      writer.member("n", -12)
    }
    let pieces = text { writer in
      writer.members(.none)
      writer.members(middle)
      writer.member("last", true)
      writer.members(middle)
      writer.members(.none)
    }
    let whole = text { writer in
      for isFirst in [true, false] {
        for text in Self.texts { writer.member(text, text) }
        writer.member("n", -12)
        if isFirst { writer.member("last", true) }
      }
    }
    #expect(pieces == whole)
  }

  @Test("a text of pieces is escaped as one text", arguments: [0, 7, -7, Int.min, .max])
  func pieces(number: Int) {
    let pieces = text { writer in
      writer.member(JSONKey("k")) { text in
        for piece in Self.texts { text.append(piece) }
        text.append(number)
        for piece in Self.texts { text.append(JSONTextPiece(piece)) }
      }
      writer.member("after", 1)
    }
    let all = Self.texts.joined()
    let whole = text { writer in
      writer.member("k", all + "\(number)" + all)
      writer.member("after", 1)
    }
    #expect(pieces == whole)
  }

  @Test("a position is two numbers of six places, also below one and below zero")
  func positions() throws {
    var numbers = [0, 1, -1, 10, 999_999, 1_000_000, -1_000_000, 36_100_000, -179_999_999]
    numbers += (0..<500).map { $0 * 719_393 - 179_999_000 + $0 % 7 }
    for number in numbers {
      var position = JSONWriter()
      position.position(longitude: number, latitude: -number)
      var plain = JSONWriter()
      plain.beginArray()
      try plain.number(Double(number) / 1e6, places: 6)
      try plain.number(Double(-number) / 1e6, places: 6)
      plain.endArray()
      #expect(position.drain() == plain.drain())
    }
  }
}
