// swift-tools-version:6.1
import PackageDescription

/// Targets follow `CONTRIBUTING.md`: arrows between modules only point down this list.
///
/// `PSOAS_COMMIT` in the environment is what `--version` says of the commit; only scripts/install and
/// scripts/package set it, so that a build by hand needs neither git nor a script.
let commit = Context.environment["PSOAS_COMMIT"]

/// `PSOAS_STATIC` in the environment links psoas fully static, which a release tries. It is a setting of
/// this one program because psoas-unpack cannot be: Debian has libzip as a shared library only.
let isStatic = Context.environment["PSOAS_STATIC"] != nil

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
    .executableTarget(
      name: "psoas", dependencies: ["CLI", "System"],
      linkerSettings: isStatic ? [.unsafeFlags(["-static-executable"])] : []),
    // A program of its own, so that XML and zip cost the everyday start nothing.
    .executableTarget(name: "psoas-unpack", dependencies: ["Unpack", "System"]),
    .target(
      name: "Unpack", dependencies: ["Import", "Core", "System", "CExpat", "CZip"]),
    .target(
      name: "CLI",
      dependencies: [
        "App", "Render", "Import", "Store", "Analytics", "Core", "System", "CBuild",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // What the commands do, without a command line and without an output.
    .target(
      name: "App", dependencies: ["Render", "Import", "Store", "Analytics", "Core", "System"]),
    .target(name: "Render", dependencies: ["Analytics", "Core"]),
    .target(name: "Import", dependencies: ["Core"]),
    .target(
      name: "Store",
      dependencies: ["Core", "SQLite", "System"],
      resources: [
        .embedInCode("../../schema.sql"), .embedInCode("Export/views.sql"),
        .embedInCode("Migrations/to-2.sql"), .embedInCode("Migrations/to-3.sql"),
      ]),
    .target(name: "Analytics", dependencies: ["Core", "Statistics"], exclude: ["Statistics"]),
    // Catalogue/Generated is made from the texts, which the program itself does not read.
    .target(name: "Core", exclude: ["Catalogue/Texts"]),
    // A module of its own within the folder: numbers to numbers, which know nothing of pain.
    .target(name: "Statistics", dependencies: ["System"], path: "Sources/Analytics/Statistics"),
    .target(name: "SQLite", dependencies: ["CSQLite"]),
    // The only module that imports the C library.
    .target(name: "System"),
    .target(
      name: "CBuild",
      cSettings: commit.map { [.define("PSOAS_COMMIT", to: "\"\($0)\"")] } ?? []),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .testTarget(name: "CoreTests", dependencies: ["Core", "SeededRandom"]),
    .testTarget(
      name: "ImportTests", dependencies: ["Import", "Core", "SeededRandom"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "UnpackTests",
      dependencies: ["Unpack", "Import", "SeededRandom", "TemporaryFolder", "ZipWriter"],
      exclude: ["Fixtures"]),
    .target(name: "ZipWriter", dependencies: ["CZlib"], path: "Tests/ZipWriter"),
    .systemLibrary(
      name: "CZlib", path: "Tests/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "SeededRandom", dependencies: ["Statistics", "System"], path: "Tests/SeededRandom"),
    .target(name: "TemporaryFolder", path: "Tests/TemporaryFolder"),
    .testTarget(name: "StatisticsTests", dependencies: ["SeededRandom", "Statistics"]),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite", "TemporaryFolder"]),
    .testTarget(
      name: "StoreTests",
      dependencies: ["Store", "Core", "SeededRandom", "SQLite", "System", "TemporaryFolder"],
      exclude: ["Versions"]),
    // Reports from a few numbers, for the tests of what is computed and of how it is worded.
    .target(
      name: "ReportFixtures", dependencies: ["Analytics", "Core", "SeededRandom", "Statistics"],
      path: "Tests/ReportFixtures"),
    .testTarget(
      name: "AnalyticsTests",
      dependencies: ["Analytics", "Core", "ReportFixtures", "SeededRandom", "Statistics"]),
    .testTarget(
      name: "RenderTests",
      dependencies: ["Render", "Analytics", "Core", "ReportFixtures", "SeededRandom", "Statistics"]),
    .testTarget(
      name: "AppTests", dependencies: ["App", "Analytics", "Core", "Import", "Render", "Store"]),
    .testTarget(
      name: "CLITests",
      dependencies: [
        "App", "CLI", "SeededRandom",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["psoas", "psoas-unpack", "SeededRandom", "ZipWriter"],
      exclude: ["Golden"]),
  ],
  swiftLanguageModes: [.v6]
)
