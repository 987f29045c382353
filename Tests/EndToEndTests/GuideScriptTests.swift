import Foundation
import Testing

/// Guided sessions that follow a script: what is stored, what is said.
@Suite struct GuideScriptTests {
  /// Runs `routine start` with these words on a script, whose lines are separated by semicolons.
  private func start(
    _ psoas: Binary, _ words: String, _ script: String, extra: [String: String?] = [:]
  ) throws -> Run {
    let lines = script.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    return try psoas.shell(
      "psoas routine start \(words) <<'END'\n\(lines.joined(separator: "\n"))\nEND", extra: extra)
  }

  private func texts(_ session: [String: Any]) throws -> [String] {
    let entries = try #require(session["entries"] as? [[String: Any]])
    return entries.compactMap { $0["text"] as? String }
  }

  @Test func twelveMinutesInNoTime() throws {
    let psoas = try Binary()
    let script = """
      # Twelve minutes and fifty seconds.
      key space; wait 770; answer 2; answer; answer 3.5; answer; answer; answer 0; answer 3; answer 4
      """
    let run = try start(psoas, "twelve --before 4 --note quiet --format json", script)
    #expect(run.status == 0 && run.err == "made a new log at '\(psoas.log)'\n", "\(run)")
    let session = try psoas.object("show", "last")
    #expect(
      try texts(session) == [
        "knees-to-chest 150s pain=2", "figure-4 50s/side",
        "half-kneeling-stretch 50s/side pain=3.5",
        "90-90 50s/side", "pigeon 50s/side", "closing-decompression 170s pain=0",
      ])
    #expect(
      session["planned"] as? [String] == [
        "knees-to-chest 150s", "figure-4 50s/side", "half-kneeling-stretch 50s/side",
        "90-90 50s/side", "pigeon 50s/side", "closing-decompression 170s",
      ])
    #expect(session["routine"] as? String == "twelve-minute")
    #expect(session["minutes"] as? Double == 770.0 / 60)
    #expect(session["effort"] as? Int == 4 && session["note"] as? String == "quiet")
    #expect(session["at"] as? String == "2026-11-20T18:00:00+00:00")
    let pain = try #require(session["pain"] as? [String: Any])
    #expect(pain["before"] as? Int == 4 && pain["after"] as? Int == 3)
    let ratings = try psoas.objects("list", "pain")
    #expect(ratings.count == 2)
    #expect(ratings.allSatisfy { $0["session"] as? String == session["id"] as? String })
    #expect(try psoas.integrity() == "ok\n")
  }

  @Test func whatWasDoneNotWhatWasPlanned() throws {
    let psoas = try Binary()
    // Dead bug left 6, right 5, then left 7; planks of 20 s and 8 s; the rest is left out.
    let script = """
      key space; key space; key - space; key + space; key n; wait 25; key n; wait 8; key x x;
      wait 30; key x x q; key y; answer; answer 1; answer; answer
      """
    let run = try start(psoas, "balanced --ready 5", script)
    #expect(run.status == 0, "\(run)")
    let session = try psoas.object("show", "last")
    #expect(
      try texts(session) == ["dead-bug 6,7 left", "dead-bug 1x5 right", "plank 20s,8s pain=1"])
    #expect((session["planned"] as? [String])?.count == 6)
    #expect(session["minutes"] as? Double == 63.0 / 60)
    #expect(run.out.contains("the doses of balanced-psoas are our defaults"))
  }

  @Test(arguments: [
    ("key space; wait 30; key q n", "thrown away; nothing is stored\n"),
    ("key q", "nothing was done; nothing is stored\n"),
    ("key space; wait 5.9", "nothing was done; nothing is stored\n"),
    ("key space x x x", "nothing was done; nothing is stored\n"),
    ("wait 900; key n x", "nothing was done; nothing is stored\n"),
  ])
  func nothingIsStored(_ script: String, _ said: String) throws {
    let psoas = try Binary()
    let run = try start(psoas, "big", script)
    #expect(run.status == 0 && run.out == "" && run.err == said)
    #expect(psoas.bytes() == nil)
    #expect(try start(psoas, "big --quiet", script).err == "")
  }

  /// The end of a script is like a terminal that goes away.
  @Test func theEndOfAScriptKeepsWhatWasDone() throws {
    let psoas = try Binary()
    #expect(try start(psoas, "big --quiet", "key space; wait 28").status == 0)
    #expect(try start(psoas, "big --quiet", "key space; wait 28; key q").status == 0)
    #expect(try start(psoas, "big --quiet", "key space; wait 28; key q y; answer 3").status == 0)
    let sessions = try psoas.objects("list", "sessions")
    #expect(
      try sessions.map { try texts($0) } == [
        ["curl-up 1x2x10s pain=3"], ["curl-up 1x2x10s"], ["curl-up 1x2x10s"],
      ])
  }

  @Test func theConfirmationIsThatOfLog() throws {
    let psoas = try Binary()
    let script = "key space; wait 60; key q y; answer; answer 2; answer 3"
    let file = psoas.path("result.json")
    var run = try start(psoas, "big --output \(file) --format json", script)
    #expect(run.status == 0 && run.out == "")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("\"routine\": \"big-three\""))
    run = try start(psoas, "big --quiet", script)
    #expect(run.status == 0 && run.out == "" && run.err == "")
    run = try start(psoas, "big", script)
    #expect(run.status == 0 && run.err == "")
    #expect(
      run.out.contains("  Fri 2026-11-20 18:00  routine big-three, curl-up 1x4x10s, 1 min, effort"))
    #expect(run.out.contains("undo: psoas undo"))
  }

  @Test func plainIsToldLineByLine() throws {
    let psoas = try Binary()
    let script = "key space; wait 6; key q y; answer; answer 11"
    var run = try start(psoas, "big --plain --bell", script, extra: ["LC_ALL": "C"])
    #expect(run.status == 64)
    #expect(run.err.contains("line 5: the pain after the session '11' is not on the scale"))
    run = try start(psoas, "big --plain --bell", script.replacing("11", with: "1"))
    #expect(run.status == 0)
    #expect(run.err.hasPrefix("Big 3 trunk endurance: 14:00 with changes and rests\n"))
    #expect(run.err.contains("Stop when pain turns sharp or spreads into a leg."))
    #expect(run.err.contains("\n  get ready: 5 s\n\u{07}  hold 1 of 6: 10 s\n"))
    #expect(run.err.contains("pain during curl-up, 0-10: \npain after it, 0-10: 1\n"))
    #expect(!run.err.contains("\u{1B}") && !run.out.contains("\u{1B}"))
  }

  @Test func screensArePrintedWhereAsked() throws {
    let psoas = try Binary()
    let run = try start(psoas, "twelve --screens", "key space; wait 0; wait 8; key space q")
    #expect(run.status == 0)
    let heads = run.err.split(separator: "\n").filter { $0.hasPrefix("== ") }
    #expect(heads == ["== 0:00", "== 0:00", "== 0:08", "== 0:08", "== 0:08"])
    #expect(run.err.contains("  space go on  n skip"))
    #expect(run.err.contains("  End here?\n\n  Done so far:\n    knees-to-chest 3s\n"))
    #expect(!run.err.contains("\u{1B}"))
    let silent = try start(psoas, "twelve", "key space; wait 8; key q")
    #expect(silent.status == 0 && silent.err == "")
  }

  /// The script in the documentation does what is said there.
  @Test func theExampleOfTheDocumentation() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appendingPathComponent("docs/guided.md"), encoding: .utf8)
    let blocks = text.components(separatedBy: "```\n").filter { $0.contains("<<'END'") }
    let psoas = try Binary()
    #expect(try psoas.shell(try #require(blocks.first)).status == 0)
    #expect(
      try texts(try psoas.object("show", "last")) == ["half-kneeling-stretch 30s left pain=2"])
  }
}
