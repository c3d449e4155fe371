import Testing
import WithholdingSamples

@testable import Withholding

@Suite("D4: a table in terms of its inner figures")
struct InnerFormTests {
  /// The components of a made-up country of which small figures alone are withheld, with the true
  /// values of their variables.
  /// - Parameter alsoHiding: whether two of three of the others are withheld as well, so that
  ///   something can change.
  private func components(
    _ seed: UInt64, alsoHiding: Bool = false
  ) throws -> [(OpenComponent, [Int])] {
    let table = SampleCountry.small([3, 7, 12], records: 120, seed: seed).table().table
    let isHidden = table.cells.enumerated().map { number, cell in
      cell.fate == .withheld || alsoHiding && cell.value > 0 && number % 3 > 0
    }
    let known = KnownTable(table, isHidden: isHidden)
    let system = try OpenSystem(known)
    return system.components(table.cells.map { _ in 4 }).map { component in
      (component, component.origin.map { table.cells[$0].value })
    }
  }

  @Test("the true figures follow from the inner ones, and hold all rows", arguments: [1, 2, 3])
  func values(seed: UInt64) throws {
    let components = try components(seed)
    #expect(!components.isEmpty)
    for (component, truth) in components {
      let form = InnerForm(component)
      let inner = form.inner.map { truth[$0] }
      #expect(form.values(inner) == truth)
      #expect(form.rows.allSatisfy { $0.value(inner) == 0 })
    }
  }

  @Test("inner figures that hold the rows between them make a table that holds all of them")
  func tables() throws {
    for (component, truth) in try components(4) {
      let form = InnerForm(component)
      #expect(form.inner.count < truth.count)
      var budget = 1_000
      let start = try StartFinder(component, form, reach: 8).start(&budget)
      guard case .found(let table) = start else {
        Issue.record("no table was found")
        continue
      }
      #expect(component.holds(table))
      // It comes from what is shown alone, so it is not the true one.
      #expect(table != truth)
    }
  }

  @Test("a block has the figures next to a figure, and all of their rows")
  func blocks() throws {
    for (component, _) in try components(5) {
      let form = InnerForm(component)
      var finder = BlockFinder(form)
      for variable in component.origin.indices {
        let block = finder.around(variable, size: 20)
        let inner = Set(block.inner)
        #expect(inner.count == block.inner.count && inner.count <= 20)
        let touched = form.rows.indices.filter { row in
          form.rows[row].terms.contains { inner.contains(Int($0.inner)) }
        }
        #expect(block.rows.sorted() == touched)
      }
    }
  }

  @Test("blocks that are apart have no figure in common, and leave no figure asked for without one")
  func apart() throws {
    for (component, _) in try components(6) {
      let form = InnerForm(component)
      var finder = BlockFinder(form)
      let all = Array(component.origin.indices)
      let blocks = finder.apart(all, size: 10)
      let inner = blocks.flatMap(\.inner)
      #expect(Set(inner).count == inner.count)
      #expect(blocks.allSatisfy { $0.inner.count <= 10 })
      for variable in all {
        let terms = form.sums[variable].terms.map { Int($0.inner) }
        #expect(terms.isEmpty || terms.contains(where: Set(inner).contains))
      }
    }
  }

  @Test(
    "a change of a few figures is let through just where the whole table holds", arguments: [1, 2])
  func changes(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var outcomes = (held: 0, broke: 0)
    for (component, truth) in try components(seed, alsoHiding: true) {
      let form = InnerForm(component)
      var finder = BlockFinder(form)
      for variable in component.origin.indices {
        let block = finder.around(variable, size: 40)
        var program = try ChangeProgram(component, form, truth, block, .thrifty)
        var budget = 100
        let strengths = form.strengths(pulling: variable, 1, in: block)
        guard var steps = try program.steps(pulling: strengths, &budget) else { continue }
        for _ in 0..<2 {
          var inner = form.inner.map { truth[$0] }
          for step in steps { inner[step.inner] += step.amount }
          let (table, change) = (form.values(inner), form.change(component, truth, by: steps))
          #expect((change != nil) == component.holds(table))
          guard let change else {
            outcomes.broke += 1
            continue
          }
          #expect(truth.indices.allSatisfy { truth[$0] + change.amount(of: $0) == table[$0] })
          if !change.variables.isEmpty { outcomes.held += 1 }
          steps[Int(random.next() % UInt64(steps.count))].amount += 1
        }
      }
    }
    #expect(outcomes.held > 0 && outcomes.broke > 0)
  }
}
