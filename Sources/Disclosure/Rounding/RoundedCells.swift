import Records
import Regions
import Rounding
import Tallies

/// What the figures of a report may be rounded to, and which way each is pulled.
struct RoundedCells {
  let names: LedgerKey
  let key: RoundingKey
  let base: Int

  /// Figures first, and then flows.
  func cells(of selection: Selection) throws(DisclosureError) -> [RoundingTable.Cell] {
    var cells: [RoundingTable.Cell] = []
    for (name, known) in selection.figures.figures {
      cells.append(try cell(known, names.text(name), RoundedCells.stage(name.view)))
    }
    for (name, known) in selection.figures.flows {
      let text = names.text(name, selection.coverage)
      cells.append(try cell(known, text, RoundedCells.stage(.level(name.level))))
    }
    return cells
  }

  private func cell(
    _ known: KnownFigure, _ name: String, _ stage: Int
  ) throws(DisclosureError) -> RoundingTable.Cell {
    guard case .known(let quantity) = known.number else {
      return RoundingTable.Cell(lower: 0, upper: 0)
    }
    let unit = Int128(base) * Quantity.unit
    let (below, rest) = quantity.attos.quotientAndRemainder(dividingBy: unit)
    guard let lower = Int(exactly: below), 0..<(1 << 40) ~= lower else {
      throw .unrounded("a figure is too large to be rounded")
    }
    return RoundingTable.Cell(
      lower: lower, upper: rest == 0 ? lower : lower + 1,
      share: Quantity(attos: rest).approximate / Double(base), seed: key.seed(name), stage: stage)
  }

  /// From the coarsest level down; zones are made of regions of any level.
  private static func stage(_ view: Tally.View) -> Int {
    switch view {
    case .level(let level): Level.allCases.firstIndex(of: level) ?? 0
    case .zone: Level.allCases.count
    }
  }
}
