import Regions
import Reports

/// What is published together: what stands in one folder, and what else is named.
///
/// Whoever puts things elsewhere has to name them; nobody can check what is published by others.
public struct Together: Sendable {
  private struct Found<Statement: Sendable>: Sendable {
    let path: String
    let statement: Statement
  }

  private var masks: [Found<MaskStatement>] = []
  private var releases: [Found<ReleaseStatement>] = []

  /// Looks through folders (and the stores of releases in them), and at what is named.
  ///
  /// - Parameters:
  ///   - folders: those that are missing are empty.
  ///   - named: releases and files of masked points.
  /// - Throws: `MaskError` where one of them cannot be looked at, or is neither.
  public init(in folders: [String], named: [String] = []) throws(MaskError) {
    for folder in folders { try look(through: folder) }
    for path in named {
      let before = masks.count + releases.count
      try look(at: path)
      guard masks.count + releases.count > before else {
        throw .unreadable(path: path, cause: "it is neither a release nor a file of masked points")
      }
    }
  }

  /// The folder that a path stands in.
  public static func folder(of path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    while parts.count > 1, parts.last == "" { parts.removeLast() }
    guard parts.count > 1 else { return "." }
    let folder = parts.dropLast().joined(separator: "/")
    return folder.isEmpty ? "/" : folder
  }

  // MARK: - What goes with it

  /// Checks that masked points may be published beside all that was found.
  public func check(_ mask: MaskStatement) throws(MaskError) {
    for other in masks {
      guard let difference = mask.difference(from: other.statement) else { continue }
      throw .otherMask(path: other.path, difference: difference)
    }
    for release in releases where !release.statement.isInternal {
      if let finer = release.statement.finest(below: mask.level) {
        throw .finerRelease(path: release.path, level: finer, mask: mask.level)
      }
      guard release.statement.boundaryEdition == mask.boundaryEdition else {
        throw .otherEdition(path: release.path)
      }
    }
  }

  /// Checks that a release may be published beside all masked points that were found.
  public func check(_ release: ReleaseStatement) throws(MaskError) {
    for mask in masks {
      if let finer = release.finest(below: mask.statement.level) {
        throw .coarserMask(path: mask.path, level: finer, mask: mask.statement.level)
      }
      guard release.boundaryEdition == mask.statement.boundaryEdition else {
        throw .otherEdition(path: mask.path)
      }
    }
  }

  // MARK: - Looking

  private mutating func look(through folder: String) throws(MaskError) {
    try lookAtStore(folder)
    for name in try names(in: folder) where !name.hasPrefix(".") {
      try look(at: folder == "/" ? "/\(name)" : "\(folder)/\(name)")
    }
  }

  private mutating func look(at path: String) throws(MaskError) {
    switch FileSystem.item(at: path) {
    case .directory:
      if let release = try ReleaseStatement(of: path) {
        releases.append(Found(path: path, statement: release))
      } else {
        try lookAtStore(path)
      }
    case .other where path.hasSuffix(".geojson") || path.hasSuffix(".json"):
      if let mask = try MaskStatement(ofFile: path) {
        masks.append(Found(path: path, statement: mask))
      }
    case .missing, .link, .other: break
    }
  }

  /// All releases that a store keeps: the older ones are public, too.
  private mutating func lookAtStore(_ root: String) throws(MaskError) {
    let folder = "\(root)/releases"
    for name in try names(in: folder) where !name.hasPrefix(".") {
      guard let release = try ReleaseStatement(of: "\(folder)/\(name)") else { continue }
      releases.append(Found(path: "\(folder)/\(name)", statement: release))
    }
  }

  private func names(in folder: String) throws(MaskError) -> [String] {
    guard FileSystem.item(at: folder) == .directory else { return [] }
    do {
      return try FileSystem.names(in: folder)
    } catch {
      throw .unreadable(path: folder, cause: "\(error)")
    }
  }
}

extension MaskStatement {
  /// What makes two points of one place differ; `nil` where they are the same.
  fileprivate func difference(from other: MaskStatement) -> String? {
    if keyID != other.keyID { return "key" }
    if (leastMeters, mostMeters) != (other.leastMeters, other.mostMeters) { return "ring" }
    if level != other.level { return "level" }
    return boundaryEdition == other.boundaryEdition ? nil : "edition of the boundaries"
  }
}

extension ReleaseStatement {
  fileprivate func finest(below level: Level) -> Level? {
    levels.max().flatMap { $0 > level ? $0 : nil }
  }
}
