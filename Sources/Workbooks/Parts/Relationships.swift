/// What a part refers to: ids, kinds and places of other parts (ECMA-376 part 2, 9.3).
struct Relationships {
  struct Target {
    /// The last step of the kind's name, such as `worksheet`: the steps before differ between the
    /// editions of the standard.
    var kind: String
    var part: String
  }

  fileprivate(set) var byID: [String: Target] = [:]

  /// - Parameter part: the part that refers; empty for the whole package.
  init(of part: String, in archive: ZipArchive, limits: WorkbookLimits) throws(WorkbookError) {
    let (folder, name) = Relationships.split(part)
    let file = "\(folder)_rels/\(name).rels"
    guard archive.has(file) else { return }
    let visitor = RelationshipsVisitor(folder: folder, limit: limits.items)
    try archive.read(file, into: visitor, limits: limits)
    byID = visitor.found
  }

  func first(_ kind: String) -> String? {
    byID.sorted { $0.key < $1.key }.first { $0.value.kind == kind }?.value.part
  }

  static func split(_ part: String) -> (folder: String, name: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    return (String(part[...slash]), String(part[part.index(after: slash)...]))
  }

  /// The place of a target that is given from a folder, or from the top where it begins with `/`.
  static func resolved(_ target: String, from folder: String) -> String {
    let path = target.hasPrefix("/") ? target : folder + target
    var steps: [Substring] = []
    for step in path.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

private final class RelationshipsVisitor: XMLVisitor {
  static let root = "Relationships"
  private let folder: String
  private let limit: Int
  var found: [String: Relationships.Target] = [:]

  init(folder: String, limit: Int) {
    self.folder = folder
    self.limit = limit
  }

  func begin(_ name: String, _ attributes: XMLAttributes) throws(PartProblem) {
    guard name == "Relationship", attributes["TargetMode"] != "External",
      let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"]
    else { return }
    guard found.count < limit else { throw .overLimit(what: "relationships", limit: limit) }
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    found[id] = .init(kind: kind, part: Relationships.resolved(target, from: folder))
  }

  func text(_ bytes: Span<UInt8>) {}
  func end(_ name: String) {}
}
