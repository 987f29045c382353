import Foundation
import Testing

/// The report on the 24 hours around each session.
@Suite struct ResponseTests {
  private let psoas: Binary

  init() throws {
    psoas = try Binary()
    try psoas.done("init", "--quiet")
  }

  @discardableResult
  private func log(_ words: String...) throws -> String {
    let run = try psoas.run(["log", "--quiet"] + words)
    try #require(run.status == 0, "\(run.err)")
    return try #require(try psoas.object("show", "last")["id"] as? String)
  }

  private func report(_ words: String...) throws -> [String: Any] {
    try #require(
      try psoas.json(["report", "response", "--format", "json"] + words) as? [String: Any])
  }

  private func sessions(_ words: String...) throws -> [[String: Any]] {
    let report = try psoas.json(["report", "response", "--format", "json"] + words)
    return try #require((report as? [String: Any])?["sessions"] as? [[String: Any]])
  }

  @Test func theReportHasItsKeys() throws {
    try log("bird-dog", "3x8", "--at", "2026-11-12", "--before", "3", "--after", "2")
    let bad = try log("bird-dog", "4x8", "pain=4", "--at", "2026-11-14", "--after", "6")
    let report = try report()
    #expect(
      Set(report.keys) == [
        "report", "start", "end", "lookedBackTo", "sessions", "exercises", "flares", "thresholds",
        "statements",
      ])
    #expect(report["report"] as? String == "response")
    let session = try #require((report["sessions"] as? [[String: Any]])?.last)
    #expect(
      Set(session.keys) == [
        "id", "at", "day", "before", "during", "after", "nextMorning", "colour", "why", "flare",
        "exercises",
      ])
    #expect(session["id"] as? String == bad)
    #expect(session["during"] as? Double == 4 && session["after"] as? Double == 6)
    #expect(session["before"] is NSNull && session["nextMorning"] is NSNull)
    #expect(session["colour"] as? String == "red" && session["why"] as? String == "pain after 6")
    let part = try #require((session["exercises"] as? [[String: Any]])?.first)
    #expect(
      Set(part.keys) == ["exercise", "dose", "pain", "colour", "flagged", "lastTolerated"])
    #expect(part["dose"] as? String == "4x8" && part["flagged"] as? String == "pain")
    let exercise = try #require((report["exercises"] as? [[String: Any]])?.first)
    #expect(
      Set(exercise.keys) == [
        "exercise", "sessions", "rated", "green", "amber", "red", "lastTolerated", "flagged",
      ])
    let tolerated = try #require(exercise["lastTolerated"] as? [String: Any])
    #expect(Set(tolerated.keys) == ["dose", "day", "id"])
    #expect(tolerated["dose"] as? String == "3x8" && tolerated["day"] as? String == "2026-11-12")
    let thresholds = try #require(report["thresholds"] as? [String: Any])
    #expect(thresholds["fine"] as? Double == 3 && thresholds["tooMuch"] as? Double == 5)
    #expect(thresholds["morning"] as? Double == 1 && thresholds["morningRed"] as? Double == 2)
    #expect((thresholds["source"] as? String)?.contains("not in low-back pain") == true)
    #expect(
      report["statements"] as? [String] == [
        "2 sessions: 1 green, 0 amber, 1 red.",
        "Sat 2026-11-14: red, pain after 6. bird-dog 4x8; last tolerated: 3x8 on 2026-11-12.",
      ])
  }

  @Test func theWindowIsThatOfTheOtherReports() throws {
    for day in ["2026-09-01", "2026-11-09", "2026-11-15", "2026-11-16"] {
      try log("plank", "30s", "--after", "1", "--at", day)
    }
    #expect(try sessions().count == 4)
    #expect(try sessions("--weeks", "1").count == 1)
    #expect(try sessions("--since", "2026-11-11", "--until", "2026-11-12").count == 2)
    #expect(try sessions("--since", "2026-09-01", "--weeks", "2").count == 1)
    try psoas.done("config", "report.weeks", "2")
    #expect(try sessions().count == 3)
  }

  @Test func sessionsWithinAFlareAreMarked() throws {
    for hour in ["07:00", "12:00"] {
      try log("plank", "30s", "--after", "2", "--at", "2026-11-10 \(hour)")
    }
    #expect(try !psoas.done("report", "response").contains("▲"))
    try psoas.done("flare", "start", "--at", "2026-11-10 08:00", "--quiet")
    #expect(try sessions().map { $0["flare"] as? Bool } == [false, true])
    #expect(try (report()["flares"] as? [Any])?.count == 1)
    #expect(try psoas.done("report", "response").contains("▲ marks sessions within a flare."))
  }

  @Test func thresholdsAreSettings() throws {
    try log("plank", "30s", "--before", "3", "--after", "4", "--at", "yesterday")
    try psoas.done("pain", "4.5", "--recall", "morning")
    func colour() throws -> String? { try sessions().first?["colour"] as? String }
    #expect(try colour() == "amber")
    #expect(try psoas.done("config", "response.toomuch", "3.5") == "response.toomuch = 3.5\n")
    #expect(try colour() == "red")
    try psoas.done("config", "response.toomuch", "--unset")
    try psoas.done("config", "response.fine", "4.0")
    #expect(try psoas.done("config", "response.fine") == "4\n")
    #expect(try colour() == "amber", "the morning")
    try psoas.done("config", "response.morning", "1.6")
    #expect(try colour() == "green")
    try psoas.done("config", "response.morning", "1.2")
    try psoas.done("config", "response.morning.red", "1.5")
    #expect(try colour() == "red")
    #expect(
      try psoas.done("report", "response").replacingOccurrences(of: "\n", with: " ").contains(
        "your settings; the pain-monitoring rule (Silbernagel), tested in tendinopathy, not in "
          + "low-back pain, has 3 and 5"))
  }

  @Test(arguments: [
    ("response.fine", "5", "'response.fine' (5) is not below 'response.toomuch' (5)"),
    ("response.fine", "7.5", "'response.fine' (7.5) is not below 'response.toomuch' (5)"),
    ("response.toomuch", "0", "'response.fine' (3) is not below 'response.toomuch' (0)"),
    ("response.morning", "2", "'response.morning' (2) is not below 'response.morning.red' (2)"),
    (
      "response.morning.red", "0.5",
      "'response.morning' (1) is not below 'response.morning.red' (0.5)"
    ),
  ])
  func thresholdsHaveToRise(_ key: String, _ value: String, _ error: String) throws {
    try Bad(["config", key, value], 1, error).expectRefusal(by: psoas)
    // Another program may write what this one refuses.
    try psoas.shell("sqlite3 \"$LOG\" \"INSERT INTO setting VALUES ('\(key)', '\(value)')\"")
    try Bad(["report", "response"], 1, error).expectRefusal(by: psoas)
  }

  @Test(arguments: complaints) func wrongWords(bad: Bad) throws { try bad.expectRefusal() }

  static let complaints: [Bad] = [
    Bad(["report", "response", "foo"], 64, "unexpected argument 'foo'"),
    Bad(["report", "response", "--nope"], 64, "unknown option '--nope'. Did you mean '--now'?"),
    Bad(["report", "response", "--weeks", "0"], 64, "--weeks cannot be '0'"),
    Bad(["report", "response", "--since", "x"], 64, "cannot read 'x' as a day"),
    Bad(
      ["report", "response", "--since", "2026-11-20", "--until", "2026-11-01"], 64,
      "the window ends (2026-W44) before it starts (2026-W47)"),
    Bad(["report", "response", "--format", "tiff"], 64, "unknown format 'tiff'"),
    Bad(["report", "respond"], 64, "'respond' is not a command of psoas report"),
    Bad(["config", "response.fine", "x"], 64, "'response.fine' cannot be 'x'"),
    Bad(["config", "response.fine", "10.1"], 64, "'response.fine' cannot be '10.1'"),
    Bad(["config", "response.fine", "3.25"], 64, "'response.fine' cannot be '3.25'"),
    Bad(["config", "response.fine", "-1"], 64, "'response.fine' cannot be '-1'"),
    Bad(["config", "response.toomuch", ""], 64, "'response.toomuch' cannot be ''"),
    Bad(["config", "response.morning", "0"], 64, "'response.morning' cannot be '0'"),
    Bad(["config", "response.morning.red", "11"], 64, "'response.morning.red' cannot be '11'"),
  ]
}
