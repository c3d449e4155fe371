/// Tables, each with a caption, with scopes, and in a box of its own that scrolls on a phone.
extension HTMLWriter {
  /// The heading of a column.
  struct Column {
    let title: String
    var isNumber = false

    static func text(_ title: String) -> Column { Column(title: title) }
    static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
  }

  enum Cell {
    case text(String)
    /// A word of the program, such as the name of a setting, which is written from left to right.
    case code(String)
    case number(String)
    case figure(main: String, note: Sentence?, isNumber: Bool)
  }

  /// A heading over several columns.
  struct ColumnGroup {
    let title: String
    let width: Int
  }

  mutating func table(
    _ caption: Sentence, columns: [Column], groups: [ColumnGroup] = [],
    _ rows: (inout HTMLWriter) -> Void
  ) {
    let label = caption.plain
    element(
      "div",
      [
        .class("box"), Attribute("role", "region"), Attribute("tabindex", "0"),
        Attribute("aria-label", label),
      ]
    ) { html in
      html.element("table") { html in
        html.element("caption", words: caption)
        html.element("thead") { $0.head(columns, groups) }
        html.element("tbody") { rows(&$0) }
      }
    }
    line()
  }

  private mutating func head(_ columns: [Column], _ groups: [ColumnGroup]) {
    if !groups.isEmpty {
      element("tr") { html in
        for group in groups {
          if group.title.isEmpty { html.element("td", text: "") } else { html.heading(of: group) }
        }
      }
    }
    element("tr") { html in
      for column in columns {
        let scope = Attribute("scope", "col")
        html.element(
          "th", column.isNumber ? [.class("n"), scope] : [scope], text: column.title)
      }
    }
  }

  private mutating func heading(of group: ColumnGroup) {
    let span = Attribute("colspan", "\(group.width)")
    element("th", [.class("g"), span, Attribute("scope", "colgroup")], text: group.title)
  }

  /// A row that begins with what it is about.
  mutating func row(_ header: String, isCode: Bool = false, _ cells: [Cell]) {
    line()
    element("tr") { html in
      html.element("th", [Attribute("scope", "row")]) { html in
        if isCode { html.code(header) } else { html.isolated(header) }
      }
      for cell in cells { html.cell(cell) }
    }
  }

  /// A row that says what the rows below it are about.
  mutating func groupRow(_ title: String, columns: Int) {
    line()
    element("tr", [.class("gr-row")]) { html in
      html.element(
        "th", [Attribute("colspan", "\(columns)"), Attribute("scope", "rowgroup")]
      ) { $0.isolated(title) }
    }
  }

  private mutating func cell(_ cell: Cell) {
    switch cell {
    case .text(let text): element("td") { $0.isolated(text) }
    case .code(let text): element("td") { $0.code(text) }
    case .number(let text): element("td", [.class("n")]) { $0.isolated(text) }
    case .figure(let main, let note, let isNumber):
      element("td", [.class(isNumber ? "n" : "n s")]) { html in
        html.isolated(main)
        guard let note else { return }
        html.text(" ")
        html.element("small", words: note)
      }
    }
  }

  mutating func code(_ text: String) {
    element("code", [Attribute("dir", "ltr")], text: text)
  }

  mutating func paragraph(_ words: Sentence) {
    element("p", words: words)
    line()
  }
}

extension Wording {
  /// A figure as a cell of a table.
  func cell(_ figure: PageFigure) -> HTMLWriter.Cell {
    .figure(main: main(figure), note: note(figure), isNumber: figure.best != nil)
  }
}
