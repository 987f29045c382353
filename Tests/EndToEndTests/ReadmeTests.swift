import Foundation
import Testing

/// The sessions shown in the README are what the program prints.
@Suite struct ReadmeTests {
  private let readme: String

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
  }

  /// The blocks marked `console`, each a list of commands with the output below them.
  private func sessions() -> [[(command: String, output: String)]] {
    readme.components(separatedBy: "```console\n").dropFirst().map { block in
      let body = block.components(separatedBy: "```")[0]
      return ("\n" + body).components(separatedBy: "\n$ ").dropFirst().map { step in
        let lines = step.split(separator: "\n", omittingEmptySubsequences: false)
        let output = lines.dropFirst().joined(separator: "\n")
        return (String(lines[0]), output.trimmingCharacters(in: .newlines))
      }
    }
  }

  private func withoutIds(_ text: String) -> String {
    text.replacingOccurrences(
      of: "\\b[0-9a-f]{7}\\b", with: "ID", options: .regularExpression)
  }

  @Test func theFirstSessionIsReal() throws {
    let session = try #require(sessions().first)
    #expect(session.count >= 5)
    let binary = try Binary(now: "2026-11-20T18:40:00+01:00", zone: "Europe/Berlin")
    for (command, output) in session {
      let run = try binary.shell(command)
      #expect(run.status == 0, "\(command): \(run.err)")
      let printed = run.out.trimmingCharacters(in: .newlines)
      #expect(withoutIds(printed) == withoutIds(output), "\(command)")
    }
  }
}
