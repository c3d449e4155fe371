// swift-tools-version: 6.2
import PackageDescription

// How fast the parts are: swift package --package-path Scripts/benchmarks/parts benchmark
let package = Package(
  name: "parts",
  dependencies: [
    .package(name: "nuzuh", path: "../../.."),
    .package(name: "benchmarks", path: ".."),
    // Without the trait that counts allocations, which would want a library more.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.0", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Parts",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "BenchmarkInputs", package: "benchmarks"),
        .product(name: "NuzuhRegions", package: "nuzuh"),
        .product(name: "NuzuhReports", package: "nuzuh"),
        .product(name: "NuzuhTallies", package: "nuzuh"),
        .product(name: "NuzuhText", package: "nuzuh"),
      ],
      path: "Benchmarks/Parts",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
