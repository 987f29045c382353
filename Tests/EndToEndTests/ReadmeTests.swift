import Foundation
import Testing

/// The sessions shown in the README are what the program prints.
@Suite struct ReadmeTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private let readme: String

  init() throws {
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

  @Test(arguments: [0, 1])
  func theSessionsAreReal(number: Int) throws {
    let session = try #require(sessions().dropFirst(number).first)
    #expect(session.count >= 5)
    let binary = try Binary(now: "2026-11-20T18:40:00+01:00", zone: "Europe/Berlin")
    for (command, output) in session {
      let run = try binary.shell(command)
      #expect(run.status == 0, "\(command): \(run.err)")
      let printed = run.out.trimmingCharacters(in: .newlines)
      #expect(withoutIds(printed) == withoutIds(output), "\(command)")
    }
  }

  /// The reports shown are those of the example that `scripts/demo` replays, as of one Saturday.
  @Test func theReportsAreReal() throws {
    let psoas = try Binary(now: "2026-11-21T21:00:00Z", zone: "UTC")
    let example = root.appendingPathComponent("scripts/example-diary.txt").path
    let replay = try psoas.shell(
      """
      set -e
      grep '^[0-9]' "$EXAMPLE" | while read -r days time rest; do
        at="$(date -d "2026-11-21 12:00 $days days ago" +%F) $time"
        eval "psoas $rest --at '$at' --quiet" </dev/null
      done
      """, extra: ["EXAMPLE": example])
    try #require(replay.status == 0 && replay.err.isEmpty, "\(replay.err)")
    let blocks = readme.components(separatedBy: "```text\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    let commands = ["weekly", "trend pain", "relate pain glute-bridge"]
    #expect(blocks.count == commands.count)
    for (block, command) in zip(blocks, commands) {
      let output = try psoas.shell("psoas report \(command)").out
      #expect(output.contains(block), "\(command)")
    }
  }

  /// The file of one's own that the documentation shows can be added as it stands.
  @Test func theExampleOfAnOwnProtocolCanBeAdded() throws {
    let file = root.appendingPathComponent("docs/protocols.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let example = page.components(separatedBy: "```text\n")[1].components(separatedBy: "```")[0]
    let psoas = try Binary()
    try Data(example.utf8).write(to: URL(fileURLWithPath: psoas.path("mine.txt")))
    let run = try psoas.run("protocol", "add", psoas.path("mine.txt"))
    #expect(run.status == 0, "\(run.err)")
    #expect(run.out == "added exercise 'heel-slide', routine 'evening', protocol 'my-way'\n")
    try psoas.done("protocol", "start", "my-way", "--no-to-all")
    #expect(try psoas.done("stage").contains("Heel slides on at least 5 of the last 14 days"))
  }

  /// A suite or a test that a page names as the proof of something exists.
  @Test func everyTestThatThePagesNameExists() throws {
    let files = try FileManager.default.subpathsOfDirectory(
      atPath: root.appendingPathComponent("Tests").path)
    var tests: [String: String] = [:]
    for file in files where file.hasSuffix(".swift") {
      let source = try String(
        contentsOf: root.appendingPathComponent("Tests/\(file)"), encoding: .utf8)
      for match in source.matches(of: /(?:struct|class|extension) (\w+Tests)\b/) {
        tests[String(match.1), default: ""] += source
      }
      tests[file.components(separatedBy: "/")[0], default: ""] += source
    }
    let pages = try FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent("docs").path
    ).filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }
    var count = 0
    for page in pages + ["README.md", "CONTRIBUTING.md"] {
      let text = try String(contentsOf: root.appendingPathComponent(page), encoding: .utf8)
      for match in text.matches(of: /`([A-Z]\w+Tests)(?:\.(\w+))?`/) {
        count += 1
        let source = try #require(tests[String(match.1)], "\(page) names \(match.0)")
        if let test = match.2 {
          #expect(source.contains("func \(test)("), "\(page) names \(match.0)")
        }
      }
    }
    #expect(count >= 40)
  }
}
