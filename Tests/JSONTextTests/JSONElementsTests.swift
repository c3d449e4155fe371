import JSONText
import Testing

@Suite("Elements of an array written apart")
struct JSONElementsTests {
  private func elements(_ numbers: [Int]) -> JSONElements {
    var writer = JSONWriter()
    writer.beginArray(onLines: true)
    for number in numbers { writer.number(number) }
    writer.endArray()
    return JSONElements(ofArray: writer)
  }

  @Test(
    "Together they are the array that one writer writes",
    arguments: [[[1, 2], [3]], [[], [1], [], [2, 3], []], [[], []], [[1, 2, 3]]])
  func together(parts: [[Int]]) {
    var (whole, joined) = (JSONWriter(), JSONWriter())
    for writer in [0, 1] {
      var text = JSONWriter()
      text.beginObject()
      text.key("features")
      text.beginArray(onLines: true)
      if writer == 0 {
        for number in parts.joined() { text.number(number) }
      } else {
        for part in parts { text.elements(elements(part)) }
      }
      text.endArray()
      text.endObject()
      if writer == 0 { whole = text } else { joined = text }
    }
    #expect(joined.drain() == whole.drain())
  }
}
