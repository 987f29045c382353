import Foundation
import Testing

/// Entries that something happened to, and what the doctor advises about them.
@Suite struct DamagedEntryTests {
  private func logged() throws -> (psoas: Binary, id: String) {
    let psoas = try Binary()
    try psoas.run("pain", "5", "--site", "hip")
    return (psoas, try #require(try psoas.objects("list").first?["id"] as? String))
  }

  private func alter(_ psoas: Binary, _ sql: String) throws {
    try #require(
      try psoas.shell("sqlite3 log.db 'PRAGMA ignore_check_constraints = ON; \(sql)'").status == 0)
  }

  private func findings(_ psoas: Binary) throws -> [String] {
    let run = try psoas.run("doctor", "--format", "json")
    let report = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any]
    let findings = try #require(report?["findings"] as? [[String: Any]], "\(run)")
    return findings.compactMap { $0["id"] as? String }
  }

  @Test func anEntryThatCannotBeReadCanBeRemoved() throws {
    let (psoas, id) = try logged()
    try alter(psoas, "UPDATE pain SET score_tenths = 200")
    #expect(try findings(psoas).contains("entries"))
    for command in [["show", id], ["edit", id, "--score", "5"]] {
      let run = try psoas.run(command)
      #expect(run.status == 1 && run.out.isEmpty)
      #expect(
        run.err == """
          error: the entry '\(id.prefix(7))' cannot be read: the log has a score that cannot be read
          hint: 'psoas rm \(id.prefix(7))' removes it, 'psoas doctor' says more

          """)
    }
    let before = try psoas.shell("sqlite3 log.db 'SELECT * FROM pain'").out
    #expect(
      try psoas.done("rm", id)
        == "removed a pain rating that could not be read, '\(id.prefix(7))'\n")
    #expect(try findings(psoas).isEmpty)
    try psoas.done("undo")
    #expect(try psoas.shell("sqlite3 log.db 'SELECT * FROM pain'").out == before)
    #expect(try findings(psoas).contains("checksum-broken"))
    try psoas.done("redo")
    #expect(try findings(psoas).isEmpty)
  }

  @Test func whatIsMissingIsNotSaidToBeRemoved() throws {
    let psoas = try Binary()
    try psoas.run("measure", "odi", "20")
    let id = try #require(try psoas.objects("list").first?["id"] as? String)
    try psoas.shell("sqlite3 log.db 'DELETE FROM measurement_kind'")
    let run = try psoas.run("show", id)
    #expect(run.status == 1)
    #expect(
      run.err.hasPrefix(
        """
        error: the entry '\(id.prefix(7))' cannot be read: something that it refers to is not in the log
        hint: 'psoas rm \(id.prefix(7))' removes it
        """), "\(run.err)")
    #expect(try psoas.objects("rm", id).first?["id"] as? String == id)
    #expect(try psoas.objects("list").isEmpty)
  }

  @Test func theArticleFitsTheWord() throws {
    let psoas = try Binary()
    try psoas.run("day", "sitting=9h")
    try alter(psoas, "UPDATE day_factor SET value_hundredths = -1")
    let run = try psoas.run("show", "last")
    #expect(run.err.contains("the log has an amount that cannot be read\n"), "\(run.err)")
  }

  /// Nothing is made sound by taking it out and putting it back.
  @Test func removingAndUndoingHidesNoDamage() throws {
    let (psoas, id) = try logged()
    try alter(psoas, "UPDATE pain SET score_tenths = 70")
    #expect(try findings(psoas) == ["checksum-broken"])
    try psoas.done("rm", id)
    #expect(try findings(psoas).isEmpty)
    try psoas.done("undo")
    #expect(try findings(psoas) == ["checksum-broken"])
    try psoas.done("redo")
    #expect(try findings(psoas).isEmpty)
  }

  @Test func acceptingMakesNewChecksums() throws {
    let (psoas, id) = try logged()
    try alter(psoas, "UPDATE pain SET score_tenths = 70")
    try psoas.done("edit", id, "--score", "5")
    let run = try psoas.run("doctor", extra: ["COLUMNS": "1000"])
    #expect(run.status == 3)
    #expect(
      run.out.contains(
        "correct it with 'psoas edit' or 'psoas rm'; then, or when all is right as it is, "
          + "'psoas doctor --accept' makes new checksums"), "\(run.out)")
    #expect(try psoas.run("doctor", "--accept").status == 0)
    #expect(try findings(psoas).isEmpty)
  }

  @Test(arguments: [
    "dd if=/dev/zero of=log.db bs=4096 seek=5 count=10 conv=notrunc status=none",
    "truncate -s 4096 log.db",
  ])
  func aFileWithoutItsTablesIsDamaged(_ line: String) throws {
    let (psoas, _) = try logged()
    try psoas.shell(line)
    let run = try psoas.run("doctor", extra: ["COLUMNS": "1000"])
    #expect(run.status == 3 && run.err.isEmpty, "\(run)")
    #expect(run.out.contains("--salvage"))
  }

  /// Where the file is, not where the link to it is.
  @Test func aLinkIsFollowedToTheFolderOfTheFile() throws {
    let (psoas, _) = try logged()
    try psoas.shell("mkdir open; mv log.db open/real.db; ln -s open/real.db log.db; chmod 777 open")
    #expect(try findings(psoas).contains("folder-mode"))
    try psoas.shell("chmod 700 open; echo cut >open/real.db-journal")
    let cut = try findings(psoas)
    #expect(cut.contains("journal") && !cut.contains("folder-mode"))
    try psoas.shell("chmod 777 .")
    #expect(try findings(psoas).contains("folder-mode"))
  }

  @Test func copiesThatOthersMayReadAreNoticed() throws {
    let (psoas, _) = try logged()
    try psoas.run("backup", "-q")
    #expect(try !findings(psoas).contains("copies-mode"))
    try psoas.shell("chmod 666 log.db.backups/*")
    let noted = try psoas.run("doctor", extra: ["COLUMNS": "1000"])
    #expect(noted.status == 0)
    #expect(
      noted.out.contains("has mode 0700; 1 file in it has a mode other than 0600"), "\(noted)")
    try psoas.shell("chmod 777 log.db.backups")
    let found = try psoas.run("doctor", extra: ["COLUMNS": "1000"])
    #expect(found.status == 3)
    #expect(
      found.out.contains(
        "has mode 0777, not 0700; 1 file in it has a mode other than 0600: others on this machine"),
      "\(found)")
    // Nobody else gets as far as that.
    try psoas.shell("chmod 700 .")
    #expect(try psoas.run("doctor").status == 0)
  }
}
