import Records
import Regions

/// What a remark says, put together only where somebody reads it: of a million points outside, ten
/// are listed, and writing the numbers of all took longer than placing them.
enum RemarkWords: Hashable {
  case text(String, value: String?)
  case beyond(Coordinate, snapMeters: Double, mayBeSwapped: Bool)
  /// The regions that codes and points say; `nil` where the point lies in none.
  case disagreement(byCode: Label, byPoint: Label?)

  /// A region as messages call it.
  struct Label: Hashable {
    let name: String
    let id: RegionID

    var text: String { "\(name) (\(id))" }
  }

  var message: String {
    switch self {
    case .text(let text, _): return text
    case .beyond(let point, let snapMeters, let mayBeSwapped):
      let snap = Int(exactly: snapMeters).map(String.init) ?? String(snapMeters)
      let hint = mayBeSwapped ? "; if it should not, look whether the axes are exchanged" : ""
      return "the point \(Self.text(point)) lies beyond every region and the snap distance of "
        + "\(snap) m\(hint)"
    case .disagreement(let byCode, let byPoint):
      let found = byPoint.map { "in \($0.text)" } ?? "in no governorate"
      return "the row names \(byCode.text), its point lies \(found); the point was taken"
    }
  }

  var value: String? {
    switch self {
    case .text(_, let value): value
    case .beyond(let point, _, _): Self.text(point)
    case .disagreement: nil
    }
  }

  private static func text(_ point: Coordinate) -> String {
    "\(point.longitude) \(point.latitude)"
  }
}
