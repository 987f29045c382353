import Foundation
import Testing

/// What some tests need that a build does not: programs and libraries that the machine may lack.
///
/// `scripts/lib/test-tools.txt` has the package of each, and `scripts/test` installs them.
enum Tool: String, CaseIterable {
  case fish, gnuplot, jq, less, man, mandoc, nm, pdfinfo, sqlite3, strace, zsh
  case pandas = "python3:pandas"
  case rScript = "Rscript"
  case rsvgConvert = "rsvg-convert"
  case sqliteUtils = "sqlite-utils"
  /// Two libraries of PyPI, which `scripts/test` puts into a folder of their own.
  case fhirValidators = "fhir.resources"

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The Python that has the validators.
  static let fhirPython = root.appendingPathComponent(".build/fhir/bin/python").path

  private static let installed = Set(allCases.filter(\.isFound))

  var isInstalled: Bool { Tool.installed.contains(self) }

  private var isFound: Bool {
    switch self {
    case .fhirValidators: return FileManager.default.isExecutableFile(atPath: Tool.fhirPython)
    case .pandas:
      let line =
        "python3 -c 'import importlib.util as u, sys; sys.exit(not u.find_spec(\"pandas\"))'"
      return (try? Binary().shell(line))?.status == 0
    default:
      // The folders that the tests give the program as PATH.
      return ["/usr/bin", "/bin"].contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(rawValue)")
      }
    }
  }
}

/// Leaves a test out where a tool is missing, and fails it where `CI` is set: what continuous integration
/// does not run, nobody runs.
struct ToolTrait: TestTrait, SuiteTrait {
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  let tools: [Tool]
  var isRecursive: Bool { true }

  func prepare(for test: Test) async throws {
    guard let tool = tools.first(where: { !$0.isInstalled }) else { return }
    // scripts/test looks for these words.
    let message = "the tool \(tool.rawValue) is missing"
    guard ProcessInfo.processInfo.environment["CI", default: ""].isEmpty else {
      throw Missing(description: message)
    }
    try await ConditionTrait.disabled(Comment(rawValue: message)).prepare(for: test)
  }
}

extension Trait where Self == ToolTrait {
  static func needs(_ tools: Tool...) -> Self { ToolTrait(tools: tools) }
}

extension Trait where Self == ConditionTrait {
  /// Files of another user can be made by root alone.
  static var needsRoot: Self { .enabled(if: geteuid() == 0, "it needs root") }

  /// A disk so small that a test can fill it has to be mounted, which containers may forbid root too.
  static var needsMount: Self { .enabled(if: canMount, "it needs root that may mount") }

  private static var canMount: Bool {
    let mounted = try? Binary().shell("mkdir disk && mount -t tmpfs tmpfs disk && umount disk")
    return mounted?.status == 0
  }
}
