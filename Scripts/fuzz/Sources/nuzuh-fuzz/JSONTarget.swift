import JSONText

/// Text gives the same answer however it arrives, and what is accepted survives being written.
enum JSONTarget {
  static func readDocument(_ bytes: [UInt8]) {
    let size = Int(bytes.first ?? 0) % 13 + 1
    let whole = answers(JSONParser(bytes))
    precondition(whole == answers(JSONParser(source: pieces(of: bytes, size: size))))
    guard let value = try? JSONValue(parsing: bytes) else { return }
    var writer = JSONWriter()
    writer.value(value)
    let again = try? JSONValue(parsing: writer.drain())
    precondition(again == value, "a value does not survive writing")
  }

  static func readLines(_ bytes: [UInt8]) {
    let size = Int(bytes.first ?? 0) % 13 + 1
    let whole = lineAnswers(JSONParser(bytes, layout: .lines))
    let source = pieces(of: bytes, size: size)
    precondition(whole == lineAnswers(JSONParser(layout: .lines, source: source)))
  }

  private static func answers(_ parser: JSONParser) -> [String] {
    var parser = parser
    var answers: [String] = []
    do throws(JSONError) {
      while true {
        let token = try parser.next()
        if token == .end { return answers }
        let hasText = [.key, .string, .number].contains(token)
        answers.append(hasText ? "\(token) \(parser.text)" : "\(token)")
        if answers.count.isMultiple(of: 7) { answers.append("\(parser.position())") }
      }
    } catch {
      return answers + ["\(error)"]
    }
  }

  private static func lineAnswers(_ parser: JSONParser) -> [String] {
    var parser = parser
    var answers: [String] = []
    while true {
      do throws(JSONError) {
        guard try parser.nextDocument() else { return answers }
        answers.append("\(try parser.readValue()) \(parser.position())")
      } catch {
        answers.append("\(error)")
        do throws(JSONError) { try parser.recover() } catch { return answers }
      }
    }
  }

  private static func pieces(of bytes: [UInt8], size: Int) -> JSONParser.Source {
    var rest = bytes[...]
    return { buffer in
      buffer.append(contentsOf: rest.prefix(size))
      rest = rest.dropFirst(size)
    }
  }
}
