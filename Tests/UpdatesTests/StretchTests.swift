import Digests
import Foundation
import GRDB
import Records
import Testing

@testable import Archive
@testable import Updates

/// A source is read twice, by stretches and in the ordinary way; the archives must not differ.
@Suite("Reading by stretches")
struct StretchTests {
  /// A workplace whose source is taken in, without a release.
  private final class Reader {
    let work: Workplace
    let archive: RecordArchive

    init(_ configuration: String) throws {
      work = try Workplace(configuration)
      archive = try RecordArchive(path: nil)
    }

    /// - Parameter forgets: whether stretches are forgotten first, so that every row is read, and files
    ///   are hashed before; else as if they had been written long ago.
    func takeIn(_ files: [String: String], forgets: Bool) throws -> SourceOutcome {
      for name in try FileManager.default.contentsOfDirectory(atPath: work.path("in")) {
        try work.remove("in/\(name)")
      }
      for (name, text) in files { try work.write(text, as: "in/\(name)") }
      if forgets { try archive.run { try $0.execute(sql: "DELETE FROM stretches") } }
      let settings = try work.settings()
      try archive.begin()
      let run = try archive.startRun(at: "2026-03-01T02:00:00Z")
      let outcome = try SourceIntake(
        source: settings.sources[0], settings: settings, archive: archive, run: run,
        toolVersion: "0", now: Date(timeIntervalSinceNow: forgets ? 0 : 60)
      ).takeIn()
      try archive.commit()
      return outcome
    }

    /// Beginnings of the file in force, of whose last pieces something is known.
    func knownBeginnings() throws -> Set<ShortDigest> {
      let origin = try #require(try archive.origins().first)
      return try archive.run { db in
        var known = try KnownStretches(of: origin, in: db)
        known.begin(try #require(try String.fetchOne(db, sql: "SELECT basis FROM stretches")))
        var reader = ByteReader(
          try #require(try Data.fetchOne(db, sql: "SELECT pieces FROM stretches")).map { $0 })
        var all: Set<ShortDigest> = []
        while !reader.isAtEnd {
          let beginning = try KnownPiece(&reader).beginning
          _ = try reader.number()
          if beginning != StretchTable.beginning { all.insert(beginning) }
        }
        for beginning in all { #expect(try known.find(.piece(beginning)) != nil) }
        return all
      }
    }

    /// Every row of every table but those that follow from the others, and the salt.
    func dump() throws -> [String] {
      try archive.run { db in
        try ["run", "origin", "file", "finding", "source", "form", "record", "forgotten"]
          .flatMap { table in
            try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
          }
      }
    }
  }

  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  /// Rows of a file that lives: some with line breaks, doubled quotes, dirt, or nothing at all.
  private struct World {
    var dice: Dice
    var rows: [String] = []
    private var number = 0

    init(seed: UInt64, rows count: Int) {
      dice = Dice(state: seed)
      for _ in 0..<count { rows.append(row()) }
    }

    mutating func row(version: Int = 1) -> String {
      number += 1
      let day = "2025-0\(Int.random(in: 1...9, using: &dice))-1\(number % 9)"
      let killed = Int.random(in: 0...9, using: &dice)
      let notes = ["", "\"two\nlines\"", "\"a \"\"word\"\", a comma\"", "plain"]
      let note = notes[Int.random(in: 0..<40, using: &dice) % notes.count]
      switch Int.random(in: 0..<40, using: &dice) {
      case 0: return Table.row("r\(number)", "no day", killed: killed)
      case 1: return ""
      case 2: return Table.row("r\(number)", day, killed: killed, version: version, deleted: true)
      default:
        return Table.row("r\(number)", day, killed: killed, version: version, note: note)
      }
    }

    mutating func somewhere() -> Int { Int.random(in: 0..<rows.count, using: &dice) }

    /// A change of one kind.
    mutating func live(_ step: Int) {
      switch step % 8 {
      case 0: rows.insert(row(), at: 0)
      case 1: for _ in 0..<5 { rows.insert(row(), at: somewhere()) }
      case 2: for _ in 0..<5 { rows.remove(at: somewhere()) }
      case 3: rows.append(rows[somewhere()])
      case 4: rows.shuffle(using: &dice)
      case 5: rows.swapAt(somewhere(), somewhere())
      case 6:
        let other = somewhere()
        rows[other] = rows[other].replacing(",raid,", with: ",shelling,")
      default: rows = Array(rows[(rows.count / 2)...] + rows[..<(rows.count / 2)])
      }
    }
  }

  @Test(
    "Rows put in front and between, taken out, moved, shuffled and revised leave the archive of a run that reads every row",
    arguments: [Workplace.snapshot, Workplace.increment])
  func sameArchive(configuration: String) throws {
    let (quick, whole) = (try Reader(configuration), try Reader(configuration))
    var world = World(seed: 11, rows: 400)
    var recognized: [Int] = []
    for step in 0..<16 {
      // Now and then in two files, one under another name.
      let middle = step % 5 == 4 ? world.rows.count / 3 : 0
      let text = Table.of(Array(world.rows[middle...]))
      var files = [step == 9 ? "renamed.csv" : "a.csv": text]
      if middle > 0 { files["b.csv"] = Table.of(Array(world.rows[..<middle])) }
      let outcomes = try [
        quick.takeIn(files, forgets: false), whole.takeIn(files, forgets: true),
      ]
      #expect(outcomes[0].rows == outcomes[1].rows && outcomes[0].rejected == outcomes[1].rejected)
      #expect(outcomes[0].changes.told == outcomes[1].changes.told, "step \(step)")
      #expect(outcomes[1].changes.recognized == 0)
      let (left, right) = (try quick.dump(), try whole.dump())
      #expect(left == right, "step \(step): \(Set(left).symmetricDifference(right).sorted())")
      recognized.append(outcomes[0].changes.recognized)
      world.live(step)
    }
    // Most rows of most steps were not read; of a shuffled file all were.
    #expect(recognized.filter { $0 > 200 }.count >= 9, "\(recognized)")
  }

  @Test(
    "A file that has grown is known by its beginnings, and leaves the archive of a run that reads every row"
  )
  func grown() throws {
    let (quick, whole) = (try Reader(Workplace.snapshot), try Reader(Workplace.snapshot))
    var world = World(seed: 3, rows: 50)
    let wide = String(repeating: "x", count: 32_000)
    for number in 0..<66 { world.rows.append(Table.row("w\(number)", "2025-03-01", note: wide)) }
    var known: [Set<ShortDigest>] = []
    for step in 0..<3 {
      let files = ["a.csv": Table.of(world.rows)]
      let outcome = try quick.takeIn(files, forgets: false)
      _ = try whole.takeIn(files, forgets: true)
      #expect(try quick.dump() == whole.dump(), "step \(step)")
      #expect(step == 0 || outcome.changes.recognized > 66)
      known.append(try quick.knownBeginnings())
      world.rows.insert(world.row(), at: step == 0 ? world.rows.count : 1)
    }
    // A piece is a mebibyte, and there are two and a bit.
    #expect(known[0].count == 3 && known[1].intersection(known[0]).count == 2)
    #expect(known[2].isDisjoint(with: known[1]))
  }

  @Test(
    "A file that has grown and was changed far from its first row leaves the archive of a run that reads every row"
  )
  func grownAndChanged() throws {
    let (quick, whole) = (try Reader(Workplace.snapshot), try Reader(Workplace.snapshot))
    var world = World(seed: 17, rows: 50)
    let wide = String(repeating: "x", count: 32_000)
    for number in 0..<100 { world.rows.append(Table.row("w\(number)", "2025-03-01", note: wide)) }
    for step in 0..<4 {
      let files = ["a.csv": Table.of(world.rows)]
      let outcome = try quick.takeIn(files, forgets: false)
      _ = try whole.takeIn(files, forgets: true)
      #expect(try quick.dump() == whole.dump(), "step \(step)")
      #expect(step == 0 || outcome.changes.recognized > 100)
      // In the second piece as long as before, in the last one longer, and in no piece.
      let changed = [130, 145, 149][step % 3]
      world.rows[changed] = Table.row("c\(step)", "2025-04-01", note: step == 1 ? wide + "x" : wide)
      for _ in 0..<5 { world.rows.append(world.row()) }
    }
  }

  @Test("A large file whose last row has no line end is told again beside one that has changed")
  func openEnd() throws {
    let (quick, whole) = (try Reader(Workplace.snapshot), try Reader(Workplace.snapshot))
    let wide = String(repeating: "x", count: 32_000)
    let rows = (0..<34).map { Table.row("w\($0)", "2025-03-01", note: wide) }
    var world = World(seed: 13, rows: 20)
    for step in 0..<2 {
      let files = ["a.csv": String(Table.of(rows).dropLast()), "b.csv": Table.of(world.rows)]
      let outcome = try quick.takeIn(files, forgets: false)
      _ = try whole.takeIn(files, forgets: true)
      #expect(outcome.changes.deleted == 0)
      #expect(try quick.dump() == whole.dump(), "step \(step)")
      world.rows.append(world.row())
    }
  }

  @Test("Another header, line end, mapping of time or damaged table makes every row be read again")
  func fallback() throws {
    var world = World(seed: 5, rows: 300)
    let text = Table.of(world.rows)
    let reader = try Reader(Workplace.snapshot)
    #expect(try reader.takeIn(["a.csv": text], forgets: false).changes.recognized == 0)
    world.rows.append(world.row())
    let more = Table.of(world.rows)
    func recognized(_ text: String) throws -> Int {
      try reader.takeIn(["a.csv": text], forgets: false).changes.recognized
    }
    #expect(try recognized(more) > 200)
    #expect(try recognized(more.replacing(",witness\n", with: ",witness,more\n")) == 0)
    #expect(try recognized(more) == 0)
    #expect(try recognized(more.replacing("\n", with: "\r\n")) == 0)
    #expect(try recognized(more) == 0)
    reader.work.configuration = Workplace.snapshot + "\ntime_zone = \"Europe/Berlin\""
    #expect(try recognized(more) == 0)
    #expect(try recognized(text) > 200)
    try reader.archive.run {
      try $0.execute(sql: "UPDATE stretches SET bytes = zeroblob(length(bytes))")
    }
    #expect(try recognized(more) == 0)
  }

  @Test("A source that told what is new, and now tells everything, ends all that it does not tell")
  func otherMeaning() throws {
    let (quick, whole) = (try Reader(Workplace.increment), try Reader(Workplace.increment))
    var world = World(seed: 9, rows: 300)
    for step in 0..<4 {
      if step == 2 {
        for reader in [quick, whole] { reader.work.configuration = Workplace.snapshot }
      }
      let files = ["a.csv": Table.of(world.rows)]
      _ = try quick.takeIn(files, forgets: false)
      let outcome = try whole.takeIn(files, forgets: true)
      if step == 2 { #expect(outcome.changes.deleted > 10) }
      #expect(try quick.dump() == whole.dump(), "step \(step)")
      world.rows.removeLast(20)
    }
  }

  @Test("A text that is not cut where its rows end is read in the ordinary way")
  func strayQuotes() throws {
    let (quick, whole) = (try Reader(Workplace.snapshot), try Reader(Workplace.snapshot))
    var world = World(seed: 7, rows: 300)
    for text in ["5\" shells", "\"open", "a\rb"] {
      world.rows[200] = Table.row("odd", "2025-03-01", note: text)
      world.rows[250] = Table.row("odd2", "2025-03-01", note: text)
      let files = ["a.csv": Table.of(world.rows)]
      _ = try quick.takeIn(files, forgets: false)
      _ = try whole.takeIn(files, forgets: true)
      #expect(try quick.dump() == whole.dump(), "\(text)")
    }
  }

  @Test("What was forgotten leaves no trace in the stretches, and is refused again")
  func forgotten() throws {
    let reader = try Reader(Workplace.snapshot)
    var world = World(seed: 5, rows: 100)
    world.rows.insert(Table.row("person", "2025-03-01"), at: 90)
    _ = try reader.takeIn(["a.csv": Table.of(world.rows)], forgets: false)
    try reader.archive.forget(RecordKey(source: "S", id: "person"))
    let count = try reader.archive.run {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM stretches")
    }
    #expect(count == 0)
    for _ in 0..<2 {
      world.rows.append(world.row())
      let outcome = try reader.takeIn(["a.csv": Table.of(world.rows)], forgets: false)
      #expect(outcome.changes.forgotten == 1)
    }
  }
}
