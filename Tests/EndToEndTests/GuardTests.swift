import Foundation
import Testing

/// Files that are not to be lost, and words that are not to be believed.
@Suite struct GuardTests {
  /// A mapping is a file to be edited: none is replaced, and least of all the log.
  @Test func aMappingReplacesNothing() throws {
    let psoas = try Binary()
    try psoas.done("pain", "4", "--quiet")
    try psoas.shell(
      "printf 'Date,Weight\\n2026-01-02,80\\n' >in.csv; echo mine >map.txt; ln -s map.txt link")
    let before = psoas.bytes()
    for (target, message) in [
      (psoas.log, "error: --write-map '\(psoas.log)' is the log itself\n"),
      ("log.db-journal", "error: --write-map 'log.db-journal' is the log itself\n"),
      ("in.csv", "error: there is a file 'in.csv' already\n"),
      ("map.txt", "error: there is a file 'map.txt' already\n"),
      ("link", "error: there is a file 'link' already\n"),
    ] {
      let run = try psoas.shell("psoas import wger in.csv --write-map '\(target)' --unit kg")
      #expect(run.status != 0 && run.out.isEmpty && run.err.hasPrefix(message), "\(run)")
      #expect(run.err.contains("\nhint: "))
    }
    #expect(psoas.bytes() == before)
    #expect(try psoas.shell("cat map.txt").out == "mine\n")
  }

  @Test func noResultTakesThePlaceOfTheJournal() throws {
    let psoas = try Binary()
    try psoas.done("pain", "4", "--quiet")
    for line in [
      "psoas list --output log.db-journal", "psoas list --output ./log.db-journal",
      "psoas export sqlite log.db-journal", "psoas export json --output log.db-journal",
    ] {
      let run = try psoas.shell(line + " --db log.db")
      #expect(run.status == 64 && run.err.contains("log.db-journal' is the log itself"), "\(run)")
    }
    #expect(try psoas.shell("ls -A").out == "log.db\n")
  }

  /// Only a descriptor of the program's own is written through a link; /dev/shm is anybody's.
  @Test(
    .enabled(if: FileManager.default.isWritableFile(atPath: "/dev/shm"), "it writes to /dev/shm"))
  func aLinkUnderDevIsALinkAsAnyOther() throws {
    let psoas = try Binary()
    try psoas.done("pain", "4", "--quiet")
    let link = "/dev/shm/\(psoas.folder.lastPathComponent)"
    try psoas.shell("echo kept >target; ln -s \"$PWD/target\" \(link); ln -s target link")
    defer { unlink(link) }
    for path in [link, "/dev/..\(psoas.path("link"))"] {
      let run = try psoas.run("list", "--output", path)
      #expect(run.status == 1 && run.err.contains("it is a link to another file"), "\(run)")
    }
    #expect(try psoas.shell("cat target").out == "kept\n")
    #expect(try psoas.shell("psoas list --output /dev/stdout | wc -l").out == "1\n")
  }

  /// A file may be from anybody: what 'psoas config' refuses does not come in by it either.
  @Test(arguments: [
    ("alias.zz;touch pwned;", "pain 3"), ("alias.pain", "pain 3"), ("alias.a\\nb", "pain 3"),
    ("alias.a", "pain 3\\nrm -rf"), ("alias.a", ""), ("day.start", "zz"),
    ("report.weeks", "-3"), ("un known", "1"), ("unknown", "\\u001b[31m"),
  ])
  func noSettingComesInThatCannotBe(_ key: String, _ value: String) throws {
    let psoas = try Binary()
    try psoas.done("pain", "4", "--quiet")
    let before = psoas.bytes()
    let file = "{\"format\":\"psoas\",\"version\":1,\"settings\":[{\"key\":\"\(key)\","
    try Data((file + "\"value\":\"\(value)\"}]}").utf8)
      .write(to: URL(fileURLWithPath: psoas.path("x.json")))
    let run = try psoas.run("import", "json", psoas.path("x.json"))
    #expect(run.status == 1 && run.err.hasPrefix("error: line 1: the setting "), "\(run)")
    #expect(psoas.bytes() == before)
  }

  /// What another program wrote into the log is not handed to a shell.
  @Test func completionOffersNamesOnly() throws {
    let psoas = try Binary()
    try psoas.done("config", "alias.good", "pain 3", "--quiet")
    try psoas.shell(
      "sqlite3 \"$LOG\" \"INSERT INTO setting VALUES ('alias.evil;touch x;', 'pain 3')\"")
    let words = try psoas.done("__complete", "")
    #expect(words.contains("good") && !words.contains("evil"))
  }

  @Test func anAliasThatCannotBeReadJustNow() throws {
    let psoas = try Binary()
    try psoas.done("config", "alias.bad", "pain 7", "--quiet")
    try psoas.shell("echo junk >log.db")
    let run = try psoas.run("bad")
    #expect(run.status == 64)
    #expect(
      run.err.hasPrefix(
        "error: 'bad' is not a command of psoas, and whether it is an alias of yours cannot be read\n"
          + "hint: "), "\(run)")
  }

  /// A day may have more factors than a byte counts.
  @Test func everyFactorOfADayHasItsAddress() throws {
    let psoas = try Binary()
    try psoas.done(["day"] + (1...300).map { "f\($0)=1" } + ["--quiet"])
    let bundle = try psoas.done("export", "fhir")
    let addresses = bundle.components(separatedBy: "\"fullUrl\":\"").dropFirst().map {
      $0.prefix { $0 != "\"" }
    }
    #expect(addresses.count == 301 && Set(addresses).count == 301)
  }

  @Test func oneIndexDoesNotHoldUpAnother() throws {
    let psoas = try Binary()
    try psoas.done("log", "bird-dog", "3x8", "--after", "3", "--quiet")
    try psoas.shell(
      """
      sqlite3 "$LOG" "DROP INDEX pain_by_session; DROP INDEX pain_by_at;
        INSERT INTO pain SELECT randomblob(16), at, utc_offset, zone, day, score_tenths, recall, woke,
          session_id, tie, note FROM pain"
      """)
    let run = try psoas.run("doctor", "--fix")
    #expect(run.status == 3 && run.out.contains("built the missing indexes"), "\(run)")
    let found = try psoas.shell("sqlite3 \"$LOG\" \"SELECT name FROM sqlite_schema\"").out
    #expect(found.contains("pain_by_at\n") && !found.contains("pain_by_session\n"))
  }
}
