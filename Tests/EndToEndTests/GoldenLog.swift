import Foundation
import Testing

extension GoldenTests {
  /// Five weeks of a rehabilitation with a week left out, entered one after the other.
  static func fixedLog() throws -> Binary { try log(of: entries) }

  /// A log of these entries, each made at its moment, with keys that rise with the moments.
  static func log(of entries: [(String, String)]) throws -> Binary {
    let psoas = try Binary(now: "2026-11-20T18:00:00+01:00", zone: "Europe/Berlin")
    for (moment, line) in entries {
      let words = line.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      let run = try psoas.run(words, extra: ["PSOAS_NOW": "\(moment):00+01:00"])
      try #require(run.status == 0, "\(line): \(run.err)")
    }
    try psoas.shell(fixedKeys)
    try #require(try psoas.integrity() == "ok\n")
    return psoas
  }

  /// Keys are random; these rise with the moments, so that what is printed is always the same.
  static let fixedKeys = """
    sqlite3 "$LOG" "
      CREATE TEMP TABLE made AS SELECT id, row_number() OVER (ORDER BY at, rank) AS number FROM (
        SELECT id, at, 0 AS rank FROM session UNION ALL SELECT id, at, 1 FROM measurement
        UNION ALL SELECT id, at, iif(tie = 'after', 3, 2) FROM pain
        UNION ALL SELECT id, at, 4 FROM day_record UNION ALL SELECT id, at, 5 FROM flare);
      CREATE TEMP TABLE key AS
        SELECT id AS old, CAST(printf('%016d', number) AS BLOB) AS new FROM made;
      UPDATE session SET id = (SELECT new FROM key WHERE old = id);
      UPDATE exercise_set SET session_id = (SELECT new FROM key WHERE old = session_id);
      UPDATE pain SET session_id = (SELECT new FROM key WHERE old = session_id);
      UPDATE pain_site SET pain_id = (SELECT new FROM key WHERE old = pain_id);
      UPDATE pain_trigger SET pain_id = (SELECT new FROM key WHERE old = pain_id);
      UPDATE pain SET id = (SELECT new FROM key WHERE old = id);
      UPDATE measurement_trial
        SET measurement_id = (SELECT new FROM key WHERE old = measurement_id);
      UPDATE measurement SET id = (SELECT new FROM key WHERE old = id);
      UPDATE day_factor SET day_id = (SELECT new FROM key WHERE old = day_id);
      UPDATE day_record SET id = (SELECT new FROM key WHERE old = id);
      UPDATE flare SET id = (SELECT new FROM key WHERE old = id)"
    """

  private static let entries = [
    ("2026-10-12T08:00", "pain;7;--site;low-back;--trigger;sitting"),
    ("2026-10-12T18:30", "log;bird-dog;3x5;curl-up;3x5x8s;--minutes;12;--effort;3"),
    ("2026-10-14T07:10", "pain;6.5;--recall;morning;--woke"),
    ("2026-10-15T19:00", "measure;glute-bridge;118;120;119;--method;phone"),
    ("2026-10-15T19:05", "measure;thomas;4;--side;left"),
    ("2026-10-15T19:06", "measure;thomas;2;--side;right"),
    ("2026-10-17T09:00", "pain;7"),
    ("2026-10-20T18:00", "log;--again;--before;6;--after;5"),
    ("2026-10-22T18:00", "pain;6;--note;Long day, “worse” after the drive 🚗"),
    ("2026-10-22T21:00", "day;sitting=9h;sleep=6.5h;posture=2;walking=30m"),
    ("2026-11-03T18:10", "log;--routine;big-three;--minutes;18;--effort;4;--after;4"),
    ("2026-11-04T08:00", "pain;5"),
    ("2026-11-05T19:00", "measure;glute-bridge;124;126;--method;phone;--pain-free"),
    ("2026-11-06T19:00", "measure;side-plank-hold;31;38;--side;left"),
    ("2026-11-10T18:00", "log;side-plank;3x20s/side;glute-bridge;3x12@20kg;--minutes;20"),
    ("2026-11-11T07:00", "pain;4.5;--site;buttock:left"),
    ("2026-11-12T19:00", "measure;thomas;-3;-5;--side;left;--active"),
    ("2026-11-16T18:00", "log;dead-bug;2x6/side;pain=2;--minutes;15.5;--effort;5;--before;4"),
    ("2026-11-18T08:00", "pain;3"),
    ("2026-11-19T19:00", "measure;glute-bridge;131;--method;phone"),
    ("2026-11-20T07:30", "pain;3.5;--trigger;früh aufstehen"),
    ("2026-11-20T09:00", "day;sitting=5h30m;steps=8420"),
  ]

  /// Compares what the words print with the file of that name, or writes it.
  static func compare(_ psoas: Binary, _ sample: Sample, status: Int32 = 0) throws {
    let run = try psoas.run(sample.words, extra: sample.extra)
    #expect(run.status == status)
    let notes = run.err.isEmpty ? "" : "--- messages ---\n\(run.err)"
    let printed = run.out + notes
    // The style of pages is the same in all: it is compared once, with the weekly report.
    guard sample.name.hasSuffix(".html"),
      let style = printed.firstMatch(of: /(?s)<style>\n(.*?)<\/style>/)
    else {
      return try compare(printed, sample.name)
    }
    if sample.name == "weekly.html" { try compare(String(style.1), "page.css") }
    let page = printed.replacingCharacters(in: style.1.startIndex..<style.1.endIndex, with: "")
    try compare(page, sample.name)
  }

  private static func compare(_ printed: String, _ name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden").appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["PSOAS_RECORD"] == "1" {
      try Data(printed.utf8).write(to: file)
      return
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(printed == expected, "\(name): PSOAS_RECORD=1 records it again")
  }
}
