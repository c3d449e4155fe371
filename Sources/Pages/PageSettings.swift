/// How a page speaks, and for whom.
public struct PageSettings: Sendable, Hashable {
  public var language: Language
  public var digits: Digits
  /// Who publishes the page, as readers know them; `nil` where nobody is to be named.
  public var publisher: String?
  /// The page's heading; `nil` for "Incidents and displacement in …".
  public var title: String?

  public init(
    language: Language = .english, digits: Digits = .latin, publisher: String? = nil,
    title: String? = nil
  ) {
    self.language = language
    self.digits = digits
    self.publisher = publisher
    self.title = title
  }
}
