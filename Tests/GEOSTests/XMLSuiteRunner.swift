import GEOS

/// Runs the operations that the module wraps, and notes where the library answers differently.
struct XMLSuiteRunner {
  enum Outcome: Equatable {
    case agrees
    case deviates(String)
    /// Not an operation that the module wraps, or one without a defined answer.
    case skipped
  }

  let context: GEOSContext

  func run(_ operation: XMLCase.Operation, of test: XMLCase, isRounded: Bool) -> Outcome {
    do {
      if let answer = try predicate(operation, of: test) {
        return compare("\(answer)", with: operation.expected.lowercased())
      }
      if isRounded { return .skipped }
      return try overlay(operation, of: test)
    } catch {
      return outcome(of: error, expected: operation.expected.lowercased())
    }
  }

  private func outcome(of error: any Error, expected: String) -> Outcome {
    switch error as? GEOSError {
    // Not a geometry for us, and not valid for the suite.
    case .notFinite where expected == "false": .agrees
    // Curves came with later versions.
    case .failed(_, let message) where message.contains("Unknown type"): .skipped
    default: .deviates("\(error)")
    }
  }

  private func compare(_ answer: String, with expected: String) -> Outcome {
    answer == expected ? .agrees : .deviates("\(answer), expected \(expected)")
  }

  private func predicate(
    _ operation: XMLCase.Operation, of test: XMLCase
  ) throws -> Bool? {
    guard Self.predicates.contains(operation.name) else { return nil }
    let first = try geometry(operation.first, of: test)
    if operation.name == "isvalid" { return try isValid(first) }
    let second = try geometry(operation.second, of: test)
    switch operation.name {
    case "covers": return try first.covers(second)
    case "coveredby": return try second.covers(first)
    case "contains": return try first.contains(second)
    case "within": return try second.contains(first)
    case "intersects": return try first.intersects(second)
    case "equalstopo": return try first.equals(second)
    default:
      // Relations of mixed collections were given a meaning only in version 3.13, those of
      // invalid geometries have none.
      if try [first.kind, second.kind].contains(.geometryCollection) { return nil }
      if try !first.isValid || !second.isValid { return nil }
      return try first.relates(to: second, pattern: operation.third.uppercased())
    }
  }

  private static let predicates: Set<String> = [
    "isvalid", "covers", "coveredby", "contains", "within", "intersects",
    "equalstopo", "relate",
  ]

  private struct Disagreement: Error {}

  /// Validity, of which the answer and the flaw must agree.
  private func isValid(_ geometry: GEOSGeometry) throws -> Bool {
    let isValid = try geometry.isValid
    guard try (geometry.flaw() == nil) == isValid else { throw Disagreement() }
    return isValid
  }

  private func geometry(_ argument: String, of test: XMLCase) throws -> GEOSGeometry {
    try read(argument == "b" ? test.geometryB : test.geometryA)
  }

  func read(_ text: String) throws -> GEOSGeometry {
    text.first?.isNumber == true
      ? try context.read(hexadecimal: text) : try context.read(wellKnownText: text)
  }
}

// Operations that make geometries.
extension XMLSuiteRunner {
  private static let overlays: Set<String> = [
    "intersection", "union", "difference", "symdifference", "intersectionng", "unionng",
    "differenceng", "symdifferenceng",
  ]

  private func overlay(_ operation: XMLCase.Operation, of test: XMLCase) throws -> Outcome {
    guard !operation.expected.isEmpty else { return .skipped }
    if operation.name == "getinteriorpoint" {
      return try compareInteriorPoint(
        of: geometry(operation.first, of: test), with: operation.expected)
    }
    guard Self.overlays.contains(operation.name), !operation.second.isEmpty else {
      return .skipped
    }
    let first = try geometry(operation.first, of: test)
    let second = try geometry(operation.second, of: test)
    do {
      let outcome = try compare(
        overlay(operation.name, first, second), with: operation.expected)
      return try outcome == .agrees || isDefined(first, second) ? outcome : .skipped
    } catch {
      if try !isDefined(first, second) { return .skipped }
      throw error
    }
  }

  /// Overlays of invalid geometries and of mixed collections have no defined answer in 3.11.
  private func isDefined(_ geometries: GEOSGeometry...) throws -> Bool {
    try geometries.allSatisfy { try $0.isValid && $0.kind != .geometryCollection }
  }

  private func overlay(
    _ name: String, _ first: GEOSGeometry, _ second: GEOSGeometry
  ) throws -> GEOSGeometry {
    switch name {
    case "intersection", "intersectionng": try first.intersection(second)
    case "union", "unionng": try first.union(second)
    case "difference", "differenceng": try first.difference(second)
    default: try first.symmetricDifference(second)
    }
  }

  private func compareInteriorPoint(
    of geometry: GEOSGeometry, with expected: String
  ) throws -> Outcome {
    guard [.polygon, .multiPolygon].contains(try geometry.kind) else { return .skipped }
    if try read(expected).isEmpty {
      do {
        _ = try geometry.pointOnSurface()
        return .deviates("a point in an empty geometry")
      } catch { return .agrees }
    }
    let point = try geometry.pointOnSurface()
    let answer = try context.point(longitude: point.longitude, latitude: point.latitude)
    return try compare(answer, with: expected)
  }

  /// Equal as sets of points, or apart by rounding only.
  private func compare(_ result: GEOSGeometry, with text: String) throws -> Outcome {
    let expected = try read(text)
    if try result.isEmpty, try expected.isEmpty { return .agrees }
    if try result.equals(expected) { return .agrees }
    let apart = try result.symmetricDifference(expected).areaSquareDegrees
    let whole = try expected.areaSquareDegrees
    let (found, wanted) = (try figures(of: result), try figures(of: expected))
    let place = Self.lastPlace(of: text)
    // Rounding moves a side by a place either way, and so may the snapping before it.
    if whole > 0, apart <= max(whole * 1e-9, 4 * (place ?? 0) * Self.longestWay(wanted)) {
      return .agrees
    }
    let isNear = zip(found.sorted(), wanted.sorted()).allSatisfy {
      abs($0 - $1) <= (place ?? 1e-9) * max(1, abs($1))
    }
    if found.count == wanted.count, isNear { return .agrees }
    return .deviates("\(try result.wellKnownText().prefix(200))")
  }

  /// All coordinates in turn, two a vertex.
  private func figures(of geometry: GEOSGeometry) throws -> [Double] {
    try geometry.wellKnownText().split { " ,()".contains($0) }.compactMap { Double($0) }
  }

  /// A length that no outline with these coordinates exceeds.
  private static func longestWay(_ figures: [Double]) -> Double {
    let extents = [0, 1].map { axis in
      let values = stride(from: axis, to: figures.count, by: 2).map { figures[$0] }
      return (values.max() ?? 0) - (values.min() ?? 0)
    }
    return (extents[0] + extents[1]) * Double(figures.count / 2)
  }

  /// What an expected text was rounded to: six to nine places, if it has so few.
  private static func lastPlace(of text: String) -> Double? {
    let places = text.split { " ,()".contains($0) }.map { figure in
      figure.split(separator: ".").dropFirst().first?.count ?? 0
    }
    guard let most = places.max(), (6...9).contains(most) else { return nil }
    return (0..<most).reduce(1) { unit, _ in unit / 10 }
  }
}
