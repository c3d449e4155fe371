import LinearPrograms
import Testing

@Suite("Linear programs")
struct LinearSolverTests {
  typealias Term = LinearSystem.Term

  /// The value alone, to a millionth.
  private func value(_ answer: LinearAnswer) -> Double? {
    guard case .optimal(let value, _) = answer else { return nil }
    return (value * 1e6).rounded() / 1e6
  }

  /// `x0 + x1 + … = total`, all at least `floor`.
  private func sum(_ count: Int, of total: Double, floor: Double = 0) -> LinearSystem {
    var system = LinearSystem()
    let terms = (0..<count).map { _ in Term(system.addVariable(lower: floor)) }
    system.addRow(terms, equals: total)
    return system
  }

  @Test("two hidden parts of 7 reach from 1 to 6", arguments: [0, 1])
  func interval(variable: Int) throws {
    var solver = try LinearSolver(sum(2, of: 7, floor: 1))
    #expect(value(try solver.minimize([Term(variable)])) == 1)
    #expect(value(try solver.maximize([Term(variable)])) == 6)
  }

  @Test("both methods come to the same end", arguments: [0, 1])
  func methods(variable: Int) throws {
    for method in [LinearSolver.Method.primal, .dual] {
      var solver = try LinearSolver(sum(2, of: 7, floor: 1))
      #expect(value(try solver.maximize([Term(variable)], by: method)) == 6)
      #expect(value(try solver.minimize([Term(variable)], by: method)) == 1)
    }
  }

  @Test("a basis is kept between objectives and spoils none of them")
  func manyObjectives() throws {
    var solver = try LinearSolver(sum(50, of: 100, floor: 1))
    for variable in 0..<50 {
      #expect(value(try solver.maximize([Term(variable)])) == 51)
      #expect(value(try solver.minimize([Term(variable)])) == 1)
    }
  }

  @Test("the values of an optimum satisfy the system")
  func solution() throws {
    var system = LinearSystem()
    let (x, y) = (system.addVariable(), system.addVariable(upper: 3))
    system.addRow([Term(x), Term(y, times: 2)], lower: -.infinity, upper: 10)
    system.addRow([Term(x), Term(y, times: -1)], lower: 1, upper: .infinity)
    var solver = try LinearSolver(system)
    // The corner of x + 2y = 10 and y = 3, by hand.
    let answer = try solver.maximize([Term(x), Term(y, times: 3)])
    #expect(answer == .optimal(value: 13, variables: [4, 3]))
  }

  @Test("both methods find the same least cost, or that there is none", arguments: [1.0, 5])
  func methods(total: Double) throws {
    var system = sum(3, of: total, floor: 1)
    system.addRow([Term(0), Term(1, times: -1)], lower: 1, upper: .infinity)
    var primal = try LinearSolver(system)
    var dual = try LinearSolver(system)
    let costs = [Term(0, times: 3), Term(1, times: 2), Term(2)]
    let answer = try dual.minimize(costs, by: .dual)
    #expect(try primal.minimize(costs) == answer)
    // 2 + 1 + 2 people at 3, 2 and 1 each; three who are at least 1 are not 1 together.
    #expect(answer == (total == 5 ? .optimal(value: 10, variables: [2, 1, 2]) : .infeasible))
  }

  @Test("a system without a solution is called infeasible, before and after another objective")
  func infeasible() throws {
    var solver = try LinearSolver(sum(3, of: 2, floor: 1))
    #expect(try solver.minimize([Term(0)]) == .infeasible)
    #expect(try solver.maximize([Term(1)]) == .infeasible)
  }

  @Test("an objective without an end is called unbounded")
  func unbounded() throws {
    var system = LinearSystem()
    let (x, y) = (system.addVariable(), system.addVariable())
    system.addRow([Term(x), Term(y, times: -1)], equals: 0)
    var solver = try LinearSolver(system)
    #expect(try solver.maximize([Term(x)]) == .unbounded)
    #expect(value(try solver.minimize([Term(x)])) == 0)
  }

  @Test("a system without rows is bounded by its variables alone")
  func noRows() throws {
    var system = LinearSystem()
    let x = system.addVariable(lower: -2, upper: 5)
    var solver = try LinearSolver(system)
    #expect(value(try solver.maximize([Term(x)])) == 5)
    #expect(value(try solver.minimize([Term(x)])) == -2)
  }

  @Test("moved bounds hold for the objectives that follow")
  func movedBounds() throws {
    var solver = try LinearSolver(sum(2, of: 7))
    #expect(value(try solver.maximize([Term(0)])) == 7)
    try solver.bound(1, lower: 3, upper: 3)
    #expect(value(try solver.maximize([Term(0)])) == 4)
    #expect(value(try solver.minimize([Term(0)])) == 4)
    try solver.bound(1, lower: 0, upper: .infinity)
    #expect(value(try solver.minimize([Term(0)])) == 0)
  }

  @Test("a solver that runs out of steps says that it is unsure")
  func outOfSteps() throws {
    var system = LinearSystem()
    let terms = (0..<30).map { _ in Term(system.addVariable(lower: 0, upper: 2)) }
    for first in 0..<28 { system.addRow(Array(terms[first..<first + 3]), lower: 1, upper: 4) }
    var solver = try LinearSolver(system, mostSteps: 1)
    #expect(try solver.maximize(terms) == .unsure)
  }

  @Test("a malformed system is refused before the library sees it")
  func malformed() throws {
    var crossed = LinearSystem()
    _ = crossed.addVariable(lower: 2, upper: 1)
    var crossedRow = sum(2, of: 1)
    crossedRow.addRow([Term(0)], lower: 2, upper: 1)
    var unknown = sum(2, of: 1)
    unknown.addRow([Term(2)], equals: 1)
    var twice = sum(2, of: 1)
    twice.addRow([Term(1), Term(1)], equals: 1)
    var notANumber = sum(2, of: 1)
    notANumber.addRow([Term(0, times: .nan)], equals: 1)
    for system in [LinearSystem(), crossed, crossedRow, unknown, twice, notANumber] {
      #expect(throws: LinearProgramError.self) { _ = try LinearSolver(system) }
    }
    var solver = try LinearSolver(sum(2, of: 1))
    #expect(throws: LinearProgramError.malformed("the objective at variable 9")) {
      _ = try solver.maximize([Term(9)])
    }
    #expect(throws: LinearProgramError.malformed("bounds of variable 0")) {
      try solver.bound(0, lower: 2, upper: 1)
    }
  }
}
