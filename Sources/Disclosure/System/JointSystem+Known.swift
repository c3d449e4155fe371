import Records
public import Withholding

extension JointSystem {
  /// What a reader has of the table, and how many of the reader's units make one person.
  ///
  /// Whole numbers go in as they are. Where a release shows fractions, all are counted in
  /// millionths, as they are printed, and every sum may be off by one for each of its figures.
  public var publicTable: (table: KnownTable, unit: Int) {
    let unit = readersUnit
    return (publicTable(unit: unit), unit)
  }

  /// How many of the reader's units make one person: 1, or a million where fractions are shown.
  public var readersUnit: Int {
    let hasFractions = known.contains {
      if case .known(let quantity) = $0.number { !quantity.isWhole } else { false }
    }
    return hasFractions ? JointSystem.printedUnit : 1
  }

  /// Figures are printed with six decimal places.
  private static let printedUnit = 1_000_000

  /// What a reader has of the table who also has others with fractions: in the unit of them all.
  public func publicTable(unit: Int) -> KnownTable {
    let hasFractions = unit > 1
    var result = KnownTable()
    for (cell, item) in table.cells.enumerated() {
      _ = result.add(
        cell < known.count ? JointSystem.cell(known[cell], unit) : .unknown(least: item.least))
    }
    for sum in table.sums {
      guard hasFractions else {
        result.tie(sum.parent, toSumOf: sum.parts)
        continue
      }
      let most = sum.parts.count + 1
      let rounding = result.add(.unknown(least: -most, most: most))
      result.tie(sum.parent, toSumOf: sum.parts + [rounding])
    }
    return result
  }

  private static func cell(_ known: KnownFigure, _ unit: Int) -> KnownTable.Cell {
    switch known.number {
    case .known(let quantity): .shown(quantity.counted(in: unit))
    case .withheld:
      .withheld(
        least: known.mayBeZero ? 0 : 1, threshold: known.threshold.map { ($0 - 1) * unit + 1 })
    case .unknown: .unknown()
    }
  }
}

extension Quantity {
  /// The number of units, rounded to the nearest, halves up; so large ones are cut that nothing
  /// else could be told from them.
  func counted(in unit: Int) -> Int {
    let step = Quantity.unit / Int128(unit)
    let (steps, rest) = attos.quotientAndRemainder(dividingBy: step)
    return Int(min(steps + (rest * 2 >= step ? 1 : 0), 1 << 52))
  }
}
