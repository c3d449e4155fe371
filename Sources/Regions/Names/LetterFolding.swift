/// What becomes of each letter and sign in a `NameKey`.
enum LetterFolding {
  enum Fold {
    case nothing
    case space
    /// A hamza written as a mark of its own.
    case hamzaMark
    case letter(UInt32)
    /// Several letters: few enough to be held without memory of their own.
    case letters(String)
  }

  static func fold(_ scalar: Unicode.Scalar) -> Fold {
    let value = scalar.value
    switch value {
    case 0x61...0x7A, 0x30...0x39: return .letter(value)
    case 0x41...0x5A: return .letter(value + 0x20)
    case 0x20: return .space
    case 0..<0x700: return table.low[Int(value)]
    case 0x1E00..<0x1F00: return table.latin[Int(value - 0x1E00)]
    default: return foldSlowly(scalar)
    }
  }

  /// Waw and ya with the hamza that stands behind them.
  static func withHamza(_ letter: UInt32) -> UInt32? {
    switch letter {
    case 0x648: 0x624
    case 0x64A: 0x626
    default: nil
    }
  }

  /// The answers of `foldSlowly` for the letters that place names mostly have.
  private static let table = (
    low: (0..<0x700).map(foldSlowly(value:)), latin: (0x1E00..<0x1F00).map(foldSlowly(value:))
  )

  private static func foldSlowly(value: Int) -> Fold {
    Unicode.Scalar(UInt32(value)).map(foldSlowly) ?? .nothing
  }

  private static func foldSlowly(_ scalar: Unicode.Scalar) -> Fold {
    if let special = foldBySpelling(scalar.value) { return special }
    // A composed letter falls apart into its base and its marks, each folded by itself.
    let parts = scalar.isASCII ? [scalar] : compatibilityDecomposition(of: scalar)
    if parts == [scalar] { return foldSimple(scalar) }
    var letters = String.UnicodeScalarView()
    for part in parts {
      switch foldSlowly(part) {
      case .nothing, .hamzaMark: break
      case .space: return .space
      case .letter(let letter): if let scalar = Unicode.Scalar(letter) { letters.append(scalar) }
      case .letters(let more): letters.append(contentsOf: more.unicodeScalars)
      }
    }
    if letters.isEmpty { return .nothing }
    return folded(letters)
  }

  /// A sign that does not fall apart any further.
  private static func foldSimple(_ scalar: Unicode.Scalar) -> Fold {
    switch scalar.properties.generalCategory {
    case .format: return .nothing
    case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return .space
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: return .space
    default:
      return folded(scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }

  private static func folded(_ letters: String.UnicodeScalarView) -> Fold {
    guard let first = letters.first, letters.count == 1 else { return .letters(String(letters)) }
    return .letter(first.value)
  }

  /// Foldings that are a matter of spelling, not of Unicode's decompositions.
  private static func foldBySpelling(_ value: UInt32) -> Fold? {
    switch value {
    // Apostrophes and the half rings and primes with which hamza and ayn are transliterated.
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x2032, 0x2035, 0xFF07: return .nothing
    case 0x2B9...0x2BF, 0x2C8, 0x2CA, 0x2CB: return .nothing
    // Accents; Hebrew points; Arabic vowel signs, Quranic marks and tatweel.
    case 0x300...0x36F, 0x591...0x5BD, 0x5BF...0x5C7: return .nothing
    case 0x610...0x61A, 0x640, 0x64B...0x653, 0x656...0x65F, 0x670, 0x6D6...0x6ED: return .nothing
    case 0x654: return .hamzaMark
    case 0x655: return .nothing
    case 0x622, 0x623, 0x625, 0x671: return .letter(0x627)
    case 0x624, 0x626: return .letter(value)
    case 0x649, 0x6CC: return .letter(0x64A)
    case 0x629, 0x6C0...0x6C3, 0x6BE, 0x6D5: return .letter(0x647)
    case 0x6A9: return .letter(0x643)
    case 0x660...0x669: return .letter(value - 0x660 + 0x30)
    case 0x6F0...0x6F9: return .letter(value - 0x6F0 + 0x30)
    default: return foldLatin(value)
    }
  }

  /// Latin letters with a stroke or joined, which Unicode does not take apart.
  private static func foldLatin(_ value: UInt32) -> Fold? {
    switch value {
    case 0xDF, 0x1E9E: .letters("ss")
    case 0xC6, 0xE6: .letters("ae")
    case 0x152, 0x153: .letters("oe")
    case 0xD8, 0xF8: .letter(0x6F)
    case 0x110, 0x111: .letter(0x64)
    case 0x126, 0x127: .letter(0x68)
    case 0x131: .letter(0x69)
    case 0x141, 0x142: .letter(0x6C)
    case 0x3C2: .letter(0x3C3)
    default: nil
    }
  }
}
