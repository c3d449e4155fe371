import Crypto
import Digests
import JSONText
public import Records
public import Regions

/// What has been published of a series of releases: the protected figures shown, and which were
/// withheld; and where a policy protects some indicators of movements only, the public ones, which
/// bound those. It holds nothing that the releases do not show, so it is published with them.
///
/// Lines of JSON, one a release, each with the hash of the line before, so that no line can be
/// changed or taken away unnoticed but the last ones.
public struct Ledger: Sendable {
  /// What the latest release says of a figure.
  public struct Entry: Hashable, Sendable {
    public enum Figure: Hashable, Sendable {
      case shown(Quantity)
      case withheld
      /// Reported without a number.
      case numberless
    }

    public let figure: Figure
    /// k of the release that said so first.
    public let threshold: Int
    /// Whether it was told as a figure of a public indicator.
    public let isPublic: Bool
  }

  /// What releases of one series must have in common, as text.
  public private(set) var basis = ""
  /// By the figure's name as text.
  public private(set) var entries: [String: Entry] = [:]
  /// By release.
  private(set) var deltas: [LedgerLine] = []
  /// The stretches of time that releases have spoken of, as text.
  private(set) var periods: Set<String> = []
  /// Whether the latest release was a revision.
  public var isRevision: Bool { deltas.last?.isRevision ?? false }
  /// Whether all releases have said what they tell of public indicators of movements; those of
  /// earlier editions have not.
  public private(set) var tellsPublic = true
  /// What the latest release tells, by the figure's name as text.
  private var told: Set<String> = []
  private var lines: [String] = []
  private var lastHash = ""

  public init() {}

  public var isEmpty: Bool { lines.isEmpty }
  public var releaseCount: Int { lines.count }
  public var bytes: [UInt8] { lines.flatMap { Array("\($0)\n".utf8) } }

  /// Whether the releases of another ledger come first in this one.
  public func continues(_ earlier: Ledger) -> Bool { lines.starts(with: earlier.lines) }

  /// Whether both are ledgers of one series, of which one may have been changed since.
  public func isOfSameSeries(as other: Ledger) -> Bool {
    !isEmpty && lines.first == other.lines.first
  }

  /// Whether any release after those of an earlier ledger was a revision.
  public func isRevised(since earlier: Ledger) -> Bool {
    deltas.dropFirst(earlier.deltas.count).contains(where: \.isRevision)
  }

  /// What the ledger says of a figure.
  public func entry(_ name: FigureName, catalog: RegionCatalog) -> Entry? {
    entries[LedgerKey(catalog: catalog).text(name)]
  }

  /// Reads a ledger and checks that its lines follow one another.
  ///
  /// - Throws: `LedgerError` for the first line that does not.
  public init(parsing bytes: [UInt8]) throws(LedgerError) {
    let text = String(decoding: bytes, as: UTF8.self)
    for (position, line) in text.split(separator: "\n").enumerated() {
      guard take(String(line)) else {
        throw LedgerError(
          line: position + 1, isOfEarlierEdition: !line.contains("\"\(Ledger.scopeKey)\":"))
      }
    }
  }

  private mutating func take(_ line: String) -> Bool {
    // The mark, 64 digits, and the two signs that close the line.
    let content = String(line.dropLast(Ledger.hashMark.count + 66))
    guard line.hasPrefix("\(content)\(Ledger.hashMark)") else { return false }
    let value: JSONValue
    do {
      value = try JSONValue(parsing: Array(line.utf8))
    } catch {
      return false
    }
    let hash = Ledger.hash(of: content)
    guard value["hash"]?.string == hash, value["previous"]?.string == lastHash,
      value["release"]?.int == lines.count + 1, let basis = value["basis"]?.string,
      let threshold = value["k"]?.int, let periods = value["periods"]?.array,
      let scope = LedgerScope(value[Ledger.scopeKey]), let absent = value["absent"]?.array,
      let figures = value["figures"]?.object,
      let protected = take(figures.members, threshold, isPublic: false),
      let open = take(
        value[Ledger.publicKey]?.object?.members ?? [], threshold, isPublic: true)
    else { return false }
    tellsPublic = tellsPublic && value[Ledger.publicKey] != nil
    let changed = protected + open
    self.basis = basis
    self.periods.formUnion(periods.compactMap(\.string))
    let delta = LedgerLine(
      isRevision: value["revision"]?.bool ?? false, threshold: threshold, scope: scope,
      figures: changed, absent: absent.compactMap(\.string))
    told.formUnion(changed.map(\.key))
    told.subtract(delta.absent)
    deltas.append(delta)
    lines.append(line)
    lastHash = hash
    return true
  }

  private mutating func take(
    _ figures: [JSONObject.Member], _ threshold: Int, isPublic: Bool
  ) -> [(key: String, entry: Entry)]? {
    var changed: [(key: String, entry: Entry)] = []
    for member in figures {
      guard let figure = Entry.Figure(member.value) else { return nil }
      // What is told again, after it was not, was told under the k of before.
      let known = entries[member.key].flatMap {
        $0.figure == figure && $0.isPublic == isPublic ? $0 : nil
      }
      let entry = known ?? Entry(figure: figure, threshold: threshold, isPublic: isPublic)
      entries[member.key] = entry
      changed.append((member.key, entry))
    }
    return changed
  }

  // MARK: - A new release

  /// The ledger with one more release.
  ///
  /// - Parameters:
  ///   - figures: everything protected that the release says, by name as text.
  ///   - open: what it says of public indicators of movements, where others are protected.
  ///   - vanished: what it tells to be a zero by not telling it any more.
  func adding(
    _ figures: [String: Entry.Figure], public open: [String: Entry.Figure] = [:],
    vanished: [String] = [], scope: LedgerScope, periods: Set<String>, basis: String,
    threshold: Int, isRevision: Bool
  ) -> Ledger {
    let all = figures.merging(open) { $1 }
    // What is told again is as public as it was when it was counted.
    var changed = all.filter {
      entries[$0.key]?.figure != $0.value || !told.contains($0.key)
        || isRevision && entries[$0.key]?.isPublic != (open[$0.key] != nil)
    }
    for key in vanished where entries[key]?.figure != .shown(.zero) {
      changed[key] = .shown(.zero)
    }
    let absent = told.union(changed.keys).filter { all[$0] == nil }
    func isPublic(_ key: String) -> Bool {
      open[key] != nil || figures[key] == nil && entries[key]?.isPublic ?? false
    }
    let new = periods.subtracting(self.periods)
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("release", lines.count + 1)
    writer.member("revision", isRevision)
    writer.member("basis", basis)
    writer.member("k", threshold)
    writer.key("periods")
    writer.beginArray()
    for period in new.sorted() { writer.string(period) }
    writer.endArray()
    writer.key(Ledger.scopeKey)
    scope.write(to: &writer)
    writer.key("absent")
    writer.beginArray()
    for key in absent.sorted() { writer.string(key) }
    writer.endArray()
    let ordered = changed.sorted { $0.key < $1.key }
    for (name, isOpen) in [("figures", false), (Ledger.publicKey, true)] {
      writer.key(name)
      writer.beginObject()
      for (key, figure) in ordered where isPublic(key) == isOpen { writer.member(key, figure.text) }
      writer.endObject()
    }
    writer.member("previous", lastHash)
    let content = String(decoding: writer.drain(), as: UTF8.self)
    var result = self
    _ = result.take("\(content)\(Ledger.hashMark)\(Ledger.hash(of: content))\"}")
    return result
  }

  private static let scopeKey = "told"
  private static let publicKey = "public"

  /// Where a line's own hash begins, which it is not part of.
  private static let hashMark = ",\"hash\":\""

  private static func hash(of content: String) -> String {
    SHA256.hash(data: Array(content.utf8)).hexadecimal
  }
}

extension Ledger.Entry.Figure {
  /// `nil` for a value that no ledger has.
  fileprivate init?(_ value: JSONValue) {
    switch value {
    case .null: self = .withheld
    case .string(""): self = .numberless
    case .string(let text):
      guard let number = Quantity(decimal: text.utf8) else { return nil }
      self = .shown(number)
    default: return nil
    }
  }

  fileprivate var text: String? {
    switch self {
    case .shown(let number): number.text()
    case .withheld: nil
    case .numberless: ""
    }
  }
}

/// A line of a ledger was changed, or lines are missing before it, or it is of an earlier edition.
public struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
  public let line: Int
  /// Whether it does not say which figures were told together, as those of earlier editions.
  public var isOfEarlierEdition = false

  public var description: String { "ledger.jsonl: \(cause)" }

  /// What is wrong, and what to do.
  public var cause: String {
    isOfEarlierEdition
      ? "line \(line) does not say what its release was asked for, as ledgers of earlier editions "
        + "did not; begin a new series, with another folder and no ledger"
      : "line \(line) does not follow from the lines before it; take the ledger from the latest "
        + "release"
  }
}
