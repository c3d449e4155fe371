import Regions

/// A point written as text, latitude first: `[35.13, 36.75]`, `35.13, 36.75`, or as a list of JSON
/// becomes text here, `35.13;36.75`.
enum PointText {
  /// `nil` where the text is no point on earth.
  static func parse(_ text: Substring) -> Coordinate? {
    let numbers = text.filter { !"[]() ".contains($0) }
      .split(omittingEmptySubsequences: false) { $0 == "," || $0 == ";" }
    guard numbers.count == 2, let latitude = NumberText.degrees(Array(numbers[0].utf8).span),
      let longitude = NumberText.degrees(Array(numbers[1].utf8).span),
      latitude.magnitude <= 90, longitude.magnitude <= 180
    else { return nil }
    return Coordinate(longitude: longitude, latitude: latitude)
  }
}
