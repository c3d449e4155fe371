/// On which side of a directed line a point lies: the one question everything here rests on.
///
/// Answered first with rounding and a bound on its error, and exactly where that bound does not
/// settle it. The bound is that of J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic
/// and Fast Robust Geometric Predicates" (1997), stage A of `orient2d`.
enum Orientation {
  static let errorBound = 3.330_669_073_875_471_6e-16
  /// Keeps products that underflow from passing as certain.
  static let leastCertain = 1e-290

  /// 1 where `point` lies left of the line from `a` to `b`, -1 right of it, 0 on it.
  ///
  /// Exact for all finite coordinates.
  static func sign(_ a: Vertex, _ b: Vertex, _ point: Vertex) -> Int {
    let left = (a.x - point.x) * (b.y - point.y)
    let right = (a.y - point.y) * (b.x - point.x)
    let determinant = left - right
    if abs(determinant) > errorBound * (abs(left) + abs(right)) + leastCertain,
      determinant.isFinite
    {
      return determinant > 0 ? 1 : -1
    }
    return exactSign(a, b, point)
  }

  /// The same without rounding: the sign of each difference is right as it is, and where the two
  /// products differ in sign, that is the answer already.
  static func exactSign(_ a: Vertex, _ b: Vertex, _ point: Vertex) -> Int {
    let left = sign(of: a.x, less: point.x) * sign(of: b.y, less: point.y)
    let right = sign(of: a.y, less: point.y) * sign(of: b.x, less: point.x)
    if left != right { return left > right ? 1 : -1 }
    if left == 0 { return 0 }
    // The determinant multiplied out; the product of the point's own coordinates cancels.
    var sum = ExactSum()
    sum.add(a.x, times: b.y)
    sum.add(-a.x, times: point.y)
    sum.add(-point.x, times: b.y)
    sum.add(-a.y, times: b.x)
    sum.add(a.y, times: point.x)
    sum.add(point.y, times: b.x)
    return sum.sign
  }

  /// Whether `point`, known to lie on the line through `a` and `b`, lies between them or on one.
  static func isBetween(_ a: Vertex, _ b: Vertex, _ point: Vertex) -> Bool {
    point.x >= min(a.x, b.x) && point.x <= max(a.x, b.x)
      && point.y >= min(a.y, b.y) && point.y <= max(a.y, b.y)
  }

  private static func sign(of left: Double, less right: Double) -> Int {
    left > right ? 1 : left < right ? -1 : 0
  }
}
