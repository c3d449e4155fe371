import Foundation
import JSONText
public import Regions

/// What a file of masked points says of how they were masked: what may not stand beside it follows
/// from that alone.
public struct MaskStatement: Hashable, Sendable {
  /// More than a statement and what stands before it take.
  private static let headBytes = 1 << 16
  private static let key = "masking"
  private static let method = "keyed donut"

  public let leastMeters: Int
  public let mostMeters: Int
  public let level: Level
  public let keyID: String
  public let boundaryEdition: String

  init(of mask: DonutMask, keyID: String, boundaryEdition: String) {
    self.init(
      leastMeters: mask.donut.leastMeters, mostMeters: mask.donut.mostMeters, level: mask.level,
      keyID: keyID, boundaryEdition: boundaryEdition)
  }

  package init(
    leastMeters: Int, mostMeters: Int, level: Level, keyID: String, boundaryEdition: String
  ) {
    self.leastMeters = leastMeters
    self.mostMeters = mostMeters
    self.level = level
    self.keyID = keyID
    self.boundaryEdition = boundaryEdition
  }

  func write(to writer: inout JSONWriter) {
    writer.key(Self.key)
    writer.beginObject()
    writer.member("status", "masked")
    writer.member("method", Self.method)
    writer.member("least_m", leastMeters)
    writer.member("most_m", mostMeters)
    writer.member("region_level", level.name)
    writer.member("decimals", GridPoint.decimals)
    writer.member("key_id", keyID)
    writer.member("boundary_edition", boundaryEdition)
    writer.endObject()
  }

  /// The statement of a file; `nil` where it is none of masked points.
  ///
  /// Only its beginning is read, where the statement stands.
  /// - Throws: `MaskError.unreadable` for a statement that lacks a part.
  public init?(ofFile path: String) throws(MaskError) {
    guard let value = Self.value(in: try Self.head(of: path)),
      value["status"]?.string == "masked"
    else { return nil }
    guard value["method"]?.string == Self.method, let least = value["least_m"]?.int,
      let most = value["most_m"]?.int, let keyID = value["key_id"]?.string,
      let level = value["region_level"]?.string.flatMap(Level.init(word:)),
      let edition = value["boundary_edition"]?.string
    else {
      throw .unreadable(path: path, cause: "it says that it is masked, but not how")
    }
    self.init(
      leastMeters: least, mostMeters: most, level: level, keyID: keyID, boundaryEdition: edition)
  }

  /// Nothing of a file that this user may not read.
  private static func head(of path: String) throws(MaskError) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: path) else { return [] }
    do {
      return [UInt8](try handle.read(upToCount: headBytes) ?? Data())
    } catch {
      throw .unreadable(path: path, cause: error.localizedDescription)
    }
  }

  /// The member of that name; `nil` where the text is cut off before it, or is no object.
  private static func value(in head: [UInt8]) -> JSONValue? {
    var parser = JSONParser(head)
    do {
      try parser.expect(.beginObject)
      while let key = try parser.nextKey() {
        if key == Self.key { return try parser.readValue() }
        try parser.skipValue()
      }
    } catch {
      // Whatever it is, it is no file of ours.
    }
    return nil
  }
}
