import JSONText

/// Something beside the records that the figures of a release depend on.
struct Circumstance: Hashable {
  let name: String
  let value: String

  /// The version, the boundaries and every setting that the accounts state, the policy among them.
  static func all(of package: JSONValue, _ accounts: JSONValue) -> [Circumstance] {
    let days = package["temporal_coverage"]
    let members = accounts["settings"]?.object?.members ?? []
    return [
      Circumstance(
        name: "days",
        value: "\(days?["start"]?.string ?? "")/\(days?["end"]?.string ?? "")"),
      Circumstance(name: "protection", value: package["protection"]?.string ?? ""),
      Circumstance(name: "boundary_edition", value: package["boundary_edition"]?.string ?? ""),
      Circumstance(name: "generator", value: package["generator"]?.string ?? ""),
    ] + members.map { Circumstance(name: $0.key, value: $0.value.string ?? "") }
  }
}
