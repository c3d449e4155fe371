import Records
import Testing

@Suite("Values in messages are short, and show what cannot be seen")
struct FindingValueTests {
  @Test(
    "signs without ink are written as their codes",
    arguments: [
      ("Hama", "Hama"), (" Hama \n", "Hama"), ("a\u{0}b", "a<U+0000>b"),
      ("\u{202E}amaH", "<U+202E>amaH"), ("حماة\u{61C}", "حماة<U+061C>"),
      ("a\u{2028}b", "a<U+2028>b"), ("a\u{E000}", "a<U+E000>"), ("a\u{1F600}", "a\u{1F600}"),
      ("a\u{E0041}", "a<U+E0041>"), ("", ""), (" \u{A0}", ""),
    ])
  func invisible(text: String, shown: String) {
    #expect(Finding.shown(text) == shown)
    #expect(Finding.quoted(text) == "“\(shown)”")
  }

  @Test("forty characters are shown, and a mark for more")
  func length() {
    let forty = String(repeating: "ح", count: 40)
    #expect(Finding.shown(forty) == forty)
    #expect(Finding.shown(forty + "x") == forty + "…")
  }
}
