import Foundation
import Testing

@testable import Pages

@Suite("Colours can be told apart in print and read by all")
struct ColorTests {
  private static let sheet = PageStyle.sheet(internalBanner: nil)

  /// The colour behind a text of the style sheet, such as `--ink:`.
  private static func color(_ marker: String) -> String? {
    guard let start = sheet.range(of: marker)?.upperBound else { return nil }
    return String(sheet[start...].prefix(7))
  }

  /// Relative luminance (WCAG 2.2, definition).
  private static func luminance(_ color: String) -> Double {
    let parts = [1, 3, 5].map { offset in
      let start = color.index(color.startIndex, offsetBy: offset)
      let value = Int(color[start..<color.index(start, offsetBy: 2)], radix: 16) ?? 0
      let part = Double(value) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test("classes of a map darken step by step, so that they survive a grey print")
  func ramp() throws {
    let colors = try ["k1", "k2", "k3", "k4", "k5"].map {
      try #require(Self.color(".\($0){fill:"))
    }
    let steps = colors.map(Self.luminance)
    for (light, dark) in zip(steps, steps.dropFirst()) {
      // Steps of lightness (CIE L*) of at least 12, which an eye tells apart side by side.
      #expect(116 * cbrt(light) - 116 * cbrt(dark) > 12)
    }
  }

  @Test(
    "texts have a contrast of at least 4.5 to 1 (WCAG AA)", arguments: ["ink", "soft", "accent"])
  func contrast(name: String) throws {
    let text = Self.luminance(try #require(Self.color("--\(name):")))
    for background in ["#ffffff", try #require(Self.color("--pale:"))] {
      let other = Self.luminance(background)
      #expect((other + 0.05) / (text + 0.05) >= 4.5)
    }
  }
}
