import Foundation
import FoundationXML
import TestSuites

/// One case of the GEOS and JTS test files: two geometries and what is expected of them.
struct XMLCase {
  struct Operation {
    var name = ""
    var first = ""
    var second = ""
    var third = ""
    var expected = ""
  }

  var index = 0
  var geometryA = ""
  var geometryB = ""
  var operations: [Operation] = []
}

/// A test file of GEOS or JTS.
struct XMLSuite {
  let cases: [XMLCase]
  /// Whether results are rounded to a grid, which our geometries never are.
  let isRounded: Bool

  init(_ file: SuiteFile) throws {
    let reader = XMLSuiteReader()
    let parser = XMLParser(data: Data(try file.bytes()))
    parser.delegate = reader
    guard parser.parse() else { throw parser.parserError ?? SuiteError.missing(file.path) }
    cases = reader.cases
    isRounded = reader.isRounded
  }
}

private final class XMLSuiteReader: NSObject, XMLParserDelegate {
  var cases: [XMLCase] = []
  var isRounded = false
  private var current = XMLCase()
  private var operation = XMLCase.Operation()
  private var text = ""

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    text = ""
    let attributes = Dictionary(
      attributes.map { ($0.lowercased(), $1.lowercased()) }, uniquingKeysWith: { $1 })
    switch element.lowercased() {
    case "precisionmodel": isRounded = attributes["scale"] != nil
    case "case": current = XMLCase(index: cases.count)
    case "op":
      operation = XMLCase.Operation(
        name: attributes["name"] ?? "", first: attributes["arg1"] ?? "a",
        second: attributes["arg2"] ?? "", third: attributes["arg3"] ?? "")
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    switch element.lowercased() {
    case "a": current.geometryA = trimmed
    case "b": current.geometryB = trimmed
    case "op":
      operation.expected = trimmed
      current.operations.append(operation)
    case "case": cases.append(current)
    default: break
    }
    text = ""
  }
}
