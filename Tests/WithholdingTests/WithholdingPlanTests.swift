import Testing
import Withholding

@Suite("D3, D4: withholding")
struct WithholdingPlanTests {
  /// All of what is promised, checked by trying every table of whole numbers.
  private func check(_ tiny: TinyTable, cap: Int) async throws -> WithholdingPlan {
    let plan = try await WithholdingPlan(
      tiny.table, threshold: tiny.threshold, guardsInsiders: false)
    let possible = tiny.possible(plan.isHidden, cap: cap)
    for (cell, figure) in tiny.table.cells.enumerated() where figure.role == .figure {
      #expect(figure.fate != .withheld || plan.isHidden[cell], "primary cell \(cell)")
      #expect(figure.value != 0 || !plan.isHidden[cell], "zero in cell \(cell)")
      guard plan.isHidden[cell] else { continue }
      #expect(possible[cell].contains(figure.value))
      #expect(
        possible[cell].count >= tiny.threshold,
        "cell \(cell) can only be \(possible[cell].sorted())")
    }
    return plan
  }

  @Test("a figure that alone is missing from a shown sum gets company")
  func lonely() async throws {
    let plan = try await check(.list([3, 10, 20]), cap: 40)
    #expect(plan.isHidden.count(where: { $0 }) == 2)
  }

  @Test("what an insider has learned from what was told before does not stop a release, news does")
  func toldBefore() async throws {
    for isNews in [false, true] {
      var table = FigureTable()
      let total = table.add(FigureTable.Cell(value: 51, fate: .known))
      let parts = [45, 6].map { value in
        var cell = FigureTable.Cell(value: value, fate: .withheld, isOneRecord: true)
        cell.wasWithheld = !isNews
        return table.add(cell)
      }
      table.tie(total, toSumOf: parts)
      if isNews {
        await #expect(throws: WithholdingError.self) {
          try await WithholdingPlan(table, threshold: 5)
        }
      } else {
        let plan = try await WithholdingPlan(table, threshold: 5)
        #expect(plan.isHidden == [false, true, true])
      }
    }
  }

  @Test("what a figure tells an insider that was not known before stops a release")
  func toldNow() async throws {
    var table = FigureTable()
    var sum = FigureTable.Cell(value: 51, fate: .known)
    sum.isNews = true
    let total = table.add(sum)
    let parts = [45, 6].map { value in
      var cell = FigureTable.Cell(value: value, fate: .withheld, isOneRecord: true)
      cell.wasWithheld = true
      return table.add(cell)
    }
    table.tie(total, toSumOf: parts)
    await #expect(throws: WithholdingError.unprotected(cells: [parts[1]])) {
      try await WithholdingPlan(table, threshold: 5)
    }
  }

  @Test("an attack from elsewhere makes a plan withhold more, or give up")
  func assault() async throws {
    let tiny = TinyTable.list([3, 10, 20, 30])
    let plain = try await WithholdingPlan(tiny.table, threshold: 5)
    let small = try #require(tiny.table.cells.firstIndex { $0.fate == .withheld })
    let count = plain.isHidden.count { $0 }
    let more = try await WithholdingPlan(
      tiny.table, threshold: 5,
      repelling: { isHidden in isHidden.count { $0 } > count ? [] : [small] })
    #expect(more.isHidden.count { $0 } > count)
    await #expect(throws: WithholdingError.unprotected(cells: [small])) {
      try await WithholdingPlan(tiny.table, threshold: 5, repelling: { _ in [small] })
    }
  }

  @Test("0 = x + x + 0: below a zero everything is shown")
  func zeroSum() async throws {
    let plan = try await WithholdingPlan(TinyTable.list([0, 0, 0]).table, threshold: 5)
    #expect(!plan.isHidden.contains(true))
  }

  @Test("15 = 10 + 3 + x + x: two figures that sum to 2 do not hide each other")
  func onesOnly() async throws {
    let plan = try await check(.list([10, 3, 1, 1]), cap: 20)
    #expect(plan.isHidden[0] || plan.isHidden[4])
  }

  @Test("a figure that is the same as its sum is hidden with it")
  func same() async throws {
    var tiny = TinyTable()
    let (part, zero, other) = (tiny.add(3), tiny.add(0), tiny.add(9))
    let (sum, total) = (tiny.add(3), tiny.add(12))
    tiny.table.tie(sum, toSumOf: [part, zero])
    tiny.table.tie(total, toSumOf: [sum, other])
    let plan = try await check(tiny, cap: 30)
    #expect(plan.isHidden[part] && plan.isHidden[sum])
  }

  @Test(
    "a table with margins in two directions",
    arguments: [
      [[1, 9], [7, 9]],
      [[1, 9, 8], [7, 9, 6]],
      [[4, 4], [4, 4]],
      [[1, 1], [1, 9]],
      [[0, 3, 0], [2, 0, 0], [0, 0, 6]],
    ])
  func margins(rows: [[Int]]) async throws {
    _ = try await check(.matrix(rows), cap: 13)
  }

  @Test("two tables that share a margin do not betray each other's figures")
  func linked() async throws {
    // Region by month and region by kind: the region sums are the same figures.
    var tiny = TinyTable()
    let months = [[tiny.add(3), tiny.add(9)], [tiny.add(12), tiny.add(8)]]
    let kinds = [[tiny.add(5), tiny.add(7)], [tiny.add(18), tiny.add(2)]]
    for region in 0..<2 {
      let sum = tiny.add([12, 20][region], loss: 3)
      tiny.table.tie(sum, toSumOf: months[region])
      tiny.table.tie(sum, toSumOf: kinds[region])
    }
    let plan = try await check(tiny, cap: 20)
    #expect(plan.isHidden[months[0][0]] && plan.isHidden[kinds[1][1]])
  }

  @Test("a figure that is the only difference between two zones is not given away by them")
  func zones() async throws {
    var tiny = TinyTable()
    let regions = [tiny.add(3), tiny.add(14), tiny.add(11)]
    let (wide, narrow) = (tiny.add(28, loss: 3), tiny.add(25, loss: 3))
    tiny.table.tie(wide, toSumOf: regions)
    tiny.table.tie(narrow, toSumOf: Array(regions.dropFirst()))
    let plan = try await check(tiny, cap: 40)
    #expect(plan.isHidden[wide] || plan.isHidden[narrow])
  }

  @Test("an inequality gives no figure away, and what it bounds keeps its range")
  func inequality() async throws {
    var tiny = TinyTable()
    let (small, large, rest) = (tiny.add(3), tiny.add(40), tiny.add(12))
    tiny.table.tie(large, isAtLeast: small)
    tiny.table.tie(tiny.add(15), toSumOf: [small, rest])
    _ = try await check(tiny, cap: 41)
  }

  @Test("who knows the one record of a figure does not learn another primary one")
  func insiders() async throws {
    var tiny = TinyTable()
    let parts = [
      tiny.add(3, isOneRecord: true), tiny.add(4, isOneRecord: true), tiny.add(20), tiny.add(30),
    ]
    tiny.table.tie(tiny.add(57, loss: 3), toSumOf: parts)
    let outside = try await WithholdingPlan(tiny.table, threshold: 5, guardsInsiders: false)
    #expect(outside.isHidden.count(where: { $0 }) == 2)
    let plan = try await WithholdingPlan(tiny.table, threshold: 5)
    for known in parts.prefix(2) {
      var isHidden = plan.isHidden
      isHidden[known] = false
      for (cell, values) in tiny.possible(isHidden, cap: 40).enumerated() where isHidden[cell] {
        #expect(values.count >= 2, "whoever knows cell \(known) learns cell \(cell)")
      }
    }
  }

  @Test("one record's figure under two names is the insider's own, and refuses nothing")
  func insidersOwn() async throws {
    var tiny = TinyTable()
    let flows = [tiny.add(2, isOneRecord: true), tiny.add(1, isOneRecord: true)]
    let weeks = [tiny.add(2, isOneRecord: true), tiny.add(1, isOneRecord: true)]
    let departed = tiny.add(3)
    tiny.table.tie(departed, toSumOf: flows)
    tiny.table.tie(departed, toSumOf: weeks)
    tiny.table.tie(weeks[1], toSumOf: [flows[1]])
    let plan = try await WithholdingPlan(tiny.table, threshold: 5)
    #expect(plan.isHidden == [true, true, true, true, true])
  }

  @Test("a figure that is withheld only because it was before need not be kept from insiders")
  func kept() async throws {
    var table = FigureTable()
    let own = table.add(.init(value: 2, fate: .withheld, isOneRecord: true))
    var before = FigureTable.Cell(value: 8, fate: .withheld)
    before.isKept = true
    let kept = table.add(before)
    table.tie(table.add(.init(value: 10, fate: .known)), toSumOf: [own, kept])
    let plan = try await WithholdingPlan(table, threshold: 5)
    #expect(plan.isHidden == [true, true, false])
  }

  @Test("a figure that lies a known number above one record's is no insider's own")
  func insidersNeighbor() async throws {
    var table = FigureTable()
    let own = table.add(.init(value: 2, fate: .withheld, isOneRecord: true))
    let known = table.add(.init(value: 30, fate: .known))
    let sum = table.add(.init(value: 32, fate: .withheld))
    table.tie(sum, toSumOf: [own, known])
    await #expect(throws: WithholdingError.unprotected(cells: [sum])) {
      try await WithholdingPlan(table, threshold: 5)
    }
  }

  @Test("a table whose sums do not fit is refused, with the cell named")
  func inconsistent() async throws {
    var orphan = TinyTable()
    let (parent, zero) = (orphan.add(7), orphan.add(0))
    orphan.table.tie(parent, toSumOf: [zero])
    await #expect(throws: WithholdingError.inconsistent(cell: parent)) {
      try await WithholdingPlan(orphan.table, threshold: 5)
    }
    var circle = TinyTable()
    let (a, b, c, d) = (circle.add(9), circle.add(9), circle.add(9), circle.add(9))
    circle.table.tie(a, toSumOf: [b, c])
    circle.table.tie(b, toSumOf: [a, d])
    await #expect(throws: WithholdingError.inconsistent(cell: a)) {
      try await WithholdingPlan(circle.table, threshold: 5)
    }
    var missing = TinyTable()
    missing.table.tie(missing.add(3), toSumOf: [8])
    await #expect(throws: WithholdingError.inconsistent(cell: 8)) {
      try await WithholdingPlan(missing.table, threshold: 5)
    }
  }

  @Test("a figure that nothing else depends on can be withheld alone")
  func alone() async throws {
    var tiny = TinyTable()
    _ = tiny.add(3)
    #expect(try await WithholdingPlan(tiny.table, threshold: 5).isHidden == [true])
  }

  @Test("what is known already hides nothing, and cannot be hidden")
  func known() async throws {
    var table = FigureTable()
    let parts = [(3, FigureTable.Cell.Fate.withheld), (20, .known), (30, .open)].map {
      table.add(FigureTable.Cell(value: $0.0, fate: $0.1, loss: Double($0.0)))
    }
    table.tie(table.add(FigureTable.Cell(value: 53, loss: 90)), toSumOf: parts)
    let plan = try await WithholdingPlan(table, threshold: 5)
    #expect(plan.isHidden == [true, false, true, false])
    var lost = FigureTable()
    let all = [(3, FigureTable.Cell.Fate.withheld), (20, .known), (23, .known)].map {
      lost.add(FigureTable.Cell(value: $0.0, fate: $0.1))
    }
    lost.tie(all[2], toSumOf: [all[0], all[1]])
    await #expect(throws: WithholdingError.unprotected(cells: [0])) {
      try await WithholdingPlan(lost, threshold: 5)
    }
  }

  @Test("D5: a figure withheld before stays withheld when it has become 0")
  func sticky() async throws {
    var table = FigureTable()
    var gone = FigureTable.Cell(value: 0, fate: .withheld)
    gone.mayBeZero = true
    let parts = [table.add(gone), table.add(.init(value: 20)), table.add(.init(value: 30))]
    table.tie(table.add(FigureTable.Cell(value: 50, loss: 9)), toSumOf: parts)
    let plan = try await WithholdingPlan(table, threshold: 5)
    #expect(plan.isHidden[parts[0]] && plan.isHidden.count { $0 } == 2)
    let attack = try await Attack(KnownTable(table, isHidden: plan.isHidden), threshold: 5)
    #expect(attack.isRepelled)
  }

  @Test("a cell's own threshold counts before the table's")
  func ownThreshold() async throws {
    var table = FigureTable()
    var wide = FigureTable.Cell(value: 3, fate: .withheld)
    wide.threshold = 30
    let parts = [
      table.add(wide), table.add(.init(value: 12)), table.add(.init(value: 40, loss: 2)),
    ]
    table.tie(table.add(FigureTable.Cell(value: 55, loss: 9)), toSumOf: parts)
    let plan = try await WithholdingPlan(table, threshold: 5)
    #expect(plan.isHidden[2] || plan.isHidden[3])
  }

  @Test("a budget that is used up refuses, with the cells that are not shown to be safe")
  func budget() async throws {
    await #expect(throws: WithholdingError.unprotected(cells: [0, 1])) {
      try await WithholdingPlan(
        TinyTable.list([3, 10, 20]).table, threshold: 5,
        budget: WithholdingBudget(mostPrograms: 0))
    }
  }
}
