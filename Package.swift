// swift-tools-version:6.1
import PackageDescription

/// Targets follow `CONTRIBUTING.md`: arrows between modules only point down this list.
///
/// `PSOAS_COMMIT` in the environment is what `--version` says of the commit; only scripts/install and
/// scripts/package set it, so that a build by hand needs neither git nor a script.
let commit = Context.environment["PSOAS_COMMIT"]

let package = Package(
  name: "psoas",
  products: [
    .executable(name: "psoas", targets: ["psoas"]),
    .executable(name: "psoas-unpack", targets: ["psoas-unpack"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2"))
  ],
  targets: [
    .executableTarget(name: "psoas", dependencies: ["Commands"]),
    // A program of its own, so that XML and zip cost the everyday start nothing.
    .executableTarget(name: "psoas-unpack", dependencies: ["Unpacking"]),
    .target(
      name: "Unpacking", dependencies: ["Interchange", "RehabLog", "CExpat", "CZlib"]),
    .target(
      name: "Commands",
      dependencies: [
        "Rendering", "Interchange", "LogStore", "Reports", "RehabLog",
        "CBuild",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "Rendering", dependencies: ["Reports", "RehabLog"]),
    .target(name: "Interchange", dependencies: ["RehabLog"]),
    .target(
      name: "LogStore",
      dependencies: ["RehabLog", "SQLite"],
      resources: [
        .embedInCode("../../schema.sql"), .embedInCode("views.sql"),
        .embedInCode("Migrations/to-2.sql"), .embedInCode("Migrations/to-3.sql"),
      ]),
    .target(name: "Reports", dependencies: ["RehabLog", "Statistics"]),
    .target(
      name: "RehabLog",
      resources: [
        .embedInCode("Catalogue/exercises.txt"), .embedInCode("Catalogue/safety.txt"),
        .embedInCode("Catalogue/Protocols/topics.txt"),
        .embedInCode("Catalogue/Protocols/staged-recovery.txt"),
        .embedInCode("Catalogue/Protocols/stretch-and-activate.txt"),
        .embedInCode("Catalogue/Protocols/balanced-psoas.txt"),
        .embedInCode("Catalogue/Protocols/twelve-minute.txt"),
        .embedInCode("Catalogue/Protocols/release-and-strengthen.txt"),
      ]),
    .target(name: "Statistics"),
    .target(name: "SQLite", dependencies: ["CSQLite"]),
    .target(
      name: "CBuild",
      cSettings: commit.map { [.define("PSOAS_COMMIT", to: "\"\($0)\"")] } ?? []),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .testTarget(name: "RehabLogTests", dependencies: ["RehabLog", "SeededRandom"]),
    .testTarget(
      name: "InterchangeTests", dependencies: ["Interchange", "RehabLog", "SeededRandom"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "UnpackingTests",
      dependencies: ["Unpacking", "Interchange", "SeededRandom", "ZipMaking"],
      exclude: ["Fixtures"]),
    .target(name: "ZipMaking", dependencies: ["CZlib"], path: "Tests/ZipMaking"),
    .target(name: "SeededRandom", dependencies: ["Statistics"], path: "Tests/SeededRandom"),
    .testTarget(name: "StatisticsTests", dependencies: ["SeededRandom", "Statistics"]),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite"]),
    .testTarget(
      name: "LogStoreTests", dependencies: ["LogStore", "RehabLog", "SeededRandom", "SQLite"],
      exclude: ["Versions"]),
    .testTarget(name: "ReportsTests", dependencies: ["Reports", "RehabLog", "Statistics"]),
    .testTarget(name: "RenderingTests", dependencies: ["Rendering", "Reports", "RehabLog"]),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "Commands", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["psoas", "psoas-unpack", "SeededRandom", "ZipMaking"],
      exclude: ["Golden"]),
  ],
  swiftLanguageModes: [.v6]
)
