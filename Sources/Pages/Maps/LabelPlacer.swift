/// Finds room for labels: each where it hides no other, or nowhere.
///
/// Greedy: whoever asks first is served first, so the caller asks for the largest regions first.
/// The order must not depend on figures, or the places of labels would tell of them.
struct LabelPlacer {
  /// What a label needs: lines of text in one size.
  struct Label {
    let lines: [String]
    let size: Double

    /// A guess that is rather too wide: letters are about as wide as 0.56 of their height.
    var width: Double {
      Double(lines.map(\.count).max() ?? 0) * size * 0.56 + 4
    }
    var height: Double { Double(lines.count) * size * 1.15 }
  }

  private let frame: DrawingBox
  private(set) var taken: [DrawingBox]

  /// - Parameter taken: where no label may stand.
  init(in frame: DrawingBox, taken: [DrawingBox] = []) {
    self.frame = frame
    self.taken = taken
  }

  /// The middle of the label: over the anchor, or a little beside, above or below it; `nil` where
  /// there is no room.
  mutating func place(_ label: Label, at anchor: DrawingPoint) -> DrawingPoint? {
    place(
      label,
      Self.offsets.map { offset in
        DrawingPoint(
          x: anchor.x + offset.0 * (label.width / 2 + 4),
          y: anchor.y + offset.1 * (label.height / 2 + 4))
      })
  }

  /// The middle of the label beside something that it would hide otherwise.
  mutating func place(_ label: Label, beside box: DrawingBox) -> DrawingPoint? {
    let (wide, high) = (label.width / 2 + 2, label.height / 2 + 2)
    let middle = DrawingPoint(x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2)
    taken.append(box)
    return place(
      label,
      [
        DrawingPoint(x: box.right + wide, y: middle.y),
        DrawingPoint(x: middle.x, y: box.top - high),
        DrawingPoint(x: box.left - wide, y: middle.y),
        DrawingPoint(x: middle.x, y: box.bottom + high),
        DrawingPoint(x: box.right + wide, y: box.top - high / 2),
      ])
  }

  private mutating func place(_ label: Label, _ middles: [DrawingPoint]) -> DrawingPoint? {
    for middle in middles {
      let box = DrawingBox(
        left: middle.x - label.width / 2, top: middle.y - label.height / 2,
        right: middle.x + label.width / 2, bottom: middle.y + label.height / 2)
      guard frame.contains(box), !taken.contains(where: box.intersects) else { continue }
      taken.append(box)
      return middle
    }
    return nil
  }

  private static let offsets: [(Double, Double)] = [
    (0, 0), (0, -0.6), (0, 0.6), (0.5, 0), (-0.5, 0), (0.5, -0.8), (-0.5, -0.8), (0.5, 0.8),
    (-0.5, 0.8),
  ]
}
