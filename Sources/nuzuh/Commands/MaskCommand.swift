import ArgumentParser
import Boundaries
import Disclosure
import Masking
import Records
import Regions
import Reports
import Tallies

/// Records in, points out that hide where each of them was.
struct MaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mask",
    abstract: "Write records as points, each moved by a secret distance and direction.",
    discussion: """
      For whoever must publish points. Each lies in a ring around the true place (a donut), in \
      the same region, and is the same in every release made with the same key.

        nuzuh mask --new-key points.key        makes a key; keep it, and keep it secret
        nuzuh mask events.csv --key points.key -o points.geojson

      Only records whose place is known exactly, or to the neighborhood, and whose indicator the \
      policy calls public become points. What became of the others is written beside the points, \
      into points.internal.json. Points are refused beside a release that tells figures by a \
      finer level than --within, and such a release beside points.
      """)

  @Argument(help: ArgumentHelp("Files of records, as for nuzuh report.", valueName: "FILES"))
  var files: [String] = []

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("GeoJSON file of the points.", valueName: "FILE"))
  var output: String = "masked-points.geojson"

  @Option(help: ArgumentHelp("The key that points are moved by.", valueName: "FILE"))
  var key: String?

  @Option(
    help: ArgumentHelp(
      "Make a key and nothing else; never over an existing file.", valueName: "FILE"))
  var newKey: String?

  @OptionGroup(title: "How far points are moved") var ring: RingOptions
  @OptionGroup(title: "What is told of a point") var told: ToldOptions
  @OptionGroup(title: "What may be shown") var policy: PolicyOptions
  @OptionGroup(title: "What is published beside it") var beside: BesideOptions
  @OptionGroup(title: "How the input is read") var reading: ReadingOptions
  @OptionGroup(title: "Regions") var regions: BoundaryOptions
  @OptionGroup var snap: SnapOption

  func validate() throws {
    if newKey != nil {
      guard files.isEmpty, key == nil else {
        throw ValidationError("--new-key makes a key and reads no records; give it alone.")
      }
      return
    }
    guard !files.isEmpty else { throw ValidationError("Name files of records.") }
    guard key != nil else {
      throw ValidationError("Name the key with --key; nuzuh mask --new-key FILE makes one.")
    }
  }

  func run() throws {
    do {
      if let newKey {
        try MaskKey.create(newKey)
        Console.say(
          "\(newKey): a new key. Keep a copy: with another one every point would move, and both "
            + "together give places away. Whoever has it can move points back.")
      } else {
        try mask()
      }
    } catch let error as MaskError {
      throw fail(ExitCode(error.exitCode), "\(error)")
    } catch let error as PublishError {
      throw fail(ExitCode(error.exitCode), "\(error)")
    }
  }

  private func mask() throws {
    let file = MaskedPointsFile(output)
    try file.checkReplaceable()
    let settings = try told.settings(try policy.policy())
    let key = try MaskKey(path: key ?? "")
    let job = try CountingJob(
      settings: ReportSettings(snapMeters: snap.meters, timeZone: reading.timeZone), files: files,
      reading: reading, regions: regions)
    let run = try MaskRun(
      settings, try ring.donut(), within: ring.level, key: key, placer: job.placer)
    try beside.check(run.statement(boundaryEdition: job.loaded.edition), at: output)
    let outcome = try job.masked(run)
    let context = MaskedPoints.Context(
      ReleaseContext(loaded: job.loaded, created: try Clock.created()))
    try file.write(points: outcome.points.geoJSON(context), accounts: outcome.accounts.json())
    Console.say(
      "\(outcome.points.count) MASKED points by policy \(settings.policy.name): \(output)")
    if outcome.points.count == 0 {
      Console.say("no record could be a point; \(file.accountsPath) tells why")
    }
    if outcome.accounts.needsPerson {
      Console.say("some rows need a person: see \(file.accountsPath)")
      throw ExitCode.findings
    }
  }
}

extension MaskedPoints.Context {
  /// The same words as in a release.
  fileprivate init(_ context: ReleaseContext) {
    self.init(
      boundaryEdition: context.boundaryEdition, attribution: context.attribution,
      disclaimer: context.disclaimer, generator: "nuzuh \(context.toolVersion)")
  }
}
