import Foundation
import Testing

/// Files that overlap with what was imported before, and rows that cannot be kept.
@Suite struct ImportAgainTests {
  private static let strong = "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps\n"
  private static let fitnotes = "Date,Exercise,Category,Weight (kgs),Reps\n"

  /// A binary with an empty log.
  private func begun() throws -> Binary {
    let psoas = try Binary()
    try psoas.done("init", "--quiet")
    return psoas
  }

  private func write(_ text: String, _ name: String, _ psoas: Binary) throws -> String {
    try text.write(toFile: psoas.path(name), atomically: true, encoding: .utf8)
    return psoas.path(name)
  }

  private func summary(_ psoas: Binary, _ words: String...) throws -> [String: Any] {
    let run = try psoas.run(words + ["--format", "json"])
    let parsed = try JSONSerialization.jsonObject(with: Data(run.out.utf8))
    return try #require(parsed as? [String: Any], "\(run)")
  }

  private func sets(_ psoas: Binary) throws -> String {
    try psoas.shell(
      "sqlite3 \"$LOG\" 'SELECT exercise, reps FROM exercise_set ORDER BY session_id, entry, number'"
    ).out
  }

  /// The rows of a session do not stand together, and those that come first are to be left out.
  @Test func theFirstBlockThatIsKeptBeginsTheSession() throws {
    let psoas = try begun()
    let file = try write(
      ImportAgainTests.strong + """
        2026-11-02 07:00:00,A,Warm up,1,0,5
        2026-11-02 08:00:00,B,Row,1,20,8
        2026-11-02 07:00:00,A,Row,1,20,9

        """, "parted.csv", psoas)
    let map = try write("Warm up = skip\n", "map.txt", psoas)
    let first = try summary(psoas, "import", "strong", file, "--map", map)
    #expect(first["added"] as? [String: Int] == ["sessions": 2], "\(first)")
    #expect(first["sets"] as? Int == 2 && first["leftOutByMapping"] as? Int == 1)
    #expect(try sets(psoas) == "row|9\nrow|8\n")
    let second = try summary(psoas, "import", "strong", file)
    #expect(second["sets"] as? Int == 0 && second["grownSets"] as? Int == 0, "\(second)")
    #expect(second["alreadyThere"] as? [String: Int] == ["sessions": 2])
  }

  /// An app that has one session a day exports more of that day later.
  @Test func aSessionThatHasGrown() throws {
    let psoas = try begun()
    let one = "2026-11-02,Row,Back,20,8\n2026-11-02,Squat,Legs,30,5\n"
    let more = "2026-11-02,Row,Back,20,8\n2026-11-02,Row,Back,20,7\n2026-11-02,Squat,Legs,30,5\n"
    let early = try write(ImportAgainTests.fitnotes + one, "early.csv", psoas)
    let late = try write(ImportAgainTests.fitnotes + more, "late.csv", psoas)
    try psoas.done("import", "fitnotes", early)
    let rehearsal = try psoas.done("import", "fitnotes", late, "--dry-run")
    #expect(rehearsal.contains("  1 set to 1 session in the log already\n"), "\(rehearsal)")
    #expect(try sets(psoas) == "row|8\nsquat|5\n")
    #expect(try psoas.done("import", "fitnotes", late).contains("undo: psoas undo"))
    #expect(try sets(psoas) == "row|8\nsquat|5\nrow|7\n")
    #expect(try psoas.integrity() == "ok\n")
    #expect(try psoas.done("import", "fitnotes", late).contains("nothing new"))
    try psoas.done("undo")
    #expect(try sets(psoas) == "row|8\nsquat|5\n")
  }

  /// What the user changed in the log stays, and the sets that do not come in are named.
  @Test func aSessionThatWasChangedSince() throws {
    let psoas = try begun()
    let early = try write(
      ImportAgainTests.fitnotes + "2026-11-02,Row,Back,20,8\n", "early.csv", psoas)
    try psoas.done("import", "fitnotes", early)
    try psoas.shell("sqlite3 \"$LOG\" 'UPDATE exercise_set SET reps = 6'")
    let late = try write(
      ImportAgainTests.fitnotes + "2026-11-02,Row,Back,20,8\n2026-11-02,Row,Back,20,7\n",
      "late.csv", psoas)
    let run = try psoas.run("import", "fitnotes", late)
    #expect(
      run.out.contains(
        "  line 2 begins a session that the log has with other sets; 1 more is not added\n"),
      "\(run)")
    #expect(try sets(psoas) == "row|6\n")
  }

  /// The later of a day counts, whatever comes first in the file, and also when it is known only later.
  @Test func theLaterOfADayCounts() throws {
    let head = "date,weekday,time of day,category,rating/amount,detail,notes\n"
    let morning = "19th Nov 2026,,am,Energy,1,,\n"
    let evening = "19th Nov 2026,,pm,Energy,4,,\n"
    func counting(_ psoas: Binary) throws -> String {
      try psoas.shell(
        """
        sqlite3 "$LOG" 'SELECT value_hundredths FROM day_factor ORDER BY day_id DESC LIMIT 1'
        """
      ).out
    }
    for order in [morning + evening, evening + morning] {
      let psoas = try begun()
      let file = try write(head + order, "bearable.csv", psoas)
      let first = try summary(psoas, "import", "bearable", file)
      #expect(first["leftOut"] as? [String: Int] == ["earlier values of the same day": 1])
      #expect(try counting(psoas) == "400\n")
      #expect(try psoas.done("import", "bearable", file).contains("nothing new"))
    }
    let psoas = try begun()
    try psoas.done("import", "bearable", try write(head + morning, "am.csv", psoas))
    try psoas.done("import", "bearable", try write(head + morning + evening, "pm.csv", psoas))
    #expect(try counting(psoas) == "400\n")
  }

  /// Rows that cannot be kept leave nothing behind, and are named also to those who want no words.
  @Test func nothingIsMadeOfRowsThatCannotBeKept() throws {
    let psoas = try begun()
    let file = try write(
      ImportAgainTests.strong + "2027-11-02 07:00:00,A,Sled,1,20,5\n", "later.csv", psoas)
    let before = psoas.bytes()
    for words in [["--dry-run"], []] {
      let run = try psoas.run(["import", "strong", file, "--quiet"] + words)
      #expect(run.status == 1 && run.out == "")
      #expect(
        run.err.hasPrefix(
          "1 row cannot be kept:\n  line 2 is in the future (2027-11-02 07:00)\n"
            + "error: no row of '\(file)' can be kept\n"), "\(run.err)")
    }
    #expect(psoas.bytes() == before)
    #expect(try psoas.objects("history").isEmpty)
    let both = try write(
      ImportAgainTests.strong
        + "2027-11-02 07:00:00,A,Sled,1,20,5\n2026-11-02 07:00:00,A,Row,1,20,5\n", "both.csv",
      psoas)
    let quiet = try psoas.run("import", "strong", both, "--quiet")
    #expect(quiet.status == 0 && quiet.err.hasPrefix("1 row cannot be kept:"), "\(quiet)")
    #expect(
      try psoas.shell("sqlite3 \"$LOG\" 'SELECT slug FROM exercise WHERE own'").out == "row\n")
    let later = try write(
      ImportAgainTests.strong + "2026-11-03 07:00:00,A,Sled,1,20,5\n", "now.csv", psoas)
    #expect(try psoas.done("import", "strong", later).contains("Sled = sled"))
  }

  /// What --dry-run says is what comes of it, also where the log has a factor in another unit.
  @Test func theRehearsalSaysWhatTheImportSays() throws {
    let psoas = try begun()
    try psoas.done("day", "sitting=9h")
    let file = try write("Day,Sat\n2026-11-02,7\n2026-11-03,8h\n", "diary.csv", psoas)
    let columns = "date=Day,factor:sitting=Sat"
    var dry = try summary(psoas, "import", "csv", file, "--columns", columns, "--dry-run")
    var real = try summary(psoas, "import", "csv", file, "--columns", columns)
    #expect(real["rejectedRows"] as? Int == 1)
    (dry["dryRun"], real["dryRun"]) = (nil, nil)
    #expect(dry as NSDictionary == real as NSDictionary)
  }

  /// A file that would be refused is refused without a log too, and leaves none behind.
  @Test func aRefusedFileMakesNoLog() throws {
    let psoas = try begun()
    try psoas.done("pain", "3")
    let json = try psoas.done("export", "json").replacingOccurrences(
      of: "\"score\":3", with: "\"score\":30")
    let file = try write(json, "log.json", psoas)
    try FileManager.default.removeItem(atPath: psoas.log)
    for words in [["--dry-run"], []] {
      let run = try psoas.run(["import", "json", file] + words)
      #expect(run.status == 1 && run.err.contains("correct it there"), "\(run)")
      #expect(!FileManager.default.fileExists(atPath: psoas.log))
    }
  }

  /// More names than can be remembered are refused in words, also by the rehearsal.
  @Test func moreNamesThanCanBeRemembered() throws {
    let psoas = try begun()
    try psoas.shell(
      """
      (echo 'Date,Weekday,Category,Rating/Amount,Detail'
       for i in {1..150}; do printf '2026-11-02,Mon,Factors,,%d %08000d\\n' $i $i; done) > many.csv
      """)
    for words in [["--dry-run"], []] {
      let run = try psoas.run(["import", "bearable", psoas.path("many.csv")] + words)
      #expect(run.status == 1 && run.out == "")
      #expect(run.err.hasPrefix("error: the names of the file come to more than"), "\(run.err)")
    }
    #expect(try psoas.objects("history").isEmpty)
  }

  @Test func tablesAreInAFolder() throws {
    let run = try begun().run("import", "tables", "/tmp", "--unit", "kg")
    #expect(run.status == 64 && run.err.contains("'psoas import tables FOLDER' is enough"))
  }

  @Test func theFileOfOneHabitHasItsName() throws {
    let psoas = try begun()
    try psoas.shell(
      """
      mkdir -p '001 Meditate' plain
      printf 'Date,Value,Notes\\n2026-11-02,2,\\n' | tee '001 Meditate/Checkmarks.csv' \
        > plain/Checkmarks.csv
      """)
    let run = try psoas.run("import", "loop", psoas.path("001 Meditate/Checkmarks.csv"))
    #expect(run.status == 0 && run.out.contains("Meditate = factor meditate"), "\(run)")
    let other = try psoas.run("import", "loop", psoas.path("plain/Checkmarks.csv"))
    #expect(other.status == 1 && other.err.contains("the file of one habit"), "\(other)")
  }
}
