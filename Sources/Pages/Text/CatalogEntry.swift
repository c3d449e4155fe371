/// Something in the catalogue of texts. Everything that a page says in words is one of these, so
/// whoever adds a language finds all of it in this folder.
protocol CatalogEntry: Sendable {
  /// In both languages, with `{1}`, `{2}` … where something is put in.
  var text: Translated { get }
}
