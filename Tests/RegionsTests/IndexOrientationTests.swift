import Testing

@testable import Regions

@Suite("On which side of a line a point lies is decided exactly")
struct IndexOrientationTests {
  private static func vertex(_ pair: IndexOracle.Pair) -> Vertex { Vertex(x: pair.x, y: pair.y) }

  @Test(
    "The doubles around points of a line lie where whole numbers put them",
    arguments: [
      ((12.0, 12.0), (24.0, 24.0), (0.5, 0.5)),
      ((36.1, 33.3), (36.7, 33.9), (36.4, 33.6)),
      ((35.613939, 32.316442), (42.385042, 37.319139), (39.0, 34.818_166_934_108_52)),
      ((1.1, 1.0), (64.3, 1.0), (3.7, 1.0)), ((1.0, 1.1), (1.0, 64.3), (1.0, 7.0)),
      ((36.25, 33.25), (36.25, 33.25), (36.25, 33.25)),
    ] as [(IndexOracle.Pair, IndexOracle.Pair, IndexOracle.Pair)])
  func around(a: IndexOracle.Pair, b: IndexOracle.Pair, middle: IndexOracle.Pair) {
    var signs: Set<Int> = []
    for column in -16...16 {
      for row in -16...16 {
        let point = (
          middle.x + Double(column) * middle.x.ulp, middle.y + Double(row) * middle.y.ulp
        )
        let expected = IndexOracle.orientation(a, b, point)
        signs.insert(expected)
        let ends = (Self.vertex(a), Self.vertex(b), Self.vertex(point))
        #expect(Orientation.sign(ends.0, ends.1, ends.2) == expected)
        #expect(Orientation.exactSign(ends.0, ends.1, ends.2) == expected)
        #expect(Orientation.sign(ends.1, ends.0, ends.2) == -expected)
      }
    }
    #expect(signs.subtracting([0]) == (a == b ? [] : [-1, 1]))
  }

  /// Multiplying all coordinates by one number leaves the side as it is.
  @Test(
    "Neither underflow nor overflow changes the side",
    arguments: [-1_020, -900, -600, -540, -300, 300, 600, 900, 1_010])
  func scaled(exponent: Int) {
    let scale = Double(sign: .plus, exponent: exponent, significand: 1)
    var numbers = SeededNumbers(UInt64(bitPattern: Int64(exponent)))
    for round in 0..<500 {
      func number() -> Double { Double(Int.random(in: -4_096...4_096, using: &numbers)) }
      let (a, b) = ((x: number(), y: number()), (x: number(), y: number()))
      // Every other time three points of one line.
      let p = round % 2 == 0 ? (x: 2 * b.x - a.x, y: 2 * b.y - a.y) : (x: number(), y: number())
      let expected = IndexOracle.orientation(
        (a.x / 128, a.y / 128), (b.x / 128, b.y / 128), (p.x / 128, p.y / 128))
      let points = [a, b, p].map { Vertex(x: $0.x * scale, y: $0.y * scale) }
      #expect(Orientation.sign(points[0], points[1], points[2]) == expected)
    }
  }

  @Test("A point a smallest double away from a line through zero is not on it")
  func smallest() {
    let least = Double.leastNonzeroMagnitude
    let (zero, far) = (Vertex(x: 0, y: 0), Vertex(x: 36, y: 36))
    #expect(Orientation.sign(zero, far, Vertex(x: least, y: least)) == 0)
    #expect(Orientation.sign(zero, far, Vertex(x: least, y: 2 * least)) == 1)
    #expect(Orientation.sign(zero, far, Vertex(x: 2 * least, y: least)) == -1)
    #expect(Orientation.sign(zero, Vertex(x: 36, y: 0), Vertex(x: 7, y: -least)) == -1)
  }

  @Test("Products are added without rounding")
  func sums() {
    var sum = ExactSum()
    #expect(sum.sign == 0)
    sum.add(0x1p1000, times: 0x1p1000)
    sum.add(-0x1p-1074, times: 0x1p-1074)
    #expect(sum.sign == 1)
    sum.add(-0x1p1000, times: 0x1p1000)
    #expect(sum.sign == -1)
    sum.add(-0x1p-1074, times: -0x1p-1074)
    #expect(sum.sign == 0)
    for _ in 0..<3 { sum.add(.greatestFiniteMagnitude, times: .greatestFiniteMagnitude) }
    for _ in 0..<3 { sum.add(-.greatestFiniteMagnitude, times: .greatestFiniteMagnitude) }
    #expect(sum.sign == 0)
  }
}
