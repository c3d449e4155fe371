// swift-tools-version: 6.2
import PackageDescription

// Built by `Scripts/fuzz/run` only, which adds the instrumentation. The modules under test need
// not all be products: they are built beside the products that contain them.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "nuzuh", path: "../..")],
  targets: [
    .target(name: "CFuzzer"),
    .executableTarget(
      name: "nuzuh-fuzz",
      dependencies: [
        "CFuzzer",
        .product(name: "NuzuhRegions", package: "nuzuh"),
        .product(name: "NuzuhTallies", package: "nuzuh"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]),
  ]
)
