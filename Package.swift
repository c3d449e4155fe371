// swift-tools-version: 6.2
import PackageDescription

// The order of this list is the architecture: a target imports only what stands above it.
// Scripts/check-layers fails when a source file breaks that.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A subject of the package: one module and, beside it, its tests.
func subject(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: strict)
}

func tests(
  of name: String, with more: [Target.Dependency] = [], samples: [Resource] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + more,
    resources: samples, swiftSettings: strict)
}

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let yaml = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "nuzuh",
  products: [
    .executable(name: "nuzuh", targets: ["nuzuh"]),
    .library(
      name: "NuzuhFormats",
      targets: ["JSONText", "DelimitedText", "Gzip", "ConfigurationText", "Workbooks"]),
    // The two below are small, for Scripts/benchmarks/instructions to be built quickly.
    .library(name: "NuzuhText", targets: ["JSONText", "DelimitedText", "Gzip"]),
    .library(name: "NuzuhIndex", targets: ["Regions"]),
    .library(name: "NuzuhRegions", targets: ["GEOS", "Regions", "Boundaries"]),
    .library(name: "NuzuhTallies", targets: ["Records", "Readers", "Tallies"]),
    .library(name: "NuzuhWithholding", targets: ["Withholding", "WithholdingSamples"]),
    .library(name: "NuzuhReports", targets: ["Disclosure", "Reports"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // C libraries, each wrapped by exactly one module.
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(name: "CZLIB", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZIP", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CEXPAT", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    // Their headers only: the libraries are opened when something is measured or solved.
    .systemLibrary(name: "CPROJ", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CCLP", providers: [.apt(["coinor-libclp-dev"])]),
    subject("DynamicLibraries"),

    // How checksums are written, and how work is shared among threads.
    subject("Digests"),
    subject("Threads"),

    // Text formats and containers, bounded, without a word about geography.
    subject("JSONText"),
    subject("DelimitedText"),
    subject("Gzip", imports: ["CZLIB"]),
    subject("ConfigurationText", imports: [toml, yaml]),
    subject("Workbooks", imports: ["CZIP", "CEXPAT"]),

    // Where: geometry, the earth, the regions.
    subject("GEOS", imports: ["CGEOS"]),
    subject("Geodesy", imports: ["CPROJ", "DynamicLibraries"]),
    subject("Regions"),
    subject(
      "Boundaries",
      imports: [
        "Digests", "Threads", "JSONText", "DelimitedText", "GEOS", "Geodesy", "Regions", crypto,
      ]),

    // What: records and their sources.
    subject("Records", imports: ["Regions"]),
    subject(
      "Readers",
      imports: [
        "Digests", "Threads", "JSONText", "DelimitedText", "Gzip", "ConfigurationText",
        "Workbooks", "Regions", "Records", crypto,
      ]),

    // What may be shown: tables and their sums, without a word about geography.
    subject("LinearPrograms", imports: ["CCLP", "DynamicLibraries"]),
    subject("Withholding", imports: ["Threads", "LinearPrograms"]),
    subject("WithholdingSamples", imports: ["Withholding"]),
    subject("Rounding", imports: ["LinearPrograms"]),

    // How many: confidential up to here, public from Disclosure on.
    subject("Tallies", imports: ["Threads", "Geodesy", "Regions", "Records"]),
    subject(
      "Locating",
      imports: [
        "Threads", "Gzip", "JSONText", "DelimitedText", "Regions", "Records", "Readers", "Tallies",
      ]),
    subject(
      "Checks",
      imports: ["Digests", "JSONText", "Regions", "Records", "Readers", "Tallies", crypto]),
    subject(
      "Disclosure",
      imports: [
        "Digests", "JSONText", "ConfigurationText", "Regions", "Records", "Withholding",
        "Rounding", "Tallies", crypto,
      ]),
    subject(
      "Reports",
      imports: [
        "Digests", "Threads", "JSONText", "DelimitedText", "Regions", "Disclosure", crypto,
      ]),

    subject("GeoPackages", imports: ["JSONText", "Regions", "Disclosure", "Reports", grdb]),
    subject("Pages", imports: ["Geodesy", "Regions", "Disclosure", "Reports", crypto]),

    // Points that may be published, and what may not stand beside them.
    subject(
      "Masking",
      imports: [
        "Digests", "JSONText", "Geodesy", "Regions", "Records", "Tallies", "Disclosure", "Reports",
        crypto,
      ]),

    // What everybody can check: the files of a release, and nothing else.
    subject("Released", imports: ["Digests", "JSONText", "DelimitedText", "Reports", crypto]),
    subject(
      "Verification",
      imports: [
        "JSONText", "Regions", "Records", "Withholding", "Rounding", "Tallies", "Disclosure",
        "Released",
      ]),
    subject(
      "Comparisons",
      imports: ["JSONText", "DelimitedText", "Regions", "Disclosure", "Reports", "Released"]),

    // What goes on from night to night.
    subject("Releases", imports: ["Digests", "JSONText", "Reports", crypto]),
    subject("Archive", imports: ["Digests", "Threads", "Regions", "Records", grdb, crypto]),
    subject(
      "Updates",
      imports: [
        "Digests", "JSONText", "DelimitedText", "ConfigurationText", "Regions", "Boundaries",
        "Threads", "Records", "Readers", "Tallies", "Disclosure", "Reports", "Releases", "Archive",
        crypto,
        logging,
      ]),

    subject(
      "Causes",
      imports: [
        "JSONText", "DelimitedText", "Regions", "Boundaries", "Records", "Tallies", "Disclosure",
        "Comparisons", "Archive", "Updates",
      ]),

    .executableTarget(
      name: "nuzuh",
      dependencies: [
        "JSONText", "ConfigurationText", "Regions", "Boundaries", "Records", "Readers", "Tallies",
        "Locating", "Checks", "Disclosure", "Reports", "GeoPackages", "Pages", "Masking",
        "Released", "Verification",
        "Comparisons", "Releases", "Archive", "Updates", "Causes", arguments,
      ],
      swiftSettings: strict),

    // What several targets of tests share: other projects' suites, where they are.
    .target(name: "TestSuites", path: "Tests/TestSuites", swiftSettings: strict),

    tests(of: "Threads"),
    tests(of: "DynamicLibraries"),
    tests(of: "Digests"),
    tests(of: "JSONText", with: ["TestSuites"]),
    tests(of: "DelimitedText", with: ["TestSuites"]),
    tests(of: "Gzip"),
    tests(of: "ConfigurationText"),
    tests(of: "Workbooks", samples: [.copy("Samples")]),
    tests(of: "GEOS", with: ["TestSuites"]),
    tests(of: "Geodesy"),
    tests(of: "Regions"),
    tests(of: "Boundaries", with: ["GEOS", "Regions", "TestSuites"]),
    tests(of: "Records", with: ["Regions"]),
    tests(
      of: "Readers", with: ["Digests", "ConfigurationText", "Records", "Regions"],
      samples: [.copy("Samples")]),
    tests(of: "LinearPrograms"),
    tests(of: "Withholding", with: ["WithholdingSamples"]),
    tests(of: "Rounding"),
    tests(of: "Tallies", with: ["Boundaries", "Records", "Regions"]),
    tests(
      of: "Locating",
      with: ["Boundaries", "DelimitedText", "JSONText", "Readers", "Records", "Regions", "Tallies"]),
    tests(of: "Checks", with: ["Boundaries", "Readers", "Records", "Regions", "Tallies"]),
    tests(
      of: "Disclosure",
      with: [
        "ConfigurationText", "Records", "Regions", "Reports", "Rounding", "Tallies", "Withholding",
      ]),
    tests(
      of: "Reports", with: ["Disclosure", "JSONText", "Readers", "Records", "Regions"],
      samples: [.copy("Golden")]),
    tests(
      of: "Masking",
      with: [
        "Boundaries", "Disclosure", "Geodesy", "JSONText", "Readers", "Records", "Regions",
        "Reports", "Tallies",
      ], samples: [.copy("Golden")]),
    tests(of: "Released"),
    tests(
      of: "Verification",
      with: ["Disclosure", "JSONText", "Records", "Regions", "Released", "Tallies"]),
    tests(of: "GeoPackages", with: ["Disclosure", "Regions", "Reports", grdb]),
    tests(
      of: "Pages",
      with: ["Disclosure", "Geodesy", "Records", "Regions", "Reports", "Tallies", crypto]),
    tests(
      of: "Comparisons", with: ["DelimitedText", "Disclosure", "JSONText", "Released", crypto]),
    tests(of: "Releases", with: ["Reports"]),
    tests(
      of: "Archive", with: ["Digests", "Threads", "Records", "Regions", grdb],
      samples: [.copy("Samples")]),
    tests(
      of: "Updates",
      with: [
        "Digests", "Archive", "Boundaries", "Causes", "Comparisons", "ConfigurationText",
        "DelimitedText",
        "Disclosure", "JSONText", "Readers", "Records", "Reports", "Tallies", grdb, logging,
      ], samples: [.copy("Samples")]),
    tests(of: "nuzuh"),
  ]
)
