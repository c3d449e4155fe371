public import Regions
public import Tallies

/// Which coarser reports of the same records can be protected, each tried, and at what loss.
///
/// It counts figures and names levels and periods, as the summary of a release does, and tells no
/// number of any figure.
public struct CoarseningAdvice: Hashable, Sendable {
  /// A report that can be protected.
  public struct Option: Hashable, Sendable {
    public let coarsening: Coarsening
    /// How many protected figures it has, and how many of them it withholds.
    public let share: ProtectionPlan.Share
    /// Levels at which no protected figure is shown any more.
    public let lostLevels: [Level]
    /// The step that is given up; `nil` where it stays.
    public let lostStep: Step?
    let policy: Policy
  }

  /// Protected figures above zero of the report that was refused.
  public let figures: Int
  public internal(set) var tried = 0
  /// The least loss first; empty where none of those tried would do.
  public internal(set) var options: [Option] = []

  init(figures: Int) {
    self.figures = figures
  }

  /// The share of the refused report's figures that an option does not show, in whole percent,
  /// rounded up.
  public func lostPercent(_ option: Option) -> Int {
    let shown = min(option.share.figures - option.share.withheld, figures)
    return figures == 0 ? 0 : ((figures - shown) * 100 + figures - 1) / figures
  }
}

extension CoarseningAdvice: CustomStringConvertible {
  public var description: String {
    guard !options.isEmpty else {
      return "None of \(tried) coarser reports that were tried can be protected within the budget; "
        + "leave the indicators named out (\"withheld\" in the policy), or protect those that are "
        + "public and count the same people."
    }
    return "What would do, tried on the same records, the least loss first:"
      + options.map { "\n  " + line($0) }.joined()
  }

  private func line(_ option: Option) -> String {
    let share = option.share
    let lost = [
      levels(option), option.lostStep.map { "figures by \($0.name)" }, categories(option),
    ]
    .compactMap { $0 }.joined(separator: ", ")
    return "\(option.advice): shows \(share.figures - share.withheld) protected figures where "
      + "the report has \(figures) above zero (\(lostPercent(option)) % lost; "
      + "\(share.withheld) withheld); lost are \(lost)"
  }

  private func levels(_ option: Option) -> String? {
    guard option.coarsening.level != nil else { return nil }
    let names = option.lostLevels.map(\.name).joined(separator: ", ")
    return names.isEmpty ? "destinations by finer levels" : "figures by \(names)"
  }

  private func categories(_ option: Option) -> String? {
    switch option.coarsening.categories {
    case .kept: nil
    case .ofCountry: "categories below the country"
    case .left: "categories"
    }
  }
}

extension CoarseningAdvice.Option {
  /// What to change, in the words of the command and of policy files.
  public var advice: String {
    var words: [String] = []
    switch coarsening.periods {
    case .kept: break
    case .by(let step): words.append("count by \(step.name) (--by \(step.name))")
    case .left: words.append("count the whole coverage (without --by)")
    }
    switch coarsening.categories {
    case .kept: break
    case .ofCountry: words.append("finest_category_level = \"country\" in the policy")
    case .left: words.append("no categories (without --category)")
    }
    if coarsening.level != nil {
      words.append(
        "finest_level = \"\(policy.finestLevel.name)\" and finest_destination_level = "
          + "\"\(policy.finestDestinationLevel.name)\" in the policy")
    }
    return words.joined(separator: " and ")
  }
}
