import Foundation
import Testing

/// Copies that cannot be gone back to, and what is said about them.
@Suite struct RestoreErrorTests {
  private func filled() throws -> Binary {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    try psoas.shell("psoas backup copy.db -q")
    return psoas
  }

  private let salvage =
    "rescue what can be read with 'psoas doctor --salvage', or restore another backup"
  private let list = "'psoas backup --list' shows the copies next to the log"

  /// Refuses with exactly this message and hint; neither the log nor any other file changes.
  private func expectRefusal(
    _ psoas: Binary, _ words: String, _ message: String, _ hint: String
  ) throws {
    let before = try psoas.shell("find . -type f -exec sha256sum {} + | sort; find . | sort").out
    let run = try psoas.shell("psoas \(words)")
    #expect(run.status == 1 && run.out.isEmpty, "\(words): \(run)")
    #expect(run.err == "error: \(message)\nhint: \(hint)\n", "\(words): \(run.err)")
    let after = try psoas.shell("find . -type f -exec sha256sum {} + | sort; find . | sort").out
    #expect(after == before, "\(words)")
  }

  @Test(arguments: [
    ("true", "restore nothing.db", "there is no file 'nothing.db'"),
    ("true", "restore 2026-01-01", "there is no file '2026-01-01'"),
    ("true", "restore ''", "the path of the log is empty"),
    ("true", "restore log.db", "'log.db' is the log itself"),
    ("mkdir folder", "restore folder", "'folder' is a folder, not a log"),
    (": >empty", "restore empty", "'empty' is empty"),
    ("echo text >text", "restore text", "'text' is not a psoas log"),
    (
      "sqlite3 other.db 'CREATE TABLE t (x)'", "restore other.db",
      "'other.db' is a database, but not a psoas log"
    ),
    ("mkfifo pipe", "restore pipe", "'pipe' is not a regular file"),
  ])
  func whatIsNoCopy(_ line: String, _ words: String, _ message: String) throws {
    let psoas = try filled()
    try psoas.shell(line)
    try expectRefusal(psoas, words, message, list)
  }

  @Test func aNewerVersion() throws {
    let psoas = try filled()
    try psoas.shell("sqlite3 copy.db 'PRAGMA user_version = 99'")
    try expectRefusal(
      psoas, "restore copy.db",
      "'copy.db' was written by a newer psoas (format 99, this one knows 3)",
      "install the newer version; nothing was changed")
    try psoas.shell("mv copy.db new.db; psoas backup copy.db -q; mv new.db log.db")
    let run = try psoas.shell("psoas restore copy.db --db log.db")
    #expect(run.err.hasPrefix("error: 'log.db' was written by a newer psoas"), "\(run.err)")
  }

  @Test(arguments: [
    ("truncate -s 5000 copy.db", "'copy.db' is damaged: its end is missing"),
    ("truncate -s -1 copy.db", "'copy.db' is damaged: its end is missing"),
    ("printf x >>copy.db", "'copy.db' is damaged: its end has 1 byte too many"),
    ("printf xyz >>copy.db", "'copy.db' is damaged: its end has 3 bytes too many"),
    (
      "sqlite3 copy.db 'PRAGMA foreign_keys = OFF; "
        + "INSERT INTO pain_site VALUES (zeroblob(16), \"x\", \"\")'",
      "'copy.db' is damaged: a row of 'pain_site' belongs to none"
    ),
  ])
  func aDamagedCopy(_ line: String, _ message: String) throws {
    let psoas = try filled()
    try psoas.shell(line)
    try expectRefusal(psoas, "restore copy.db", message, salvage)
  }

  @Test func aCopyThatIsNotAsWritten() throws {
    let psoas = try filled()
    let id = try #require(try psoas.objects("list").first?["id"] as? String)
    try psoas.shell("sqlite3 copy.db 'UPDATE pain SET score_tenths = 50'")
    let run = try psoas.shell("psoas restore copy.db")
    #expect(
      run.err.hasPrefix(
        "error: 'copy.db' is damaged: the entry '\(id.suffix(7))' is not as written")
        || run.err.hasPrefix("error: 'copy.db' is damaged: the entry '"))
    #expect(run.err.contains("' is not as written\nhint: \(salvage)\n"), "\(run.err)")
  }

  @Test func anotherProgramsDatabaseIsNeverReplaced() throws {
    let psoas = try filled()
    try psoas.shell("sqlite3 other.db 'CREATE TABLE t (x)'")
    try expectRefusal(
      psoas, "restore copy.db --db other.db", "'other.db' is a database, but not a psoas log",
      "name another file with --db or PSOAS_DB")
  }

  @Test func permissions() throws {
    let psoas = try filled()
    try psoas.handOver()
    try psoas.shell("chmod 000 copy.db; cp -p log.db other.db")
    let closed = try psoas.unprivileged("psoas restore copy.db")
    #expect(closed.status == 1)
    #expect(
      closed.err
        == "error: no permission for 'copy.db'\nhint: check the permissions of the file and its folder\n"
    )
    try psoas.shell("chmod 600 copy.db; chmod 400 log.db")
    let readOnly = try psoas.unprivileged("psoas restore copy.db --db log.db")
    #expect(readOnly.status == 1)
    #expect(readOnly.err.hasPrefix("error: 'log.db' cannot be written"), "\(readOnly.err)")
    #expect(try psoas.shell("ls -A log.db.backups 2>/dev/null").out == "")
    try psoas.shell("chmod 600 log.db; rm -rf log.db.backups; ln -s /tmp log.db.backups")
    let link = try psoas.unprivileged("psoas restore copy.db --db log.db")
    #expect(
      link.err.hasPrefix("error: 'log.db.backups' is a link, which psoas does not follow\nhint: "))
  }

  @Test func aLogInUse() throws {
    let psoas = try filled()
    let before = psoas.bytes()
    let run = try psoas.shell(
      """
      mkfifo hold; sqlite3 log.db <hold & exec 9>hold; printf '%s\n' '.timeout 5000' 'BEGIN EXCLUSIVE;' >&9
      until ! sqlite3 log.db 'SELECT 1 FROM pain' >/dev/null 2>&1; do sleep 0.05; done
      psoas restore copy.db --db log.db; echo $?; exec 9>&-; wait
      """)
    #expect(run.out == "1\n")
    #expect(run.err.hasPrefix("error: 'log.db' is in use by another program\n"), "\(run.err)")
    #expect(psoas.bytes() == before)
  }

  @Test(.needsMount) func aFullDisk() throws {
    let psoas = try filled()
    try psoas.shell("mkdir disk && mount -t tmpfs -o size=500k tmpfs disk")
    defer { _ = try? psoas.shell("umount disk") }
    try psoas.shell(
      "cp log.db disk/log.db; psoas pain 9 -q --db disk/log.db; cp disk/log.db before")
    // Room for the copy that is checked, for the log that is kept, or for neither.
    for ballast in ["100k", "250k", "300k"] {
      try psoas.shell("head -c \(ballast) /dev/zero >disk/ballast")
      let run = try psoas.shell("psoas restore copy.db --db disk/log.db")
      #expect(run.status == 1 && run.out.isEmpty, "\(run)")
      #expect(run.err.hasPrefix("error: the disk that ") && run.err.contains(" is full"), "\(run)")
      #expect(try psoas.shell("rm disk/ballast; cmp before disk/log.db").status == 0)
      #expect(try psoas.shell("ls -A disk | grep -v backups").out == "log.db\n")
      try psoas.shell("rm -rf disk/log.db.backups")
    }
  }

  @Test func theKeptLogIsGone() throws {
    let psoas = try filled()
    try psoas.shell("psoas restore copy.db -q; rm log.db.backups/before-*")
    let before = psoas.bytes()
    let run = try psoas.run("undo")
    #expect(run.status == 1)
    #expect(
      run.err == """
        error: cannot undo 'restore copy.db': the log it replaced, \
        '\(psoas.log).backups/before-restore-2026-11-20T180000.db', is gone
        hint: correct entries with 'psoas edit' or 'psoas rm', or restore a backup with 'psoas restore'

        """)
    #expect(psoas.bytes() == before)
    let last = try #require(try psoas.objects("history").first)
    #expect(last["canBeTakenBack"] as? Bool == false)
    #expect(try !psoas.done("history").contains("→"))
    try psoas.done("pain", "6", "--quiet")
    let two = try psoas.run("undo", "2")
    #expect(
      two.err.contains(
        "replaced the whole log, which is not kept\nhint: nothing was changed; give 1 or less\n"),
      "\(two)")
    #expect(try psoas.run("undo").status == 0)
  }

  /// The copy's last entry is no step of the log that began with it.
  @Test func thereWasNoLogBefore() throws {
    let psoas = try filled()
    try psoas.shell("rm log.db; psoas restore copy.db -q")
    let run = try psoas.run("undo")
    #expect(run.status == 1)
    #expect(
      run.err.hasPrefix(
        "error: cannot undo 'restore copy.db': there was no log before it\nhint: correct "),
      "\(run)")
    #expect(try psoas.objects("list").count == 1)
    #expect(try psoas.integrity() == "ok\n")
  }
}
