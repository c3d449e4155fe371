import Foundation
import GEOS

/// Runs the operations that the module wraps, and notes where the library answers differently.
struct XMLSuiteRunner {
  enum Outcome: Equatable {
    case agrees
    case deviates(String)
    /// Not an operation that the module wraps, or not comparable.
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
    } catch let error as GEOSError {
      return outcome(of: error, expected: operation.expected.lowercased())
    } catch {
      return .deviates("\(error)")
    }
  }

  private func outcome(of error: GEOSError, expected: String) -> Outcome {
    switch error {
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
    let wrapped = ["isvalid", "covers", "contains", "intersects", "equalstopo", "relate"]
    guard wrapped.contains(operation.name) else { return nil }
    let first = try geometry(operation.first, of: test)
    if operation.name == "isvalid" {
      let isValid = try first.isValid
      let flaw = try first.flaw()
      guard (flaw == nil) == isValid else { throw SuiteError.missing("agreement of flaw") }
      return isValid
    }
    let second = try geometry(operation.second, of: test)
    switch operation.name {
    case "covers": return try first.covers(second)
    case "contains": return try first.contains(second)
    case "intersects": return try first.intersects(second)
    case "equalstopo": return try first.equals(second)
    default:
      // Relations of mixed collections were given a meaning only in version 3.13.
      if try [first.kind, second.kind].contains(.geometryCollection) { return nil }
      return try first.relates(to: second, pattern: operation.third.uppercased())
    }
  }

  private func overlay(_ operation: XMLCase.Operation, of test: XMLCase) throws -> Outcome {
    let overlays = [
      "intersection", "union", "difference", "symdifference", "intersectionng", "unionng",
      "differenceng", "symdifferenceng", "getinteriorpoint",
    ]
    guard overlays.contains(operation.name), !operation.expected.isEmpty else { return .skipped }
    let expected = try read(operation.expected)
    let first = try geometry(operation.first, of: test)
    if operation.name == "getinteriorpoint" {
      return try compareInteriorPoint(of: first, with: expected)
    }
    guard !operation.second.isEmpty else { return .skipped }
    let second = try geometry(operation.second, of: test)
    let result =
      switch operation.name {
      case "intersection", "intersectionng": try first.intersection(second)
      case "union", "unionng": try first.union(second)
      case "difference", "differenceng": try first.difference(second)
      default: try first.symmetricDifference(second)
      }
    return try compare(result, with: expected)
  }

  private func compareInteriorPoint(
    of geometry: GEOSGeometry, with expected: GEOSGeometry
  ) throws -> Outcome {
    guard [.polygon, .multiPolygon].contains(try geometry.kind) else { return .skipped }
    if try expected.isEmpty {
      let point = try? geometry.pointOnSurface()
      return point == nil ? .agrees : .deviates("a point in an empty geometry")
    }
    let point = try geometry.pointOnSurface()
    let answer = try context.point(longitude: point.longitude, latitude: point.latitude)
    return try compare(answer, with: expected)
  }

  /// Equal as sets of points, or apart by rounding only.
  private func compare(
    _ result: GEOSGeometry, with expected: GEOSGeometry
  ) throws -> Outcome {
    if try result.isEmpty, try expected.isEmpty { return .agrees }
    if try result.equals(expected) { return .agrees }
    let apart = try result.symmetricDifference(expected).areaSquareDegrees
    let whole = try expected.areaSquareDegrees
    if whole > 0, apart <= whole * 1e-9 { return .agrees }
    return .deviates("\(try result.wellKnownText().prefix(200))")
  }

  private func geometry(_ argument: String, of test: XMLCase) throws -> GEOSGeometry {
    try read(argument == "b" ? test.geometryB : test.geometryA)
  }

  private func read(_ text: String) throws -> GEOSGeometry {
    text.first?.isNumber == true
      ? try context.read(hexadecimal: text) : try context.read(wellKnownText: text)
  }
}
