import JSONText

/// A line of line-delimited JSON.
struct ObjectLine {
  /// Without a byte order mark, a record separator and white space around it.
  let text: ArraySlice<UInt8>
  /// `nil` where the text is no object.
  let object: JSONObject?
  /// Why it is none.
  let reason: String

  init(_ line: ArraySlice<UInt8>) {
    let blanks: Set<UInt8> = [0x09, 0x0D, 0x1E, 0x20]
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let unmarked = line.starts(with: mark) ? line.dropFirst(mark.count) : line
    let start = unmarked.firstIndex { !blanks.contains($0) } ?? unmarked.endIndex
    let end = unmarked.lastIndex { !blanks.contains($0) }.map { $0 + 1 } ?? start
    text = unmarked[start..<end]
    do throws(JSONError) {
      var parser = JSONParser(Array(text))
      let value = try parser.readValue()
      try parser.finish()
      object = value.object
      reason = "the line holds another value"
    } catch {
      object = nil
      reason = error.what
    }
  }

  var isBlank: Bool { text.isEmpty }
}
