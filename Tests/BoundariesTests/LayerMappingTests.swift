import Boundaries
import Testing

@Suite("A mapping tells what a layer's properties mean")
struct LayerMappingTests {
  @Test("Named fields change, all others keep the shipped names")
  func parsing() throws {
    let mapping = try LayerMapping(parsing: "id=ADM1_PCODE, name = ADM1_EN,level=governorate")
    #expect(mapping[.id] == "ADM1_PCODE")
    #expect(mapping[.name] == "ADM1_EN")
    #expect(mapping[.level] == "governorate")
    #expect(mapping[.parent] == "parent")
    #expect(mapping[.nameArabic] == "name_ar")
  }

  @Test(
    "A mapping that cannot be understood is refused, and told why",
    arguments: [
      ("", "field=property"), ("id", "field=property"), ("id=A,", "field=property"),
      ("code=A", "no field \"code\"; fields are id, name"), ("id=", "names no property"),
      ("id=A,id=B", "named twice"),
    ])
  func refused(text: String, words: String) {
    let error = #expect(throws: BoundaryError.self) { try LayerMapping(parsing: text) }
    #expect(error?.description.contains(words) == true)
  }
}
