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

  /// The file of one's own that the documentation shows can be added as it stands.
  @Test func theExampleOfAnOwnProtocolCanBeAdded() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/protocols.md")
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
}
