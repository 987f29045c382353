import Core
import Import
import Testing

/// Files of days rather than of sets.
@Suite struct DiaryFormatTests {
  @Test func bearable() throws {
    #expect(
      try described(.bearable, fixture("bearable.csv")) == [
        "2 scale 2021-12-08 midday Neck pain 2 of 0...4 Moderate",
        "3 scale 2021-12-08 evening Lower back pain 4 of 0...4 Unbearable 'after the drive'",
        "4 scale 2021-12-08 morning Mood 3 OK", "5 factor 2021-12-08 Sleep 7.5h",
        "6 factor 2021-12-08 Busy day 1", "6 factor 2021-12-08 Walk 1",
        "7 measured 2021-12-08 Step count 6418 steps", "line 9 has '5', which is no rating of 0-4",
      ])
    #expect(try counts(.bearable, "bearable.csv").leftOut == ["rows of 'Medication'": 1])
  }

  @Test func bearableWithDateFormatted() throws {
    #expect(
      try described(.bearable, fixture("bearable-formatted.csv")) == [
        "2 scale 2026-01-03 09:15 Stiffness 0 of 0...4 -", "3 scale 2026-01-03 night Energy 2 low",
        "4 factor 2026-01-03 evening ☕ Caffeine 3", "4 factor 2026-01-03 evening Sitting 2",
        "4 factor 2026-01-03 evening Calls 1", "5 scale 2026-01-03 Sleep quality 3 good",
      ])
  }

  /// Nothing of Bearable is ever pain on 0–10.
  @Test func bearableHasNoPain() throws {
    for name in ["bearable.csv", "bearable-formatted.csv"] {
      let lines = try described(.bearable, fixture(name))
      #expect(!lines.contains { $0.contains(" pain 20") })
    }
  }

  @Test func bearableRefusesWhatItCannotRead() throws {
    let head = "date,weekday,time of day,category,rating/amount,detail,notes\n"
    let rows = [
      "8th Dec 2021,,,Sleep,seven,,", "8th Dec 2021,,,Sleep,25:00,,", "8th Dec 2021,,,Symptom,2,,",
      "8th Dec 2021,,,Health measurements,,Steps,", "8th Dec,,,Mood,3,,",
      "8th Dec 2021,,,Mood,-1,,",
      "8th Dec 2021,,,Work,,,", "8th Dec 2021,,,,,,",
      "8th Dec 2021,,,Factors,,\(String(repeating: "a|", count: 300)),",
    ]
    #expect(
      try described(.bearable, Array((head + rows.joined(separator: "\n")).utf8)) == [
        "line 2 has the sleep 'seven', which is no H:MM",
        "line 3 has the sleep '25:00', which is no H:MM", "line 4 names no symptom",
        "line 5 has '', which is no number", "line 6 has no date that can be read: '8th Dec'",
        "line 7 has '-1', which is no rating", "line 10 lists more than 200 things",
      ])
  }

  func loop(_ names: [String]) throws -> (lines: [String], counts: ImportCounts) {
    var lines: [String] = []
    let files = names.map { name in
      NamedSource(path: name) { pieces(try fixture(name), of: 5) }
    }
    let counts = try Importer.readLoop(files) { lines += describe($0) }
    return (lines, counts)
  }

  @Test func loopFolder() throws {
    let read = try loop([
      "loop/Checkmarks.csv", "loop/002 Sitting/Checkmarks.csv", "loop/Habits.csv",
      "loop/001 Bird dog/Checkmarks.csv",
    ])
    #expect(
      read.lines == [
        "2 habit 2026-04-03 Bird dog 'slow, both sides'", "5 habit 2026-03-31 Bird dog",
        "2 habit 2026-04-03 Sitting 6.5 hours", "3 habit 2026-04-02 Sitting 0 hours 'holiday'",
        "4 habit 2026-04-01 Sitting 8 hours",
      ])
    #expect(
      read.counts.leftOut == [
        "days that the app filled in": 1, "days marked as not done": 1, "days left open": 1,
        "days skipped": 1,
      ])
  }

  /// A note of a day that is not kept is counted.
  @Test func loopNotesOfOtherDays() throws {
    let file = NamedSource(path: "001 A/Checkmarks.csv") {
      source("Date,Value,Notes\n2026-01-01,SKIP,ill\n2026-01-02,SKIP,\n")
    }
    #expect(
      try Importer.readLoop([file]) { _ in }.leftOut
        == ["days skipped": 2, "notes of days that are left out": 1])
  }

  @Test func loopFileOfAllHabits() throws {
    let read = try loop(["loop/Checkmarks.csv", "loop/Habits.csv"])
    #expect(
      read.lines == [
        "2 habit 2026-04-03 Bird dog", "2 habit 2026-04-03 Sitting 6.5 hours",
        "3 habit 2026-04-02 Sitting 0 hours", "4 habit 2026-04-01 Sitting 8 hours",
      ])
  }

  @Test func loopOfOld() throws {
    let old = ["loop-old/001 Bird dog/Checkmarks.csv"]
    let lines = ["1 habit 2016-04-03 Bird dog", "4 habit 2016-03-31 Bird dog"]
    #expect(try loop(old + ["loop-old/Habits.csv"]).lines == lines)
    #expect(try loop(old).lines == lines, "the folder's name has the habit's as well")
  }

  @Test func loopNamesFilesAndLines() throws {
    func read(_ files: [(String, String)]) throws -> [String] {
      var lines: [String] = []
      let sources = files.map { file in NamedSource(path: file.0) { source(file.1) } }
      _ = try Importer.readLoop(sources) { lines += describe($0) }
      return lines
    }
    #expect(
      try read([
        ("a/Habits.csv", "Position,Name\nx,y\n"),
        ("a/001 A/Checkmarks.csv", "Date,Value,Notes\nsoon,2,\n2026-01-01,maybe,\n2026-01-02\n"),
      ]) == [
        "line 2 of a/Habits.csv is no habit with a position and a name",
        "line 2 of a/001 A/Checkmarks.csv has no date that can be read: 'soon'",
        "line 3 of a/001 A/Checkmarks.csv has the mark 'maybe', which is unknown",
        "line 4 of a/001 A/Checkmarks.csv has no mark next to the date",
      ])
    for (files, message) in [
      ([], "there is no Checkmarks.csv among the files"),
      (
        [("Checkmarks.csv", "Day,A,\n")],
        "in 'Checkmarks.csv', this is no Loop Habit Tracker file: line 1 has no column 'date'"
      ),
      (
        [("Checkmarks.csv", "Date,Run, walk,\n2026-01-01,2,\n")],
        "in 'Checkmarks.csv', line 2 has 3 fields and the header 4"
      ),
    ] as [([(String, String)], String)] {
      let failure = #expect(throws: ImportFailure.self) { try read(files) }
      #expect(failure?.message == message)
    }
  }
}
