import Foundation
import Testing

/// Flares: begun, ended, listed, refused.
@Suite struct FlareTests {
  private let psoas: Binary

  init() throws {
    psoas = try Binary()
    try psoas.done("init", "--quiet")
  }

  private func start(_ at: String, end: String? = nil) throws {
    try psoas.done("flare", "start", "--at", at, "--quiet")
    if let end { try psoas.done("flare", "end", "--at", end, "--quiet") }
  }

  @Test func startAndEndAreConfirmed() throws {
    let begun = try psoas.done("flare", "start", "--at", "2026-11-09 08:00", "--note", "a drive")
    let id = String(begun.prefix(7))
    #expect(
      begun == """
        \(id)  Mon 2026-11-09 08:00  flare, going on
        week 46: 0 sessions, pain now not rated yet · undo: psoas undo

        """)
    let ended = try psoas.done("flare", "end", "--at", "2026-11-16 20:00", "--note", "settled")
    #expect(
      ended == """
        \(id)  Mon 2026-11-09 08:00  flare, over on Mon 2026-11-16 20:00
        week 47: 0 sessions, pain now not rated yet · undo: psoas undo

        """)
    let shown = try psoas.object("show", id)
    #expect(shown["type"] as? String == "flare")
    #expect(shown["at"] as? String == "2026-11-09T08:00:00+00:00")
    #expect(shown["end"] as? String == "2026-11-16T20:00:00+00:00")
    #expect(shown["note"] as? String == "a drive\nsettled")
    #expect(try psoas.done("rm", id).hasPrefix("removed \(id)"))
    #expect(try psoas.objects("flare").isEmpty)
    #expect(try psoas.integrity() == "ok\n")
  }

  @Test func confirmationsComeInEveryForm() throws {
    let begun = try psoas.object("flare", "start", "--note", "x")
    #expect(begun["type"] as? String == "flare" && begun["end"] is NSNull)
    #expect(
      try psoas.done("flare", "end", "--format", "csv").hasPrefix(
        "id,type,at,day,zone,end,endDay,note\n"))
    let later = ["PSOAS_NOW": "2026-11-20T19:00:00Z"]
    let table = try psoas.done("flare", "start", "--format", "markdown", extra: later)
    #expect(table.hasPrefix("| Field | Value |\n"))
    #expect(try psoas.done("flare", "end", "--quiet", extra: later) == "")
  }

  @Test func theFirstFlareMakesTheLog() throws {
    let psoas = try Binary()
    let none = try psoas.run("flare", "end")
    #expect(none.status == 1 && none.err.hasPrefix("error: there is no log at "))
    #expect(psoas.bytes() == nil)
    let run = try psoas.run("flare", "start")
    #expect(run.status == 0 && run.err == "made a new log at '\(psoas.log)'\n")
  }

  @Test func theListHasItsKeys() throws {
    try psoas.done("pain", "4", "--at", "2026-10-01", "--quiet")
    let words = ["--minutes", "20", "--quiet", "--at"]
    _ = try psoas.run(["log", "plank", "2x30s", "--effort", "3"] + words + ["2026-11-01 12:00"])
    _ = try psoas.run(["log", "plank", "3x30s", "--effort", "5"] + words + ["2026-11-09 12:00"])
    _ = try psoas.run(["log", "plank", "3x30s"] + words + ["2026-11-08 12:00"])
    for (score, at) in [
      ("3", "2026-11-05"), ("4", "2026-11-09"), ("7", "2026-11-11"), ("3", "2026-11-13"),
    ] {
      try psoas.done("pain", score, "--quiet", "--at", at)
    }
    try start("2026-11-10 08:00", end: "2026-11-12 08:00")
    let flare = try #require(try psoas.objects("flare", "list").first)
    #expect(
      Set(flare.keys) == [
        "id", "start", "startDay", "end", "endDay", "goingOn", "days", "before72h", "usual72h",
        "usual72hGap", "comparison", "worst", "levelBefore", "levelGap", "daysBack", "daysBackGap",
        "note",
      ])
    #expect(flare["days"] as? Int == 3 && flare["goingOn"] as? Bool == false)
    #expect(
      flare["before72h"] as? [String: Double]
        == ["load": 100, "sessions": 2, "withoutLoad": 1, "minutes": 40, "sets": 6])
    let usual = try #require(flare["usual72h"] as? [String: Double])
    #expect(abs((usual["load"] ?? 0) - 60 * 3 / 28) < 1e-9)
    #expect((flare["worst"] as? [String: Any])?["score"] as? Double == 7)
    #expect(flare["levelBefore"] as? [String: Double] == ["median": 3.5, "n": 2])
    #expect(flare["daysBack"] as? Int == 3)
    #expect(flare["usual72hGap"] is NSNull && flare["daysBackGap"] is NSNull)
  }

  @Test func whatIsUnknownSaysWhy() throws {
    try start("2026-11-18 08:00")
    let flare = try #require(try psoas.objects("flare").first)
    for key in ["end", "endDay", "usual72h", "worst", "levelBefore", "daysBack", "note"] {
      #expect(flare[key] is NSNull, "\(key)")
    }
    #expect(flare["days"] as? Int == 3 && flare["goingOn"] as? Bool == true)
    #expect(flare["usual72hGap"] as? String == "the log has less than 28 days before those hours")
    #expect(flare["levelGap"] as? String == "no rating of pain now in the 7 days before")
    #expect(flare["daysBackGap"] as? String == flare["levelGap"] as? String)
    let text = try psoas.done("flare")
    #expect(text.contains("\nworst pain    not rated\n"))
    #expect(text.contains("\nlevel before  unknown: no rating of pain now in the 7 days before\n"))
  }

  @Test func noFlaresIsSaid() throws {
    let run = try psoas.run("flare")
    #expect(run.status == 0 && run.out == "" && run.err == "no flares in this log\n")
    #expect(try psoas.run("flare", "--format", "json").out == "[]\n")
  }

  @Test func weeksAreMarked() throws {
    try psoas.done("log", "plank", "30s", "--after", "2", "--quiet", "--at", "2026-11-10 12:00")
    let plain = try psoas.done("report", "weekly")
    #expect(!plain.contains("Flare") && !plain.contains("▲"))
    try start("2026-11-10 08:00", end: "2026-11-16 08:00")
    let report = try psoas.object("report", "weekly", "--weeks", "3")
    let weeks = try #require(report["weeks"] as? [[String: Any]])
    #expect(weeks.map { $0["flare"] as? Bool } == [false, true, true])
    let flares = try #require(report["flares"] as? [[String: Any]])
    #expect(flares.map { $0["start"] as? String } == ["2026-11-10T08:00:00+00:00"])
    #expect(flares.map { $0["end"] as? String } == ["2026-11-16T08:00:00+00:00"])
    let text = try psoas.done("report", "weekly", "--weeks", "3")
    #expect(text.contains("2026-W46 ▲     1") && text.contains("2026-W47 ▲  no entries"))
  }
}
