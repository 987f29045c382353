import Foundation
import Testing

/// The copy for other tools.
@Suite struct ExportSQLiteTests {
  private func query(_ psoas: Binary, _ sql: String) throws -> String {
    let run = try psoas.shell("sqlite3 -readonly copy.db \"$SQL\"", extra: ["SQL": sql])
    #expect(run.status == 0, "\(run.err)")
    return run.out
  }

  @Test func viewsHaveTimesAndUnits() throws {
    let psoas = try Binary(now: "2026-11-20T18:00:00+01:00", zone: "Europe/Berlin")
    try psoas.done(
      "log", "glute-bridge", "2x12@20lb", "--minutes", "30", "--effort", "4.5", "--before", "4",
      "--quiet")
    try psoas.done("measure", "thomas", "-3", "-5", "--side", "left", "--quiet")
    try psoas.done("measure", "side-plank-hold", "31", "38", "--side", "left", "--quiet")
    try psoas.done("day", "sitting=9h", "--quiet")
    try psoas.done("day", "sitting=8h", "posture=2", "--quiet")
    try psoas.done("pain", "3.5", "--site", "hip:left", "--trigger", "sitting", "--quiet")
    try psoas.done("flare", "start", "--quiet")
    try psoas.done("protocol", "start", "twelve-minute", "--no-to-all", "--quiet")
    try psoas.done("check", "--no-to-all", "--quiet")
    try psoas.done("export", "sqlite", psoas.path("copy.db"))
    #expect(try psoas.mode(psoas.path("copy.db")) == 0o600)
    #expect(
      try query(
        psoas,
        "SELECT local_time, day, week_start, minutes, effort_cr10, load_au, sets, pain_before FROM v_sessions"
      )
        == "2026-11-20 18:00:00|2026-11-20|2026-11-16|30.0|4.5|135.0|2|4.0\n")
    #expect(
      try query(
        psoas,
        "SELECT exercise, number, reps, load, load_unit, round(load_kg, 3) FROM v_sets LIMIT 1")
        == "glute-bridge|1|12|20.0|lb|9.072\n")
    #expect(
      try query(psoas, "SELECT score, recall, sites, triggers FROM v_pain WHERE tie IS NULL")
        == "3.5|now|hip:left|sitting\n")
    #expect(
      try query(psoas, "SELECT DISTINCT typeof(session_key) FROM v_pain WHERE tie IS NULL")
        == "null\n")
    #expect(
      try query(psoas, "SELECT kind, value, unit, trials FROM v_measurements ORDER BY kind")
        == "side-plank-hold|38.0|s|2\nthomas|-4.0|deg|2\n")
    #expect(
      try query(psoas, "SELECT factor, value, unit FROM v_days ORDER BY factor")
        == "posture|2.0|\nsitting|8.0|h\n")
    #expect(try query(psoas, "SELECT count(*) FROM v_trials") == "4\n")
    #expect(
      try query(psoas, "SELECT local_start, local_end FROM v_flares") == "2026-11-20 18:00:00|\n")
    #expect(try query(psoas, "SELECT kind, protocol FROM v_stages") == "start|twelve-minute\n")
    #expect(try query(psoas, "SELECT answers > 5, answered_yes FROM v_checks") == "1|\n")
    let views = try query(psoas, "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY 1")
    for view in views.split(separator: "\n") { _ = try query(psoas, "SELECT * FROM \(view)") }
    let page = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("docs/export.md"), encoding: .utf8)
    for view in views.split(separator: "\n") { #expect(page.contains("`\(view)`")) }
    #expect(
      try query(
        psoas, "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'operation%' OR name = 'seal'")
        == "0\n")
    let run = try psoas.run("status", "--db", psoas.path("copy.db"))
    #expect(run.status == 1 && run.err.contains("is a database, but not a psoas log"))
  }

  @Test func aRandomLogHasReadableViews() throws {
    let psoas = try Binary()
    try RandomLog.fill(psoas, seed: 5)
    try psoas.done("export", "sqlite", psoas.path("copy.db"))
    for view in [
      "sessions", "sets", "pain", "measurements", "trials", "days", "flares", "stages", "checks",
    ] {
      _ = try query(psoas, "SELECT * FROM v_\(view)")
    }
    #expect(try query(psoas, "PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok\n")
  }

  @Test func nothingOfTheUsersWordsIsLeftInIt() throws {
    let psoas = try Binary()
    try psoas.done("exercise", "add", "my-move", "--name", "SECRET name", "--quiet")
    try psoas.done("log", "my-move", "3x8", "--note", "SECRET", "--before", "4", "--quiet")
    try psoas.done("pain", "4", "--note", "SECRET note", "--trigger", "secret", "--quiet")
    try psoas.done("export", "sqlite", psoas.path("copy.db"), "--redact", "--quiet")
    #expect(try psoas.shell("grep -ci secret copy.db").out == "0\n")
    #expect(try query(psoas, "SELECT exercise_name FROM v_sets LIMIT 1") == "my-move\n")
  }

  @Test func nothingIsReplaced() throws {
    let psoas = try Binary()
    try psoas.done("pain", "4", "--quiet")
    let before = psoas.bytes()
    for (path, message) in [
      (psoas.log, "the file '\(psoas.log)' is the log itself"),
      ("", "the name of the file is empty"),
      (psoas.path("no/x.db"), "there is no folder '\(psoas.path("no"))'"),
    ] {
      let run = try psoas.run("export", "sqlite", path)
      #expect(run.status != 0 && run.err.hasPrefix("error: \(message)\nhint: "), "\(run.err)")
    }
    #expect(psoas.bytes() == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: psoas.folder.path) == ["log.db"])
  }
}
