// swift-tools-version: 6.2
import PackageDescription

// Measures, and writes tables for Scripts/attack. Build it with -c release.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "nuzuh", path: "../..")],
  targets: [
    .executableTarget(
      name: "withholding",
      dependencies: [.product(name: "NuzuhWithholding", package: "nuzuh")])
  ]
)
