import ConfigurationText
import Records

extension ConfigurationItem {
  /// The name of a column; never empty.
  var columnName: String {
    get throws(ConfigurationError) {
      let name = try word
      guard !Columns.folded(name).isEmpty else {
        throw error(.refused("the name of a column is missing; write it as the file spells it"))
      }
      return name
    }
  }

  /// The spellings of one column's name; the first that the file has counts.
  var columnNames: [String] {
    get throws(ConfigurationError) {
      var names: [String] = []
      for item in try oneOrMore { names.append(try item.columnName) }
      guard !names.isEmpty else { throw error(.refused("the list is empty; name a column")) }
      return names
    }
  }

  /// One of the words of a list.
  func oneOf<Word: RawRepresentable<String> & CaseIterable>(
    _ type: Word.Type
  ) throws(ConfigurationError) -> Word {
    let text = try text
    if let word = Word(rawValue: text) { return word }
    throw error(.unknownWord(text, known: Word.allCases.map(\.rawValue)))
  }

  /// Refuses a constant or the meaning of a code that its field cannot hold.
  func check(_ word: String, is field: MappingField) throws(ConfigurationError) {
    switch field.kind {
    case .words(let words):
      if !words.contains(word.lowercased()) { throw error(.unknownWord(word, known: words)) }
    case .precision:
      if PrecisionText.parse(word) == nil {
        throw error(
          .refused(
            "“\(word)” is no precision; write a level such as district, a distance such as 250m, "
              + "settlement, exact or outside"))
      }
    case .qualifier:
      if QualifiedNumber.qualifier(word) == nil {
        throw error(
          .refused(
            "“\(word)” is no qualifier; write exact, at least, at most, about, or a word such as "
              + "dozens"))
      }
    case .date:
      guard case .day = DateText.parse(word.utf8.span, order: .iso) else {
        throw error(.refused("“\(word)” is no day; write it as 2025-03-06"))
      }
    case .number:
      guard let number = NumberText.quantity(word.utf8.span), number >= .zero else {
        throw error(.refused("“\(word)” is no number from 0 on; write it with a decimal point"))
      }
    case .degrees:
      if NumberText.degrees(word.utf8.span) == nil {
        throw error(.refused("“\(word)” is no number of degrees; write it with a decimal point"))
      }
    case .version:
      if Int64(word) == nil { throw error(.refused("“\(word)” is no whole number; write digits")) }
    case .month, .year, .text, .place: break
    }
  }
}
