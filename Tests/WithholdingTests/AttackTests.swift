import Testing
import Withholding
import WithholdingSamples

@Suite("D4: the attacker")
struct AttackTests {
  private func known(_ values: [Int?], total: Int?) -> KnownTable {
    var table = KnownTable()
    let parts = values.map { table.add($0.map { .shown($0) } ?? .withheld()) }
    table.tie(table.add(total.map { .shown($0) } ?? .withheld()), toSumOf: parts)
    return table
  }

  @Test("a figure alone missing from a sum is found")
  func lonely() async throws {
    let attack = try await Attack(known([nil, 10, 20], total: 33), threshold: 5)
    #expect(attack.findings == [.narrow(3...3), nil, nil, nil])
    #expect(attack.failures == [0] && !attack.isRepelled)
  }

  @Test("15 = 10 + 3 + x + x: both are found, as neither is 0")
  func ones() async throws {
    let attack = try await Attack(known([10, 3, nil, nil], total: 15), threshold: 5)
    #expect(attack.findings == [nil, nil, .narrow(1...1), .narrow(1...1), nil])
  }

  @Test("a range is told where it is too narrow, and only there")
  func narrow() async throws {
    let attack = try await Attack(known([nil, nil, 3], total: 8), threshold: 5)
    #expect(attack.findings == [.narrow(1...4), .narrow(1...4), nil, nil])
    #expect(try await Attack(known([nil, nil, 3], total: 9), threshold: 5).isRepelled)
    #expect(try await Attack(known([nil, 7, 3], total: nil), threshold: 5).isRepelled)
  }

  @Test("whole numbers count: where only halves lie between, the range ends before them")
  func integrality() async throws {
    var table = KnownTable()
    let cells = (0..<3).map { _ in table.add(.withheld()) }
    // Each two of three come to 7: all would be 3.5.
    for (one, other) in [(0, 1), (1, 2), (0, 2)] {
      table.tie(table.add(.shown(7)), toSumOf: [cells[one], cells[other]])
    }
    let attack = try? await Attack(table, threshold: 5)
    #expect(attack?.isRepelled != true)
  }

  @Test("a bound that sums have of their own counts, although no row says it")
  func caps() async throws {
    // No two of three come to more than 7, so all come to 10 at most.
    for (threshold, finding) in [(8, Attack.Finding.wide), (9, .narrow(3...10))] {
      var table = KnownTable()
      let cells = (0..<3).map { _ in table.add(.withheld()) }
      for pair in [[0, 1], [1, 2], [0, 2]] {
        table.tie(table.add(.unknown(least: 0, most: 7)), toSumOf: pair.map { cells[$0] })
      }
      let total = table.add(.withheld(threshold: threshold))
      table.tie(total, toSumOf: cells)
      #expect(try await Attack(table, threshold: 5).findings[total] == finding)
    }
  }

  @Test("a cell's own threshold and least count before the table's")
  func ownTerms() async throws {
    var table = KnownTable()
    let parts = [
      table.add(.withheld(threshold: 3)), table.add(.withheld(least: 0)), table.add(.shown(1)),
    ]
    table.tie(table.add(.shown(5)), toSumOf: parts)
    let attack = try await Attack(table, threshold: 5)
    #expect(attack.findings == [.wide, .narrow(0...3), nil, nil])
  }

  @Test("a table that no numbers fit is called so")
  func inconsistent() async throws {
    await #expect(throws: WithholdingError.self) {
      try await Attack(known([nil, 10, 20], total: 29), threshold: 5)
    }
    await #expect(throws: WithholdingError.self) {
      try await Attack(known([4, 10, 20], total: 33), threshold: 5)
    }
    // The rows say 30, the columns 31: no single sum is wrong.
    var table = KnownTable()
    let cells = (0..<4).map { _ in table.add(.withheld()) }
    for (parts, total) in [([0, 1], 10), ([2, 3], 20), ([0, 2], 15), ([1, 3], 16)] {
      table.tie(table.add(.shown(total)), toSumOf: parts.map { cells[$0] })
    }
    await #expect(throws: WithholdingError.self) { try await Attack(table, threshold: 5) }
    var missing = KnownTable()
    missing.tie(missing.add(.shown(3)), toSumOf: [8])
    await #expect(throws: WithholdingError.inconsistent(cell: 8)) {
      try await Attack(missing, threshold: 5)
    }
    var endless = KnownTable()
    endless.tie(endless.add(.shown(.min)), toSumOf: [endless.add(.shown(.max))])
    await #expect(throws: WithholdingError.self) { try await Attack(endless, threshold: 5) }
  }

  @Test("sums that double and double again are attacked like others", arguments: [24, 70])
  func doubling(times: Int) async throws {
    var table = KnownTable()
    let first = table.add(.withheld())
    var last = first
    for _ in 0..<times {
      let (other, next) = (table.add(.withheld()), table.add(.withheld()))
      table.tie(next, toSumOf: [last, last, other])
      last = next
    }
    table.tie(table.add(.shown(1 << 28)), toSumOf: [last, table.add(.withheld())])
    guard times < 28 else {
      // No numbers fit: the last figure would be more than is shown.
      await #expect(throws: WithholdingError.self) { try await Attack(table, threshold: 5) }
      return
    }
    let attack = try await Attack(table, threshold: 5)
    #expect(attack.findings[first] == .wide && attack.isRepelled)
  }

  private func country(_ seed: UInt64) -> SampleCountry {
    .small([3, 7], periods: 3, categories: 2, records: 60, seed: seed)
  }

  @Test("it breaks what withholds small figures alone, and no plan", arguments: [1, 2, 3])
  func country(seed: UInt64) async throws {
    let table = country(seed).table().table
    let small = table.cells.map { $0.fate == .withheld }
    let broken = try await Attack(KnownTable(table, isHidden: small), threshold: 5)
    #expect(!broken.isRepelled)
    for (cell, finding) in broken.findings.enumerated() {
      if case .narrow(let range) = finding { #expect(range.contains(table.cells[cell].value)) }
    }
    let plan = try await WithholdingPlan(table, threshold: 5)
    let attack = try await Attack(KnownTable(table, isHidden: plan.isHidden), threshold: 5)
    #expect(attack.failures.isEmpty)
  }
}
