import ArgumentParser
import ConfigurationText
import Disclosure
import JSONText
import Records
import Regions
import Tallies

/// What a release may show.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Show which indicators are public, protected or withheld, and why.",
    subcommands: [Show.self, NewKey.self], defaultSubcommand: Show.self)

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Print the policy in force with its reasons.")

    @OptionGroup var options: PolicyOptions

    @Flag(help: "Print it as JSON.")
    var json = false

    func run() throws {
      let text = PolicyText(policy: try options.policy())
      if json { Console.print(text.json()) } else { text.lines.forEach { Console.print($0) } }
    }
  }
}

/// Makes the secret that a policy which rounds needs.
extension PolicyCommand {
  struct NewKey: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new-key",
      abstract: "Make a secret key for a policy that rounds, readable by you alone.",
      discussion: """
        The same figures are rounded alike by the same key. Whoever has it can narrow down what was \
        rounded by it: never publish it.
        """)

    @Argument(help: ArgumentHelp("File to make; it must not exist yet.", valueName: "FILE"))
    var file: String

    func run() throws {
      try RoundingKeyFile(path: file).create()
    }
  }
}

/// Which policy a command goes by.
struct PolicyOptions: ParsableArguments {
  @Option(
    name: .customLong("policy"),
    help: ArgumentHelp(
      "What may be shown: public (the default), strict, partners, or a policy file.",
      valueName: "NAME|FILE"))
  var name: String?

  @Flag(name: .customLong("strict"), help: "Short for --policy strict.")
  var isStrict = false

  func validate() throws {
    if isStrict, let name, name != "strict" {
      throw ValidationError("--strict and --policy \(name) contradict each other; give one.")
    }
  }

  var isGiven: Bool { isStrict || name != nil }

  func policy() throws -> Policy {
    do {
      return try Policy(named: isStrict ? "strict" : name ?? "public")
    } catch {
      throw fail(error.isMissingFile ? .noInput : .badData, "\(error)")
    }
  }
}

/// A policy as people and programs read it.
struct PolicyText {
  let policy: Policy

  private typealias Rule = (key: String, value: String, meaning: String)

  private var rules: [Rule] {
    (policy.rounding.map(rounding) ?? withholding) + [
      (
        "guard_insiders", "\(policy.guardsInsiders)",
        "who knows the one record of a figure learns no other from it"
      ),
      (
        "smallest_period", policy.smallestPeriod.name,
        "protected figures of fewer days are not shown"
      ),
      ("finest_level", policy.finestLevel.name, "finest level for where people were"),
      (
        "finest_destination_level", policy.finestDestinationLevel.name,
        "finest level for where people are now"
      ),
      (
        "finest_category_level", policy.finestCategoryLevel.name,
        "finest level for categories, such as groups"
      ),
    ]
  }

  private var withholding: [Rule] {
    let primary = policy.primary
    return [
      ("k", "\(primary.threshold)", "figures above 0 and below it are withheld"),
      ("least_records", "\(primary.leastRecords)", "figures of fewer records are withheld"),
      (
        "most_of_one_record_percent", "\(primary.mostOfOneRecordPercent)",
        "figures of which one record makes up more are withheld"
      ),
      (
        "records_matter_below", primary.recordsMatterBelow.map(String.init) ?? "always",
        "larger figures may be of few records"
      ),
    ]
  }

  private func rounding(_ rounding: Policy.Rounding) -> [Rule] {
    [
      ("k", "\(policy.primary.threshold)", "a rounded figure may be any of so many numbers"),
      ("rounding", "\(rounding.base)", "protected figures become multiples of it"),
      (
        "rounding_further", "\(rounding.mayGoFurther)",
        "the most by which a figure may differ is \(rounding.most)"
      ),
    ]
  }

  var lines: [String] {
    let width = rules.map(\.key.count).max() ?? 0
    let names = Indicator.all.map(\.name.count).max() ?? 0
    return ["policy \(policy.name)"]
      + rules.map {
        "  \($0.key.padded(to: width))  \($0.value.padded(to: 12))  \($0.meaning)"
      }
      + [""]
      + Indicator.all.map { indicator in
        let decision = policy[indicator]
        return "  \(indicator.name.padded(to: names))  "
          + "\(decision.sensitivity.rawValue.padded(to: 9))  \(decision.reason)"
      }
  }

  func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("name", policy.name)
    for rule in rules {
      if let number = Int(rule.value) {
        writer.member(rule.key, number)
      } else if rule.key == "guard_insiders" {
        writer.member(rule.key, policy.guardsInsiders)
      } else {
        writer.member(rule.key, rule.value)
      }
    }
    writer.key("indicators")
    writer.beginObject()
    for indicator in Indicator.all {
      writer.key(indicator.name)
      writer.beginObject()
      writer.member("sensitivity", policy[indicator].sensitivity.rawValue)
      writer.member("reason", policy[indicator].reason)
      writer.endObject()
    }
    writer.endObject()
    writer.endObject()
    return writer.drain() + [UInt8(ascii: "\n")]
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
