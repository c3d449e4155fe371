/// Figures and the sums that tie them together: everything that one release could show.
///
/// A figure is named by its position. Nothing is said of places, periods or indicators, so that
/// region trees, zones, time, categories, flows and earlier releases are one system. What is
/// worked out from other figures (a rate, a share, arrivals less departures) does not belong here:
/// it says nothing new as long as it is shown only where all of those figures are.
public struct FigureTable: Sendable {
  public struct Cell: Hashable, Sendable {
    public enum Role: Hashable, Sendable {
      /// A number that a release shows or withholds. Its zeros are shown (rule D2), so that
      /// whoever sees it withheld knows that it is at least 1.
      case figure
      /// A number that no release shows and nobody asks for, at least 0: the unknown part of an
      /// inequality, or a figure whose indicator never leaves (rule D1).
      case slack
    }

    /// What is settled about a figure before any other is looked at.
    public enum Fate: Hashable, Sendable {
      /// Shown, unless its number would give a withheld one away.
      case open
      /// Withheld whatever the others are: by rule D2, or because an earlier release withheld it
      /// (rule D5).
      case withheld
      /// Known to everybody, whatever this release does: its indicator is public, or an earlier
      /// release has shown it. It can never serve to hide another.
      case known
    }

    public var role: Role
    /// The number, rounded up to a whole one; never negative.
    ///
    /// Figures may be shifted by whole numbers only, so a fraction never matters: a withheld 3.4
    /// can be 0.4, 1.4, … and as such behaves like a 4 that can be 1, 2, ….
    public var value: Int
    public var fate: Fate
    /// Whether one record alone stands behind it, so that whoever gave the record knows it.
    public var isOneRecord: Bool
    /// Whether it is withheld for no reason of its own, so that whoever knows the record behind
    /// another figure may learn it.
    public var isKept = false
    /// Whether an earlier release has withheld it as well: what somebody learns of it who knows
    /// another one, by what everybody knows already, cannot be taken back.
    public var wasWithheld = false
    /// Whether, if everybody knows it, that is only since this release: then what follows from it
    /// was not told before.
    public var isNews = false
    /// How much a reader loses where it is withheld. Must not depend on withheld numbers.
    public var loss: Double
    /// Whether a zero of it is withheld too, because an earlier release withheld the figure:
    /// then a reader knows of it only that it is at least 0.
    public var mayBeZero = false
    /// How many values it must keep where it is withheld, instead of the table's threshold.
    public var threshold: Int?

    public init(
      _ role: Role = .figure, value: Int, fate: Fate = .open, isOneRecord: Bool = false,
      loss: Double = 1
    ) {
      self.role = role
      self.value = value
      self.fate = fate
      self.isOneRecord = isOneRecord
      self.loss = loss
    }

    /// The least that a reader must take it for where it is withheld.
    public var least: Int { role == .figure && !mayBeZero ? 1 : 0 }

    /// Whether everybody knows that it is 0.
    var isKnownZero: Bool {
      role == .figure && value == 0 && (fate == .known || !mayBeZero)
    }
  }

  /// `parent` is the sum of `parts`.
  public struct Sum: Hashable, Sendable {
    public var parent: Int
    public var parts: [Int]
  }

  public private(set) var cells: [Cell] = []
  public private(set) var sums: [Sum] = []

  public init() {}

  /// Adds a figure and answers its position.
  public mutating func add(_ cell: Cell) -> Int {
    cells.append(cell)
    return cells.count - 1
  }

  /// States that `parent` is the sum of `parts`. No figure may be part of itself, by whatever
  /// way round.
  public mutating func tie(_ parent: Int, toSumOf parts: [Int]) {
    sums.append(Sum(parent: parent, parts: parts))
  }

  /// States that `larger` is at least `smaller`.
  public mutating func tie(_ larger: Int, isAtLeast smaller: Int) {
    let slack = add(Cell(.slack, value: cells[larger].value - cells[smaller].value, loss: 0))
    tie(larger, toSumOf: [smaller, slack])
  }
}
