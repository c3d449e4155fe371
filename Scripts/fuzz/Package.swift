// swift-tools-version: 6.2
import PackageDescription

// Built by `Scripts/fuzz/run` only, which adds the instrumentation. GEOS is no product; it is
// built beside the regions that stand on it.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "nuzuh", path: "../..")],
  targets: [
    .target(name: "CFuzzer"),
    .executableTarget(
      name: "nuzuh-fuzz",
      dependencies: [
        "CFuzzer",
        .product(name: "NuzuhFormats", package: "nuzuh"),
        .product(name: "NuzuhRegions", package: "nuzuh"),
        .product(name: "NuzuhTallies", package: "nuzuh"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]),
  ]
)
