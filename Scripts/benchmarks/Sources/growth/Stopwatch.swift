import Foundation

/// Measures one thread's processor time: on a shared machine the wall clock says little.
enum Stopwatch {
  static func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
  }

  /// The median of several runs, in seconds of this thread.
  static func median(of runs: Int = 5, _ body: () throws -> Void) rethrows -> Double {
    var times: [Double] = []
    for _ in 0..<runs {
      let start = seconds()
      try body()
      times.append(seconds() - start)
    }
    return times.sorted()[runs / 2]
  }

  static func print(_ name: String, _ count: Int, _ unit: String, _ seconds: Double) {
    let rate = Double(count) / seconds / 1e6
    Swift.print(
      name.padding(toLength: 34, withPad: " ", startingAt: 0),
      String(format: "%10.1f M%@/s %9.4f s", rate, unit, seconds))
  }
}
