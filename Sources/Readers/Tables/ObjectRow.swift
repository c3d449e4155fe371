import JSONText

/// The members of a JSON object as cells with names.
///
/// Objects inside it give names with dots, such as `location.admin1`; a list of texts becomes one
/// text joined by `;`, as sets are written in cells.
struct ObjectRow {
  /// Names as the file spells them, folded on demand, and the texts of their values.
  private let members: [(name: String, text: String)]
  let geometry: Geometry
  private let isFeature: Bool

  enum Geometry {
    case none
    case point(longitude: String, latitude: String)
    /// Any other geometry, by its type.
    case other(String)
    /// A point without a longitude and a latitude in numbers (RFC 7946, section 3.1.1).
    case faultyPoint
  }

  private static let deepest = 4

  init(_ object: JSONObject) {
    let properties = object["properties"]?.object
    isFeature =
      object["type"]?.string == "Feature" || (properties != nil && object["geometry"] != nil)
    var members: [(name: String, text: String)] = []
    if isFeature {
      if let properties { ObjectRow.flatten(properties, "", 1, into: &members) }
      let hasOwnID = members.contains { $0.name.lowercased() == "id" && !$0.text.isEmpty }
      if let id = object["id"], !hasOwnID { members.append(("id", ObjectRow.text(id))) }
      geometry = ObjectRow.geometry(object["geometry"] ?? .null)
    } else {
      ObjectRow.flatten(object, "", 1, into: &members)
      geometry = .none
    }
    self.members = members
  }

  /// The names that this object can fill.
  var names: [String] {
    members.map(\.name) + (isFeature ? ["longitude", "latitude"] : [])
  }

  /// Folded names and texts.
  var cells: [(name: String, text: String)] {
    members.map { (Columns.folded($0.name), $0.text) }
  }

  private static func flatten(
    _ object: JSONObject, _ prefix: String, _ depth: Int,
    into members: inout [(name: String, text: String)]
  ) {
    for member in object.members {
      let name = prefix + member.key
      if let inner = member.value.object, depth < deepest {
        flatten(inner, name + ".", depth + 1, into: &members)
      } else {
        members.append((name, text(member.value)))
      }
    }
  }

  private static func geometry(_ value: JSONValue) -> Geometry {
    if value == .null { return .none }
    let type = value["type"]?.string ?? "geometry"
    guard type == "Point" else { return .other(type) }
    guard let position = value["coordinates"]?.array else { return .faultyPoint }
    if position.isEmpty { return .none }
    guard position.count > 1, position.allSatisfy({ $0.number != nil }) else {
      return .faultyPoint
    }
    return .point(longitude: text(position[0]), latitude: text(position[1]))
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .bool(let bool): bool ? "true" : "false"
    case .number(let number): number.text
    case .string(let string): string
    case .array(let values): values.map(text).joined(separator: ";")
    case .object: "{…}"
    }
  }
}
