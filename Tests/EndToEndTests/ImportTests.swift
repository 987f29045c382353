import Foundation
import Testing

/// Files of other apps, taken over by the program.
@Suite struct ImportTests {
  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("ImportTests/Fixtures").path

  private func binary() throws -> Binary { try Binary(now: "2027-01-01T00:00:00Z") }

  private static func fixture(_ name: String) -> String { "\(fixtures)/\(name)" }

  /// What each fixture comes to: how many entries it adds, and how many rows cannot be kept.
  static let files: [(words: [String], added: Int, rejected: Int)] = [
    (["strong", "strong.csv", "--unit", "kg"], 2, 0),
    (["strong", "strong-notes.csv", "--unit", "kg"], 2, 0),
    (["strong", "strong-number.csv"], 1, 0), (["strong", "strong-old.csv"], 2, 0),
    (["strong", "strong-units.csv"], 1, 0), (["hevy", "hevy-kg.csv"], 3, 0),
    (["hevy", "hevy-lbs.csv"], 1, 0), (["fitnotes", "fitnotes.csv"], 2, 0),
    (["fitnotes", "fitnotes-kgs.csv"], 2, 0), (["fitnotes", "fitnotes-lbs-mdy.csv"], 2, 0),
    (["bearable", "bearable.csv"], 7, 1), (["bearable", "bearable-formatted.csv"], 6, 0),
    (["wger", "wger.csv", "--unit", "kg"], 2, 0), (["loop", "loop"], 5, 0),
    (["loop", "loop-old"], 2, 0),
    (["apple-health", "../../UnpackTests/Fixtures/export.xml"], 6, 3),
  ]

  /// Twice the same file adds nothing the second time, and one step takes the first back.
  @Test(arguments: files.indices)
  func everyFixture(_ number: Int) throws {
    let (words, added, rejected) = ImportTests.files[number]
    let psoas = try binary()
    try psoas.done("init", "--quiet")
    let before = try psoas.shell("sqlite3 \"$LOG\" .dump").out
    let command = ["import", words[0], ImportTests.fixture(words[1])] + words.dropFirst(2)
    func run(_ more: String...) throws -> [String: Any] {
      try #require(try psoas.json(command + more + ["--format", "json"]) as? [String: Any])
    }
    func total(_ counts: Any?) -> Int { (counts as? [String: Int] ?? [:]).values.reduce(0, +) }
    let rehearsal = try run("--dry-run")
    #expect(try psoas.shell("sqlite3 \"$LOG\" .dump").out == before)
    let first = try run()
    #expect(total(first["added"]) == added, "\(first)")
    #expect(first["rejectedRows"] as? Int == rejected, "\(first)")
    #expect(total(rehearsal["added"]) == added && rehearsal["dryRun"] as? Bool == true)
    #expect(try psoas.objects("list").count >= added)
    #expect(try psoas.integrity() == "ok\n")
    let second = try run()
    #expect(total(second["added"]) == 0 && total(second["alreadyThere"]) == added, "\(second)")
    #expect(try psoas.objects("history").count == 1)
    try psoas.done("undo")
    #expect(try psoas.objects("list").isEmpty)
    #expect(try psoas.shell("sqlite3 \"$LOG\" 'SELECT count(*) FROM exercise'").out == "0\n")
    try psoas.done("redo")
    #expect(total(try run()["alreadyThere"]) == added)
  }

  @Test func theSummaryInWords() throws {
    let psoas = try binary()
    let run = try psoas.run(
      "import", "strong", ImportTests.fixture("strong.csv"), "--unit", "kg")
    #expect(
      run.out == """
        Strong file of 5 rows, 2026-03-02 to 2026-03-04: added
          2 sessions with 4 sets
        left out: rest timers (1)
        names: Bird Dog (Bodyweight) = bird-dog, Glute Bridge = glute-bridge, Plank =
          plank
        undo: psoas undo

        """)
    let hevy = try psoas.run("import", "hevy", ImportTests.fixture("hevy-kg.csv"))
    #expect(
      hevy.out.contains(
        "names new to the log: Farmers Walk = farmers-walk, Squat (Barbell) =\n  squat-barbell\n"))
    #expect(try psoas.done("exercise", "show", "squat-barbell").contains("Squat (Barbell)"))
  }

  /// What the user says a name means counts, also the next time.
  @Test func aMappingIsRemembered() throws {
    let psoas = try binary()
    try psoas.shell(
      """
      printf 'Date,Pain,Legs\\n2026-03-01,3,5\\n2026-03-02,4,6\\n' > diary.csv
      printf 'Deadlift = skip\\nPlank = side-plank left\\nPull Up = bird-dog\\n' > names.txt
      """)
    let file = ImportTests.fixture("fitnotes-kgs.csv")
    try psoas.run("import", "fitnotes", file, "--write-map", psoas.path("guess.txt"))
    #expect(
      try String(contentsOfFile: psoas.path("guess.txt"), encoding: .utf8)
        == "Deadlift = deadlift\nPlank = plank\nPull Up = pull-up\n")
    try psoas.run("import", "fitnotes", file, "--map", psoas.path("names.txt"))
    let sessions = try psoas.objects("list", "sessions")
    let texts = sessions.flatMap { ($0["entries"] as? [[String: Any]] ?? []) }
      .compactMap { $0["exercise"] as? String }
    #expect(Set(texts) == ["side-plank", "bird-dog"])
    let again = try psoas.json(["import", "fitnotes", file, "--dry-run", "--format", "json"])
    #expect((again as? [String: Any])?["leftOutByMapping"] as? Int == 1)
  }

  /// What is said of names counts also where nothing is new, and one step takes it back.
  @Test func aMappingIsRememberedByItself() throws {
    let psoas = try binary()
    let file = ImportTests.fixture("fitnotes-kgs.csv")
    let map = psoas.path("names.txt")
    try psoas.run("import", "fitnotes", file, "--write-map", map)
    try psoas.run("import", "fitnotes", file, "--map", map)
    #expect(try psoas.done("exercise", "show", "deadlift").contains("Deadlift"))
    try psoas.shell("printf 'Deadlift = skip\\nSwim = skip\\n' > names.txt")
    let again = try psoas.done("import", "fitnotes", file, "--map", map)
    #expect(again.contains("names of the mapping that the file does not have: 'Swim'\n"))
    #expect(again.hasSuffix("what the names mean is remembered; undo: psoas undo\n"))
    func skipped() throws -> Int? {
      let run = try psoas.object("import", "fitnotes", file, "--dry-run")
      return run["leftOutByMapping"] as? Int
    }
    #expect(try skipped() == 1)
    #expect(try psoas.objects("history").count == 2)
    try psoas.done("undo")
    #expect(try skipped() == 0)
  }

  /// A habit that becomes something else at a second import has two entries, each with its own key.
  @Test func anotherMappingAddsOtherEntries() throws {
    let psoas = try binary()
    let folder = ImportTests.fixture("loop")
    try psoas.shell("printf 'Sitting = bird-dog\\n' > names.txt")
    try psoas.done("init", "--quiet")
    try psoas.done("import", "loop", folder)
    try psoas.done("import", "loop", folder, "--map", psoas.path("names.txt"))
    let entries = try psoas.objects("list")
    let ids = entries.compactMap { $0["id"] as? String }
    #expect(ids.count == entries.count && Set(ids).count == ids.count, "\(ids)")
    for id in ids { try psoas.done("show", id) }
    let third = try psoas.object("import", "loop", folder)
    #expect((third["added"] as? [String: Int])?.isEmpty == true, "\(third)")
  }

  /// What belongs to the note of a session is there wherever its rows stand.
  @Test func aPartedSessionKeepsItsNotes() throws {
    let psoas = try binary()
    try psoas.shell(
      """
      (echo 'Date,Workout Name,Exercise Name,Set Order,Weight,Reps,RPE'
       for row in A,Squat,W,0,8, B,Row,1,0,8,7 A,Plank,F,0,5,9.5; do
         echo "2026-01-02 07:00:00,$row"
       done) > parted.csv
      """)
    try psoas.run("import", "strong", psoas.path("parted.csv"))
    let notes = try psoas.objects("list", "sessions").compactMap { $0["note"] as? String }
    #expect(
      Set(notes) == [
        "A\nSquat: set 1 warm-up\nPlank: set 1 to failure, RPE 9.5", "B\nRow: set 1 RPE 7",
      ])
  }

  @Test func anyTableByItsColumns() throws {
    let psoas = try binary()
    try psoas.shell("printf 'Day;Score;Steps\\n2026-03-01;3,5;6418\\n2026-03-02;;\\n' > diary.csv")
    let run = try psoas.run(
      "import", "csv", psoas.path("diary.csv"), "--columns",
      "date=Day,pain=Score,factor:steps=Steps")
    #expect(run.status == 0, "\(run)")
    let entries = try psoas.objects("list")
    #expect(entries.compactMap { $0["score"] as? Double } == [3.5])
    #expect(entries.map { $0["day"] as? String } == ["2026-03-01", "2026-03-01"])
  }

  static let table = [
    Bad(["import", "excel", "/x"], 64, "there is no format 'excel'"),
    Bad(["import", "strong", "/nowhere"], 1, "cannot read '/nowhere': No such file or directory"),
    Bad(["import", "strong", "/"], 1, "'/' is a folder"),
    Bad(["import", "strong", "/dev/null"], 1, "'/dev/null' is no regular file"),
    Bad(
      ["import", "hevy", fixture("strong.csv")], 1,
      "line 1: this looks like a Strong file, not a Hevy one"),
    Bad(
      ["import", "strong", fixture("wger.csv")], 1,
      "line 1: this looks like a wger file, not a Strong one"),
    Bad(
      ["import", "strong", fixture("strong.csv")], 1,
      "line 6 has a weight, and the file does not say its unit"),
    Bad(["import", "strong", fixture("strong.csv"), "--unit", "st"], 64, "there is no unit 'st'"),
    Bad(
      ["import", "fitnotes", fixture("fitnotes.csv"), "--dates", "ymd"], 64,
      "there is no order of dates 'ymd'"),
    Bad(
      ["import", "strong", fixture("strong.csv"), "--encoding", "morse"], 64,
      "there is no encoding 'morse'"),
    Bad(["import", "csv", fixture("diary.csv")], 64, "what the columns are was not said"),
    Bad(
      ["import", "hevy", fixture("hevy-kg.csv"), "--columns", "date=x,pain=y"], 64,
      "--columns is for csv alone"),
    Bad(
      ["import", "apple-health", fixture("hevy-kg.csv"), "--encoding", "windows-1252"], 64,
      "an export of Apple Health says its own dates, units and encoding"),
    Bad(
      ["import", "hevy", fixture("hevy-kg.csv"), "--map", "/nowhere"], 1,
      "cannot read '/nowhere': No such file or directory"),
  ]

  @Test(arguments: table) func refusals(_ bad: Bad) throws { try bad.expectRefusal() }

  /// Something wrong at the very end, and nothing is imported.
  @Test func halfAFileIsNoFile() throws {
    let psoas = try binary()
    try psoas.done("init", "--quiet")
    try psoas.shell(
      """
      (echo 'title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe'
       for i in {10..28}; do
         echo "Legs,\\"$i Jan 2026, 17:42\\",\\"$i Jan 2026, 18:42\\",,Squat,,,0,normal,20,8,,,"
       done
       printf 'Legs,"29 Jan 2026, 17') > half.csv
      """)
    let before = psoas.bytes()
    let run = try psoas.run("import", "hevy", psoas.path("half.csv"))
    #expect(run.status == 1 && run.out == "")
    #expect(run.err.hasPrefix("error: the quote opened in line 21 is never closed\n"), "\(run.err)")
    #expect(psoas.bytes() == before)
  }
}
