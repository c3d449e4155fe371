import Regions
import Testing

@Suite("P6: Arabic names are found however their letters are written")
struct NamesArabicTests {
  private let catalog: RegionCatalog
  private let names: RegionNames

  init() throws {
    catalog = try ShippedNames.catalog.get()
    names = try ShippedNames.names.get()
  }

  /// Ways to write the same letters.
  private func variants(_ name: String) -> [String] {
    let swaps: [(String, String)] = [
      ("ة", "ه"), ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ى", "ي"), ("ي", "ى"), ("ا", "أ"),
      ("ك", "ک"), ("ي", "ی"),
    ]
    var result = swaps.map { name.replacingOccurrences($0.0, with: $0.1) }
    result.append(name.map { "\($0)\u{640}" }.joined())
    result.append("\u{200F}\(name)\u{202C}")
    result.append("\u{2067}\(name)\u{2069}\u{61C}")
    result.append(name.map { "\($0)\u{64E}" }.joined())
    result.append(name.replacingOccurrences(" ", with: "  "))
    return result
  }

  @Test(
    "with the word for their kind before them, and in every variant of their letters",
    arguments: [
      (Level.governorate, "محافظة"), (.district, "منطقة"), (.subdistrict, "ناحية"),
      (.neighborhood, "حي"),
    ])
  func shipped(level: Level, word: String) throws {
    var checked = 0
    for number in catalog.regions(at: level) {
      guard let name = catalog[number].nameArabic else { continue }
      let parent = catalog.parent(of: number)
      let plain = names.match(name: name, level: level, within: parent)
      guard plain == .region(number) else { continue }
      checked += 1
      for text in variants(name) + ["\(word) \(name)"] {
        #expect(names.match(name: text, level: level, within: parent) == plain, "\(text)")
      }
    }
    #expect(checked > 10)
  }
}

extension String {
  fileprivate func replacingOccurrences(_ part: String, with other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
