/// Writes JSON text piece by piece into a buffer that the caller empties.
///
/// Members stand in the order in which they are written. Text is compact; a container begun with
/// `onLines` puts each of its members on a line of its own, without indentation:
/// ```swift
/// var writer = JSONWriter()
/// writer.beginObject()
/// writer.key("features")
/// writer.beginArray(onLines: true)
/// for region in regions { write(region, &writer); if writer.count > 65_536 { … drain() } }
/// writer.endArray()
/// writer.endObject()
/// ```
/// Calls in an order that cannot give JSON, such as a value without its key, are errors of the
/// program and stop it. Keys are not compared with one another.
public struct JSONWriter: Sendable {
  struct Container: Sendable {
    var isObject: Bool
    var isOnLines: Bool
    var isEmpty = true
  }

  var bytes: [UInt8] = []
  private var containers: [Container] = []
  var hasKey = false
  private var hasRoot = false

  public init() {}

  /// The bytes written since they were last taken.
  public var count: Int { bytes.count }

  /// How many arrays and objects are open.
  public var depth: Int { containers.count }

  /// Whether what was begun has ended, and there is a value.
  var isWhole: Bool { containers.isEmpty && hasRoot }

  /// Takes the bytes written so far, and goes on with an empty buffer.
  public mutating func drain() -> [UInt8] {
    defer { bytes.removeAll() }
    return bytes
  }

  /// Takes the bytes written so far into a buffer, and keeps the room for more.
  public mutating func drain(into buffer: inout [UInt8]) {
    buffer.append(contentsOf: bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  public mutating func beginObject(onLines: Bool = false) {
    begin(ASCII.openBrace, Container(isObject: true, isOnLines: onLines))
  }

  public mutating func endObject() {
    end(ASCII.closeBrace, isObject: true)
  }

  public mutating func beginArray(onLines: Bool = false) {
    begin(ASCII.openBracket, Container(isObject: false, isOnLines: onLines))
  }

  public mutating func endArray() {
    end(ASCII.closeBracket, isObject: false)
  }

  /// Writes the key of the next member.
  public mutating func key(_ key: String) {
    beginKey()
    appendQuoted(key)
    bytes.append(ASCII.colon)
  }

  /// Writes what stands between the member before and the next key.
  mutating func beginKey() {
    precondition(containers.last?.isObject == true && !hasKey, "a key stands only in an object")
    separate()
    hasKey = true
  }

  public mutating func string(_ value: String) {
    beginValue()
    appendQuoted(value)
  }

  public mutating func bool(_ value: Bool) {
    beginValue()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  public mutating func null() {
    beginValue()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a value that is held in memory, compactly.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .number(let value): number(value)
    case .string(let value): string(value)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let object):
      beginObject()
      for member in object.members {
        key(member.key)
        self.value(member.value)
      }
      endObject()
    }
  }

  /// Writes a value that was written before.
  public mutating func fragment(_ fragment: JSONFragment) {
    beginValue()
    bytes.append(contentsOf: fragment.bytes)
  }

  /// Ends the line after a whole value, so that another may follow (NDJSON), or as the last byte
  /// of a file.
  public mutating func endLine() {
    precondition(containers.isEmpty && hasRoot, "a line ends after a whole value")
    bytes.append(ASCII.lineFeed)
    hasRoot = false
  }

  /// Writes what stands between the value before and the next one.
  mutating func beginValue() {
    if hasKey {
      hasKey = false
    } else if containers.isEmpty {
      precondition(!hasRoot, "a text holds one value, or one a line")
      hasRoot = true
    } else {
      precondition(containers.last?.isObject == false, "a member of an object needs a key")
      separate()
    }
  }

  private mutating func separate() {
    let last = containers.count - 1
    let container = containers[last]
    if container.isEmpty {
      containers[last].isEmpty = false
    } else {
      bytes.append(ASCII.comma)
    }
    if container.isOnLines { bytes.append(ASCII.lineFeed) }
  }

  private mutating func begin(_ bracket: UInt8, _ container: Container) {
    beginValue()
    bytes.append(bracket)
    containers.append(container)
  }

  private mutating func end(_ bracket: UInt8, isObject: Bool) {
    precondition(containers.last?.isObject == isObject && !hasKey, "brackets must match")
    let container = containers.removeLast()
    if container.isOnLines, !container.isEmpty { bytes.append(ASCII.lineFeed) }
    bytes.append(bracket)
  }
}
