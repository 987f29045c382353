import Foundation
import Testing

/// Words that the program refuses, and what it says.
struct Bad: Sendable, CustomTestStringConvertible {
  let words: [String]
  let status: Int32
  let error: String

  init(_ words: [String], _ status: Int32, _ error: String) {
    self.words = words
    self.status = status
    self.error = error
  }

  var testDescription: String { String("\(words)".prefix(120)) }

  /// Runs the words on a log with an entry, an exercise and a kind of the user's own: the message is
  /// exact, a hint follows, nothing is printed and no byte of the log changes.
  func expectRefusal() throws {
    let psoas = try Binary()
    try Bad.template.get().write(to: URL(fileURLWithPath: psoas.log))
    try expectRefusal(by: psoas)
  }

  /// Runs the words on a log that is there: the message is exact, a hint follows, nothing is printed and
  /// no byte of the log changes.
  func expectRefusal(by psoas: Binary) throws {
    let before = psoas.bytes()
    let run = try psoas.run(words)
    #expect(psoas.bytes() == before)
    expect(run)
    #expect(try FileManager.default.contentsOfDirectory(atPath: psoas.folder.path) == ["log.db"])
  }

  /// Runs the words where there is no log: the answer is the same and no file appears.
  func expectNoFile() throws {
    let psoas = try Binary()
    expect(try psoas.run(words))
    #expect(try FileManager.default.contentsOfDirectory(atPath: psoas.folder.path) == [])
  }

  /// The bytes of such a log, made once.
  private static let template = Result {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    try psoas.done("exercise", "add", "heel-slide")
    try psoas.done("measure", "--define", "heel-to-seat", "--unit", "cm", "--better", "lower")
    return try #require(psoas.bytes())
  }

  private func expect(_ run: Run) {
    #expect(run.status == status)
    #expect(run.out == "")
    let lines = run.err.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first.map(String.init) == "error: \(error)")
    #expect(lines.count { $0.hasPrefix("hint: ") && $0.count > 6 } == 1, "\(run.err)")
    #expect(!run.err.contains("\u{1B}") && !run.err.contains("\u{202E}") && run.err.hasSuffix("\n"))
  }
}
