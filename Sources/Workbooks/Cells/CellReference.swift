/// A cell's place, written as letters and digits: `A1` is row 1, column 0.
struct CellReference: Equatable {
  /// From 1, as spreadsheets show it.
  var row: Int
  /// From 0.
  var column: Int

  /// `nil` where the text is no reference, or one beyond the largest sheet.
  init?(_ text: some Sequence<UInt8>) {
    var (row, column) = (0, 0)
    for byte in text {
      switch byte {
      // References to fixed places have dollars in them.
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard row <= WorkbookLimits.rows, column <= WorkbookLimits.columns else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.row = row
    self.column = column - 1
  }

  /// A column as spreadsheets show it: 0 is `A`, 27 is `AB`.
  static func letters(ofColumn column: Int) -> String {
    var rest = column + 1
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
