import Records
import Regions

/// What a row of a table with several levels states: a number for an area.
struct LeveledFigure {
  let number: Quantity?
  let area: AdminArea
  /// What the row is compared within, such as one round of an operation.
  let group: String
  /// What the row is told by from others of its group.
  let id: String

  /// The number as a record holds it: unknown where the row gives none.
  func figure(_ qualifier: Figure.Qualifier = .exact) -> Figure {
    Figure(number, number == nil ? .unstated : qualifier)
  }
}

extension Row {
  /// Leaves out a row that repeats others, and says so where its number is not the sum of theirs.
  ///
  /// - Returns: whether the row was left out.
  mutating func rejectIfRepeated(
    _ stated: LeveledFigure, _ column: Column, _ overlaps: inout LevelOverlaps
  ) -> Bool {
    guard overlaps.isRepeated(stated) else { return false }
    let level = stated.area.level.name
    note(
      .overlappingRow, column,
      "the \(level) row repeats rows of another level and is not counted")
    reject()
    if let (total, counted) = overlaps.mismatch(stated) {
      note(
        .totalMismatch, column,
        "the \(level) states \(total.exactText), but the finer rows, which count, come to "
          + "\(counted.exactText); compare with the publisher's file")
    }
    return true
  }
}
