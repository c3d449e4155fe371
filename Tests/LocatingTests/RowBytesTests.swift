import Locating
import Records
import Tallies
import Testing

@Suite("locate hands on every byte of every row, in order")
struct RowBytesTests {
  /// Only status and distance are appended, behind the country.
  private func stripped(_ text: String) throws -> String {
    let tails = try Regex(
      #",(SY)?,(region|unspecified|outside|unplaced|unreadable)?,[0-9.]*(?=\r?\n|$)"#
    ).matchingSemantics(.unicodeScalar)
    return text.replacing(tails, with: "")
      .replacing(",nuzuh_country,nuzuh_status,nuzuh_distance_m", with: "")
  }

  static let dirty = [
    "lon,lat\n36.1,34.1\n", "lon,lat\r\n36.1,34.1\r\n", "lon,lat\n36.1,34.1",
    "\u{FEFF}lon,lat\n36.1,34.1\n", "\n\nlon,lat\n\n36.1,34.1\n\n",
    "note,lon,lat\n\"two\r\nlines, \"\"quoted\"\"\",36.1,34.1\n",
    "note,lon,lat\n\"open,36.1,34.1\nx,36.2,34.2\n",
    "note,lon,lat\n\"a\"b,36.1,34.1\nx,36.2,34.2\n",
    "lon,lat\n36.1,34.1,too,many\n36.2,34.2\n",
    "lon,lat\n36.1,34.1\nlon,lat\n36.2,34.2\n", "lon,lat\n#geo+lon,#geo+lat\n36.2,34.2\n",
    "lon,lat\n\"36.1\",\" 34.1 \"\n", "lon,lat\n36\0.1,34.1\n\0\n36.2,34.2\n",
    "note,lon,lat\n\"\"\"\0x\"\"\",36.1,34.1\n", "lon,lat\n,\n36.1,34.1\n",
  ]

  @Test("What was appended taken away, the input is left", arguments: dirty)
  func unchanged(text: String) throws {
    let located = try locateTable(text, bare)
    #expect(try stripped(located.text) == text)
  }

  @Test("The output does not depend on how the input is cut", arguments: dirty)
  func pieces(text: String) throws {
    let whole = try locateTable(text, bare)
    for size in [1, 2, 3, 7] {
      let cut = try locateTable(text, pieces: size, bare)
      #expect(cut.output == whole.output, "pieces of \(size)")
      #expect(cut.summary.counts == whole.summary.counts)
    }
  }

  @Test("A row too long to be one is handed on, and the next is read")
  func tooLong() throws {
    let long = String(repeating: "x", count: 3 << 20)
    let text = "note,lon,lat\na,36.1,34.1\n\(long),36.1,34.1\nb,36.2,34.2\n"
    for size in [1 << 16, 1 << 20, .max] {
      let located = try locateTable(text, pieces: size, bare)
      #expect(try stripped(located.text) == text)
      #expect(located.summary.counts == [.region: 2, .unreadable: 1])
      #expect(located.lines[2].hasSuffix(",,unreadable,"))
    }
  }

  @Test("Short rows are filled up and blank fields beyond the header taken off")
  func alignment() throws {
    let located = try locateTable("lon,lat,note\n36.1,34.1\n36.1,34.1,a,,\"\"\n", bare)
    #expect(located.lines[1] == "36.1,34.1,,SY,region,0")
    #expect(located.lines[2] == "36.1,34.1,a,SY,region,0")
  }

  @Test("Bytes that are not UTF-8 are handed on as they are")
  func damagedText() throws {
    let row: [UInt8] = Array("36.1,34.1,caf".utf8) + [0xE9]
    let located = try locateTable(Array("lon,lat,note\n".utf8) + row + [0x0A], bare)
    #expect(Array(located.output.split(separator: 0x0A)[1]) == row + Array(",SY,region,0".utf8))
    #expect(located.summary.findings.count(of: .damagedText) == 1)
  }

  @Test("Rows that are no data stay blank behind")
  func notData() throws {
    let located = try locateTable(Self.dirty[9], bare)
    #expect(located.lines[2] == "lon,lat,,,")
    #expect(located.summary.counts == [.region: 2])
    #expect(!located.summary.needsPerson)
  }
}
