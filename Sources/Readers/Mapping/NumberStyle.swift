/// How a source writes numbers.
struct NumberStyle: Hashable, Sendable {
  enum DecimalSign: String, Hashable, Sendable, CaseIterable {
    case point = "."
    case comma = ","
  }

  enum ThousandsSign: String, Hashable, Sendable, CaseIterable {
    case point = "."
    case comma = ","
    /// Any blank, also a narrow one.
    case blank = " "
    case apostrophe = "'"
  }

  var decimal = DecimalSign.point
  var thousands: ThousandsSign?

  /// Whether the cell can be read as it stands.
  var isPlain: Bool { decimal == .point && (thousands == nil || thousands == .comma) }

  /// The same text with decimal points and without signs between thousands.
  ///
  /// Words around the number stay, as in "about 1.500". `nil` where the signs stand where they
  /// cannot: thousands are groups of exactly three digits.
  func plain(_ text: String) -> String? {
    if isPlain { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars.map(CellWord.digit)[...]
    while let first = rest.first {
      guard first.isASCIIDigit else {
        result.append(first)
        rest.removeFirst()
        continue
      }
      let run = rest.prefix { $0.isASCIIDigit || sign($0) != nil }
      let end = run.lastIndex(where: \.isASCIIDigit).map { $0 + 1 } ?? run.endIndex
      guard let number = number(rest[..<end]) else { return nil }
      result.append(contentsOf: number)
      rest = rest[end...]
    }
    return String(result)
  }

  private enum Sign {
    case decimal
    case thousands
    /// A sign that this style does not use.
    case stray
  }

  private func sign(_ scalar: Unicode.Scalar) -> Sign? {
    switch scalar {
    case "٫": return .decimal
    case "٬": return .thousands
    case ".", ",", "'", "’":
      let text = scalar == "’" ? "'" : String(scalar)
      if text == decimal.rawValue { return .decimal }
      return text == thousands?.rawValue ? .thousands : .stray
    default:
      return thousands == .blank && scalar.properties.isWhitespace ? .thousands : nil
    }
  }

  /// - Parameter run: begins and ends with a digit.
  private func number(_ run: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    var groups = [0]
    var fraction: [Unicode.Scalar]?
    var digits: [Unicode.Scalar] = []
    for scalar in run {
      switch sign(scalar) {
      case nil where fraction == nil:
        digits.append(scalar)
        groups[groups.count - 1] += 1
      case nil: fraction?.append(scalar)
      case .decimal where fraction == nil: fraction = []
      case .thousands where fraction == nil: groups.append(0)
      default: return nil
      }
    }
    let areGroups = groups[0] <= 3 && groups.dropFirst().allSatisfy { $0 == 3 }
    guard groups.count == 1 || areGroups else { return nil }
    return digits + (fraction.map { ["."] + $0 } ?? [])
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
