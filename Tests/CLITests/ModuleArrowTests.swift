import Foundation
import Testing

/// The arrows between modules, as `CONTRIBUTING.md` draws them, held against the imports of every file.
@Suite struct ModuleArrowTests {
  /// What each folder of Sources may import of the others.
  private static let allowed: [String: Set<String>] = [
    "psoas": ["CLI", "System"],
    "psoas-unpack": ["Unpack", "System"],
    "CLI": [
      "App", "Render", "Import", "Store", "Analytics", "Core", "System", "CBuild", "ArgumentParser",
      "FoundationEssentials",
    ],
    "App": ["Render", "Import", "Store", "Analytics", "Core", "System"],
    "Render": ["Analytics", "Core"],
    "Analytics": ["Core", "Statistics"],
    "Statistics": ["System"],
    "Store": ["Core", "SQLite", "System"],
    "SQLite": ["CSQLite"],
    "Import": ["Core"],
    "Unpack": ["Import", "Core", "System", "CExpat", "CZip"],
    "Core": [],
    "System": ["Glibc", "Musl", "Darwin"],
  ]

  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")

  /// Every Swift file with the module that it belongs to and what it imports.
  private static func files() throws -> [(module: String, path: String, imports: [String])] {
    let all = try #require(FileManager.default.enumerator(atPath: sources.path))
    return try all.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map { path in
      let parts = path.split(separator: "/").map(String.init)
      // Where there is no FoundationEssentials, which is not on Linux, Foundation stands in for it.
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
        .replacing("#else\n  import Foundation\n#endif", with: "#endif")
      let imports = text.split(separator: "\n").compactMap { line -> String? in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
          words[..<place].allSatisfy({ $0.hasPrefix("@") || $0 == "internal" || $0 == "package" })
        else { return nil }
        return String(words[place + 1])
      }
      return (parts.dropFirst().first == "Statistics" ? "Statistics" : parts[0], path, imports)
    }
  }

  @Test func importsOnlyPointDown() throws {
    let files = try Self.files()
    #expect(Set(files.map(\.module)) == Set(Self.allowed.keys))
    for (module, path, imports) in files {
      let allowed = Self.allowed[module] ?? []
      #expect(imports.allSatisfy(allowed.contains), "\(path) imports \(imports)")
    }
  }

  /// The table itself has no circle.
  @Test func theArrowsHaveAnOrder() {
    var left = Self.allowed
    while let free = left.first(where: { $0.value.isDisjoint(with: left.keys) })?.key {
      left[free] = nil
    }
    #expect(left.isEmpty)
  }

  @Test func noTwoFilesHaveOneName() throws {
    var paths: [String: [String]] = [:]
    for folder in ["Sources", "Tests"] {
      let root = Self.sources.deletingLastPathComponent().appendingPathComponent(folder)
      let all = try #require(FileManager.default.enumerator(atPath: root.path))
      for case let path as String in all where path.hasSuffix(".swift") {
        paths[path.split(separator: "/").last.map(String.init) ?? "", default: []].append(path)
      }
    }
    paths["main.swift"] = nil
    #expect(paths.values.filter { $0.count > 1 }.isEmpty)
  }
}
