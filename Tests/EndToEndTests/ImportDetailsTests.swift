import Foundation
import Testing

/// What may be lost between a row and an entry.
@Suite struct ImportDetailsTests {
  private static let bearable =
    "date formatted,date,weekday,time of day,category,rating/amount,detail,notes\n"

  private let psoas: Binary

  init() throws {
    psoas = try Binary()
    try psoas.done("init", "--quiet")
  }

  private func write(_ text: String, _ name: String = "file.csv") throws -> String {
    try text.write(toFile: psoas.path(name), atomically: true, encoding: .utf8)
    return psoas.path(name)
  }

  private func values(_ query: String) throws -> String {
    try psoas.shell("sqlite3 \"$LOG\" '\(query)'").out
  }

  /// A dose is one of repetitions, of holds or of both, so that other sets begin an entry of their own.
  @Test func setsOfAnotherShapeStandApart() throws {
    let file = try write(
      "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
        + "2026-10-01 18:05:00,A,45m,Plank,1,0,8,0,0,\n2026-10-01 18:05:00,A,45m,Plank,2,0,8,0,0,\n"
        + "2026-10-01 18:05:00,A,45m,Plank,3,0,0,0,30,\n2026-10-01 18:05:00,A,45m,Plank,4,0,0,0,0,\n"
        + "2026-10-01 18:05:00,A,45m,Plank,5,0,0,0,0,\n")
    try psoas.done("import", "strong", file)
    #expect(try psoas.done("list").contains("plank 2x8, plank 30s, plank, plank, 45 min"))
    try psoas.done("edit", "last", "--note", "changed")
    let all = try values("SELECT count(*), sum(reps), sum(hold_seconds) FROM exercise_set")
    #expect(all == "5|16|30\n")
  }

  /// An app that writes the newest first puts a new rating before the one that is in the log.
  @Test func aRatingBeforeAnEqualOneComesIn() throws {
    let row = { (score: Int) in "2026-11-18,x,W,pm,Symptom,\(score),Back pain (x),\n" }
    try psoas.done("import", "bearable", try write(ImportDetailsTests.bearable + row(3)))
    let later = try write(ImportDetailsTests.bearable + row(4) + row(3) + row(4))
    try psoas.done("import", "bearable", later)
    #expect(
      try values("SELECT value_hundredths FROM measurement_trial ORDER BY 1") == "300\n400\n400\n")
    #expect(try psoas.done("import", "bearable", later).contains("nothing new"))
  }

  @Test func anotherColumnOfPainIsAnotherRating() throws {
    let file = try write("Day,Hip,Knee\n2026-10-01,5,2\n2026-10-02,4,4\n")
    for column in ["Hip", "Knee"] {
      let said = try psoas.done("import", "csv", file, "--columns", "date=Day,pain=\(column)")
      #expect(said.contains("2 pain ratings"), "\(said)")
    }
    #expect(
      try values("SELECT score_tenths FROM pain ORDER BY 1") == "20\n40\n40\n50\n")
  }

  /// A session of an app that has one a day, exported three times, with sets in its middle and at its end.
  @Test func aSessionMayGrowTwice() throws {
    let head = "Date,Exercise,Category,Weight (kgs),Reps\n"
    func row(_ name: String, _ reps: Int) -> String { "2026-11-02,\(name),Back,0,\(reps)\n" }
    let stages = [
      [row("Squat", 8), row("Row", 9)], [row("Squat", 8), row("Squat", 7), row("Row", 9)],
      [row("Squat", 8), row("Squat", 7), row("Row", 9), row("Row", 10)],
    ]
    for rows in stages {
      try psoas.done("import", "fitnotes", try write(head + rows.joined()))
      #expect(try values("SELECT count(*) FROM exercise_set") == "\(rows.count)\n")
    }
    #expect(try values("SELECT sum(reps) FROM exercise_set") == "34\n")
  }

  @Test(arguments: ["days-factors.csv", "pain.csv", "kept.csv"])
  func halfATableIsNoTable(_ name: String) throws {
    try psoas.done("day", "steps=12345", "--quiet")
    try psoas.done("pain", "4", "--quiet")
    try psoas.done("export", "csv", psoas.path("tables"))
    guard FileManager.default.fileExists(atPath: psoas.path("tables/\(name)")) else { return }
    try psoas.shell("truncate -s -3 tables/\(name)")
    let run = try psoas.run("import", "tables", psoas.path("tables"), "--dry-run")
    #expect(run.status == 1 && run.err.contains("'\(name)'"), "\(run)")
    #expect(run.err.contains("hint: "))
  }

  @Test(arguments: [
    (
      "Habits.csv", "Position,Name,Type,Question,Description,FrequencyNumerator,Unit\n1,Walk",
      "line 2"
    ),
    ("Habits.csv", "Nr,Habit\n1,Walk\n", "line 1 has no column 'position'"),
    ("001 Walk/Checkmarks.csv", "Date,Value,Notes\n2026-11-18,45", "line 2"),
  ])
  func halfAHabitIsNoHabit(_ file: String, _ text: String, _ said: String) throws {
    try psoas.shell(
      "mkdir -p 'loop/001 Walk'; printf 'Position,Name,Type,Unit\\n1,Walk,NUMERICAL,min\\n' > loop/Habits.csv;"
        + "printf 'Date,Value,Notes\\n2026-11-17,45000,\\n' > 'loop/001 Walk/Checkmarks.csv'")
    _ = try write(text, "loop/\(file)")
    let run = try psoas.run("import", "loop", psoas.path("loop"))
    #expect(run.status == 1 && run.err.contains(said), "\(run)")
    #expect(try values("SELECT count(*) FROM operation") == "0\n")
  }

  @Test func rejectedMarksNameTheirFile() throws {
    try psoas.shell(
      "mkdir -p 'loop/001 Walk'; printf 'Date,Value,Notes\\n2030-11-17,2,\\n2026-11-17,2,\\n' "
        + "> 'loop/001 Walk/Checkmarks.csv'")
    let said = try psoas.done("import", "loop", psoas.path("loop"))
    #expect(said.contains("001 Walk/Checkmarks.csv"), "\(said)")
  }

  @Test func theLatestPartOfTheDayCounts() throws {
    let row = { (part: String, value: Int) in
      "2026-11-18,x,W,\(part),Health measurements,\(value),Heart rate (bpm),\n"
    }
    try psoas.done(
      "import", "bearable", try write(ImportDetailsTests.bearable + row("pm", 80) + row("am", 62)))
    let days = try psoas.done("list")
    #expect(days.contains("heart-rate=80") && !days.contains("heart-rate=62"), "\(days)")
  }

  @Test func aScaleIsNotTakenForAnother() throws {
    let file = try write(
      ImportDetailsTests.bearable + "2026-11-18,x,W,pm,Symptom,3,Back pain (x),\n")
    let map = try write("Back pain = measure psfs\n", "map.txt")
    let run = try psoas.run("import", "bearable", file, "--map", map)
    #expect(run.status == 1 && run.out.isEmpty)
    #expect(
      run.err == """
        error: 'Back pain' is rated 0 to 4, and 'psfs' is 0 to 10
        hint: ratings are not converted: name a kind with the same ends, or a factor

        """)
  }

  /// A note that a row stands for is there once, however many sets the row stands for.
  @Test func aNoteIsKeptOnce() throws {
    let file = try write(
      "Day,Ex,Sets,Reps,Note\n2026-10-01,Bird Dog,100,8,\(String(repeating: "n", count: 200))\n"
        + "2026-10-01,Plank,1,8,IMPORTANT\n")
    try psoas.done(
      "import", "csv", file, "--columns", "date=Day,exercise=Ex,sets=Sets,reps=Reps,note=Note")
    #expect(try psoas.done("show", "last").contains("IMPORTANT"))
  }

  @Test func theResultIsNotWrittenOverTheFile() throws {
    let file = try write("Day,Pain\n2026-10-01,5\n")
    let run = try psoas.run(
      "import", "csv", file, "--columns", "date=Day,pain=Pain", "--output", file)
    #expect(run.status == 64 && run.err.contains("is the file that the command itself is about"))
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("Day,Pain\n"))
    #expect(try values("SELECT count(*) FROM pain") == "0\n")
  }

  @Test func lengthsThatCannotBeReadAreCounted() throws {
    let file = try write(
      "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
        + "2026-10-01 18:05:00,A,a while,Plank,1,0,8,0,0,\n")
    let said = try psoas.done("import", "strong", file)
    #expect(said.contains("left out: lengths that cannot be read (1)"), "\(said)")
  }

  @Test func columnsThatAreReadAreNotLeftOut() throws {
    let file = try write(
      "Week,Date,Stand Left,Stand Right,Bridge Left,Bridge Right,Reach Left,Reach Right,"
        + "Knee Pain,Back Pain,Foot Pain,Notes\n1,2026-11-02,10,11,20,21,5,6,2,3,0,fine\n",
      "weekly.csv")
    let said = try psoas.done("import", "rehab-tracker", file)
    #expect(said.contains("3 pain ratings") && !said.contains("left out"), "\(said)")
  }
}
