import Records
import Testing

@Suite("F1: a figure is a number with its range; unknown is not 0")
struct FigureTests {
  private static func quantity(_ number: Int?) -> Quantity? { number.map { Quantity($0) } }

  private func isFigure(_ figure: Figure, _ low: Int?, _ best: Int?, _ high: Int?) -> Bool {
    figure.low == Self.quantity(low) && figure.best == Self.quantity(best)
      && figure.high == Self.quantity(high)
  }

  @Test(
    "what a qualifier says of the bounds",
    arguments: [
      (Figure.Qualifier.exact, 5, 5), (.atLeast, 5, nil), (.atMost, nil, 5), (.about, nil, nil),
      (.unstated, nil, nil), (.word("dozens"), nil, nil),
    ] as [(Figure.Qualifier, Int?, Int?)])
  func qualifiers(qualifier: Figure.Qualifier, low: Int?, high: Int?) {
    let figure = Figure(Quantity(5), qualifier)
    #expect(isFigure(figure, low, 5, high))
    #expect(figure.qualifier == qualifier)
  }

  @Test(
    "bounds that the source gives win over those of the qualifier",
    arguments: [Figure.Qualifier.exact, .atLeast, .atMost, .about, .unstated, .word("hundreds")])
  func givenBounds(qualifier: Figure.Qualifier) {
    let figure = Figure(Quantity(5), qualifier, low: Quantity(3), high: Quantity(9))
    #expect(isFigure(figure, 3, 5, 9))
  }

  @Test("without a number an exact figure knows nothing")
  func nothing() {
    #expect(isFigure(Figure(nil, .exact), nil, nil, nil))
    #expect(isFigure(Figure.exactly(7), 7, 7, 7))
  }

  @Test("a word gives the smallest number it can mean, unless a bound is given")
  func word() {
    #expect(isFigure(Figure(nil, .word("Dozens")), 24, nil, nil))
    #expect(isFigure(Figure(nil, .word("dozens"), low: Quantity(30)), 30, nil, nil))
    #expect(isFigure(Figure(nil, .word("dozens"), high: Quantity(90)), 24, nil, 90))
    #expect(isFigure(Figure(nil, .word("oodles")), nil, nil, nil))
  }

  @Test(
    "the smallest number that a word can mean",
    arguments: [
      ("some", 2), ("several", 3), ("tens", 20), ("dozens", 24), ("scores", 40),
      ("hundreds", 200), ("Thousands", 2000), ("tens of thousands", 20_000),
      ("hundreds of thousands", 200_000), ("millions", 2_000_000), ("عشرات", 20), ("مئات", 200),
      ("آلاف", 2000), ("عشرات الآلاف", 20_000), ("many", nil), ("", nil), ("12", nil),
    ])
  func words(word: String, number: Int?) {
    #expect(Figure.smallestNumber(meantBy: word) == Self.quantity(number))
  }

  @Test(
    "a broken range is widened to hold all its numbers; an open bound stays open",
    arguments: [
      ([1, 2, 3], nil), ([2, 2, 2], nil), ([nil, 2, nil], nil), ([nil, nil, nil], nil),
      ([3, 2, 5], [2, 2, 5]), ([1, 7, 5], [1, 7, 7]), ([9, 5, 1], [1, 5, 9]),
      ([nil, 9, 5], [nil, 9, 9]), ([4, 2, nil], [2, 2, nil]), ([5, nil, 3], [3, nil, 5]),
      ([5, nil, nil], nil),
    ] as [([Int?], [Int?]?)])
  func widened(numbers: [Int?], expected: [Int?]?) {
    let figure = Figure(
      low: Self.quantity(numbers[0]), best: Self.quantity(numbers[1]),
      high: Self.quantity(numbers[2]), qualifier: .about)
    guard let expected else {
      #expect(figure.widened == nil)
      return
    }
    let wide = figure.widened
    #expect(wide.map { isFigure($0, expected[0], expected[1], expected[2]) } == true)
    #expect(wide?.qualifier == .about)
    #expect(wide?.widened == nil)
  }

  @Test("F3: households become persons with a declared size, bound by bound")
  func multiplied() throws {
    let size = try #require(Quantity(decimal: "4.5".utf8))
    let figure = Figure(low: Quantity(2), best: Quantity(3), high: nil, qualifier: .atLeast)
    let persons = try figure.multiplied(by: size)
    #expect(persons.low == Quantity(9))
    #expect(persons.best?.exactText == "13.5")
    #expect(persons.high == nil && persons.qualifier == .atLeast)
    #expect(throws: QuantityOverflow()) {
      try Figure.exactly(.max).multiplied(by: Quantity(.max))
    }
  }
}
