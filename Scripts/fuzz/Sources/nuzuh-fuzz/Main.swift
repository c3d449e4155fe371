import CFuzzer
import Foundation

/// `nuzuh-fuzz TARGET SAMPLES [libFuzzer options and corpora]`
@main
enum Main {
  /// The target of this run, chosen once before the loop begins.
  nonisolated(unsafe) static var run: ([UInt8]) -> Void = { _ in }

  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 2, let target = FuzzTarget(rawValue: arguments[1]) else {
      let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
      print("usage: nuzuh-fuzz TARGET SAMPLES [OPTION…] [CORPUS…]\ntargets: \(names)")
      exit(64)
    }
    run = target.body(samples: arguments[2])
    var rest: [UnsafeMutablePointer<CChar>?] = [strdup(arguments[0])]
    rest += arguments.dropFirst(3).map { strdup($0) } + [nil]
    var count = Int32(rest.count - 1)
    rest.withUnsafeMutableBufferPointer { buffer in
      var base = buffer.baseAddress
      exit(
        LLVMFuzzerRunDriver(&count, &base) { data, size in
          Main.run(Array(UnsafeBufferPointer(start: data, count: size)))
          return 0
        })
    }
  }
}
