/// What can be worked out from released files.
public struct Verdict: Hashable, Sendable {
  /// A figure that gives somebody away.
  public struct Breach: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
      /// A withheld figure follows from what is shown.
      case recovered
      /// A withheld figure lies in a range too narrow.
      case narrow
      /// The budget ended before either was clear.
      case unsettled
      /// A figure above zero and below k is shown.
      case small
      /// A figure of a release that rounds is no multiple of its base.
      case unrounded
      /// A release that rounds is given with others.
      case together
      /// A figure changed between releases by more than nothing and less than k.
      case changed
      /// A figure was withheld by one release and shown by another.
      case shown
      /// The report is an internal one: nothing in it is protected.
      case `internal`
    }

    public let kind: Kind
    /// Directory of the release, the later one where two are compared.
    public let release: String
    let figure: FigureWords
    /// What the figure must be, where that is not one number too many to tell.
    public let range: ClosedRange<Int>?
    /// Whether it takes several of the releases to find it.
    public let isJoint: Bool

    /// Empty for a report as a whole, as the others are.
    public var region: String { figure.region }
    public var period: String { figure.period }
    public var indicator: String { figure.indicator }
    public var category: String { figure.category }
  }

  /// Directories of the releases, in the order given.
  public let releases: [String]
  /// Figures above zero of protected indicators, flows among them, over all releases.
  public internal(set) var figures = 0
  public internal(set) var withheld = 0
  /// Those that are shown rounded.
  public internal(set) var rounded = 0
  /// k.
  public internal(set) var threshold = 0
  /// Whether each release was protected with regard to the one before.
  public internal(set) var isOneSeries = true
  public internal(set) var breaches: [Breach] = []

  init(releases: [String]) {
    self.releases = releases
  }

  public var isSafe: Bool { breaches.isEmpty }
}
