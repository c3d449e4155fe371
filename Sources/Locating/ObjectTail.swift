import Foundation
import JSONText

/// What is appended to an object of JSON, and where.
struct ObjectTail {
  private let columns: AppendedColumns
  private let names: Set<String>

  init(_ columns: AppendedColumns) {
    self.columns = columns
    names = Set(columns.names)
  }

  /// The first member that is called as one that would be appended.
  func takenName(in object: JSONObject) -> String? {
    holder(of: object)?.members.first { names.contains($0.key) }?.key
  }

  private func holder(of object: JSONObject) -> JSONObject? {
    object.isFeature ? object["properties"]?.object : object
  }

  /// Appends the object as it stands in `line`, with the new members at its end; those of a
  /// GeoJSON feature become its properties.
  func append(
    _ row: LocatedRow, to object: JSONObject, in line: [UInt8], _ output: inout [UInt8]
  ) throws(JSONError) {
    let end = line.lastIndex(of: UInt8(ascii: "}")) ?? line.endIndex
    guard object.isFeature else {
      let members = members(of: row, isFirst: object.members.isEmpty)
      return insert(members, in: line, at: end..<end, &output)
    }
    guard let properties = object["properties"] else {
      let comma = object.members.isEmpty ? "" : ","
      let members =
        Array("\(comma)\"properties\":{".utf8) + members(of: row, isFirst: true)
        + [UInt8(ascii: "}")]
      return insert(members, in: line, at: end..<end, &output)
    }
    let place = try ObjectTail.properties(in: line)
    guard let inner = properties.object else {
      let members = [UInt8(ascii: "{")] + members(of: row, isFirst: true) + [UInt8(ascii: "}")]
      return insert(members, in: line, at: place, &output)
    }
    let last = place.upperBound - 1
    insert(
      members(of: row, isFirst: inner.members.isEmpty), in: line, at: last..<last, &output)
  }

  /// A line that is no object, as an object: its text, or its bytes in Base64 where it is no text.
  func append(unreadable line: [UInt8], to output: inout [UInt8]) {
    var writer = JSONWriter()
    writer.beginObject()
    if let text = String(validating: line, as: UTF8.self) {
      writer.key("original")
      writer.string(text)
    } else {
      writer.key("original_base64")
      writer.string(Data(line).base64EncodedString())
    }
    write(.unreadable, to: &writer)
    writer.endObject()
    writer.drain(into: &output)
  }

  private func insert(
    _ bytes: [UInt8], in line: [UInt8], at place: Range<Int>, _ output: inout [UInt8]
  ) {
    output += line[..<place.lowerBound]
    output += bytes
    output += line[place.upperBound...]
  }

  private func members(of row: LocatedRow, isFirst: Bool) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    write(row, to: &writer)
    writer.endObject()
    let members = writer.drain().dropFirst().dropLast()
    return (isFirst ? [] : [UInt8(ascii: ",")]) + members
  }

  private func write(_ row: LocatedRow, to writer: inout JSONWriter) {
    for (name, value) in zip(columns.names, columns.values(of: row)) {
      writer.key(name)
      switch value {
      case .text(let text): writer.string(text)
      case .number(let text):
        if let number = JSONNumber(text) { writer.number(number) } else { writer.null() }
      case .blank: writer.null()
      }
    }
  }

  /// Where the value of a feature's properties stands.
  private static func properties(in line: [UInt8]) throws(JSONError) -> Range<Int> {
    var parser = JSONParser(line)
    try parser.expect(.beginObject)
    while let key = try parser.nextKey(), key != "properties" { try parser.skipValue() }
    let token = try parser.next()
    let start = parser.position().offset
    try parser.skipRest(of: token)
    let end = token == .null ? start + 4 : parser.position().offset + 1
    return start..<end
  }
}

extension JSONObject {
  fileprivate var isFeature: Bool { self["type"]?.string == "Feature" }
}
