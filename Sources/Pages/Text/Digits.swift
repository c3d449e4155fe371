/// Which digits numbers and dates are written with.
public enum Digits: String, Sendable, CaseIterable {
  /// 0123456789
  case latin = "latn"
  /// ٠١٢٣٤٥٦٧٨٩
  case arabicIndic = "arab"
}
