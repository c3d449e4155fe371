// swift-tools-version: 6.2
import PackageDescription

// Measures, counts instructions, and writes tables for Scripts/attack. Build it with -c release.
let package = Package(
  name: "benchmarks",
  products: [.library(name: "BenchmarkInputs", targets: ["BenchmarkInputs"])],
  dependencies: [.package(name: "nuzuh", path: "../..")],
  targets: [
    .target(
      name: "BenchmarkInputs", dependencies: [.product(name: "NuzuhIndex", package: "nuzuh")]),
    .executableTarget(
      name: "growth",
      dependencies: [
        "BenchmarkInputs", .product(name: "NuzuhIndex", package: "nuzuh"),
      ]),
    .executableTarget(
      name: "count",
      dependencies: [
        "BenchmarkInputs", .product(name: "NuzuhIndex", package: "nuzuh"),
        .product(name: "NuzuhText", package: "nuzuh"),
      ]),
    .executableTarget(
      name: "withholding",
      dependencies: [.product(name: "NuzuhWithholding", package: "nuzuh")]),
  ]
)
