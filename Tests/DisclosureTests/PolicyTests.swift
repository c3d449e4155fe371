import ConfigurationText
import Disclosure
import Records
import Regions
import Tallies
import Testing

@Suite("D1: a policy decides what may be shown")
struct PolicyTests {
  private func policy(_ text: String, _ format: ConfigurationFormat = .toml) throws -> Policy {
    try Policy(ConfigurationItem(parsing: Array(text.utf8), as: format, file: "p.toml"))
  }

  @Test("Deaths and incidents are public; whoever lives and can be found is protected")
  func defaults() {
    for indicator in Indicator.all {
      let isPublic = [.incidents, .killed].contains(indicator.stem)
      #expect(Policy.public[indicator].sensitivity == (isPublic ? .public : .protected))
      #expect(!Policy.public[indicator].reason.isEmpty)
    }
    #expect(Policy.strict[Indicator(.detained)].sensitivity == .withheld)
  }

  @Test("Destinations are shown one level coarser than origins")
  func destinations() {
    #expect(Policy.public.finestLevel(of: Indicator(.displaced)) == .neighborhood)
    #expect(Policy.public.finestLevel(of: Indicator(.arrived)) == .subdistrict)
    #expect(Policy.public.finestLevel(of: Indicator(.idps, unit: .households)) == .subdistrict)
  }

  @Test("A file changes what it names, and leaves the rest as in its base")
  func file() throws {
    let changed = try policy(
      """
      name = "ours"
      base = "strict"
      k = 7
      smallest_period = "quarter"
      [indicators]
      displaced_households = "withheld"
      displaced = { sensitivity = "public", reason = "published by the ministry" }
      """)
    #expect((changed.name, changed.primary.threshold) == ("ours", 7))
    #expect(changed.primary.leastRecords == 3 && changed.smallestPeriod == .quarter)
    #expect(changed[Indicator(.displaced)].reason == "published by the ministry")
    // The unit's own word counts, wherever it stands.
    #expect(changed[Indicator(.displaced, unit: .households)].sensitivity == .withheld)
    #expect(changed[Indicator(.evicted)] == Policy.strict[Indicator(.evicted)])
  }

  @Test("YAML says the same")
  func yaml() throws {
    let same = try policy("name: ours\nk: 7\nindicators:\n  killed: protected\n", .yaml)
    #expect(same.primary.threshold == 7)
    #expect(same[Indicator(.killed)].sensitivity == .protected)
  }

  @Test("Every error is told with its file and line, and what to do")
  func errors() throws {
    do {
      _ = try policy(
        """
        name = "ours"
        k = 1
        finest_destination_level = "village"
        treshold = 5

        [indicators]
        displacd = "protected"
        killed = "secret"
        """)
      Issue.record("the policy was taken")
    } catch let error as ConfigurationProblems {
      #expect(error.problems.count == 5)
      #expect(error.description.contains("p.toml: line 2: column 5: k: 1 is not between 2"))
      #expect(error.description.contains("line 3"))
      #expect(error.description.contains("line 4"))
      #expect(error.description.contains("did you mean “displaced”?"))
      #expect(error.description.contains("“secret” is not known here"))
    }
  }

  @Test("A net figure is not public where a figure that it is made of is not")
  func netFigures() throws {
    let parts = ["arrived", "departed", "returns_in", "returns_out"]
    let all = (["net"] + parts).map { "\($0) = \"public\"\n" }.joined()
    #expect(
      try policy("name = \"x\"\n[indicators]\n\(all)")[Indicator(.net)].sensitivity == .public)
    for text in ["net = \"public\"\n", all + "departed_households = \"withheld\"\n"] {
      #expect(throws: ConfigurationProblems.self) {
        try policy("name = \"x\"\n[indicators]\n\(text)")
      }
    }
  }

  @Test("Destinations finer than origins are refused")
  func finerDestinations() {
    #expect(throws: ConfigurationProblems.self) {
      try policy("name = \"x\"\nfinest_level = \"district\"\n")
    }
  }

  @Test(
    "A policy rounds if it says so, to a base of k or more, and says that insiders are not guarded")
  func rounding() throws {
    let head = "name = \"x\"\nguard_insiders = false\n"
    #expect(try policy(head).rounding == nil)
    let rounded = try policy(head + "rounding = 7").rounding
    #expect(rounded == Policy.Rounding(base: 7) && rounded?.most == 6)
    let further = try policy(head + "rounding = 7\nrounding_further = true").rounding
    #expect(further == Policy.Rounding(base: 7, mayGoFurther: true) && further?.most == 13)
    for text in [
      head + "rounding = 4", head + "k = 10\nrounding = 9", "name = \"x\"\nrounding = 5",
      head + "rounding_further = true",
    ] {
      #expect(throws: ConfigurationProblems.self, "\(text)") { try policy(text) }
    }
  }

  @Test("A file that is missing is told apart from one that is wrong")
  func missing() throws {
    let error = #expect(throws: ConfigurationProblems.self) { try Policy(named: "nowhere.toml") }
    #expect(error?.isMissingFile == true)
  }
}
