import Foundation
import Testing

/// Copies that cannot be made, and what is said about them.
@Suite struct BackupErrorTests {
  private func filled() throws -> Binary {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    return psoas
  }

  /// Refuses with exactly this message and a hint; neither the log nor any other file changes.
  private func expectRefusal(
    _ psoas: Binary, _ words: String, _ message: String, status: Int32 = 1
  ) throws {
    let before = try psoas.shell("find . -type f -exec sha256sum {} + | sort; find . | sort").out
    let run = try psoas.shell("psoas \(words)")
    #expect(run.status == status && run.out.isEmpty, "\(words): \(run)")
    #expect(run.err.hasPrefix("error: \(message)\nhint: "), "\(words): \(run.err)")
    let after = try psoas.shell("find . -type f -exec sha256sum {} + | sort; find . | sort").out
    #expect(after == before, "\(words)")
  }

  @Test(arguments: [
    ("backup log.db", "'log.db' is the log itself"),
    ("backup log.db --force", "'log.db' is the log itself"),
    ("backup ./log.db", "'./log.db' is the log itself"),
    ("backup hard --force", "'hard' is the log itself"),
    ("backup log.db-journal", "'log.db-journal' is a part of the log"),
    ("backup ./log.db-wal", "'./log.db-wal' is a part of the log"),
    ("backup log.db.backups --force", "'log.db.backups' is where psoas keeps its backups"),
    (
      "backup log.db.backups/2026-11-01.db",
      "'log.db.backups/2026-11-01.db' is where psoas keeps its backups"
    ),
    ("backup log.db.version-9", "'log.db.version-9' is where psoas keeps its backups"),
    ("backup there", "there is a file 'there' already"),
    ("backup folder", "'folder' is a folder"),
    ("backup folder/ --force", "'folder/' is a folder"),
    ("backup link --force", "'link' is a link, which psoas does not follow"),
    ("backup dangling", "'dangling' is a link, which psoas does not follow"),
    ("backup pipe --force", "'pipe' is not a regular file"),
    ("backup nowhere/copy.db", "there is no folder 'nowhere'"),
    ("backup new/", "there is no folder 'new'"),
    ("backup there/copy.db", "a part of the path 'there/copy.db' is a file, not a folder"),
    ("backup ''", "the path of the backup is empty"),
  ])
  func targets(_ words: String, _ message: String) throws {
    let psoas = try filled()
    try psoas.shell(
      """
      mkdir folder log.db.backups; echo x >there; ln log.db hard; ln -s there link
      ln -s missing dangling; mkfifo pipe
      """)
    try expectRefusal(psoas, words, message)
  }

  /// Nothing is put where psoas or SQLite keeps something, by whatever command and name.
  @Test(arguments: [
    ("doctor --salvage log.db-journal", "'log.db-journal' is a part of the log", 1),
    (
      "doctor --salvage log.db.version-1", "'log.db.version-1' is where psoas keeps its backups",
      1
    ),
    (
      "doctor --salvage log.db.backups/x.db",
      "'log.db.backups/x.db' is where psoas keeps its backups", 1
    ),
    ("backup log.db.before-fix", "'log.db.before-fix' is where psoas keeps its backups", 1),
    ("backup real/real.db-journal --db link.db", "'real/real.db-journal' is a part of the log", 1),
    (
      "doctor --salvage real/real.db-wal --db link.db", "'real/real.db-wal' is a part of the log", 1
    ),
    (
      "list --output real/real.db-shm --db link.db",
      "--output 'real/real.db-shm' is the log itself", 64
    ),
    ("list --output log.db-wal", "--output 'log.db-wal' is the log itself", 64),
    (
      "list --output log.db.backups/2026-11-01.db",
      "--output 'log.db.backups/2026-11-01.db' is where psoas keeps its backups", 64
    ),
    (
      "list --output log.db.backups/deep/x",
      "--output 'log.db.backups/deep/x' is where psoas keeps its backups", 64
    ),
    (
      "export sqlite log.db.version-2",
      "the file 'log.db.version-2' is where psoas keeps its backups",
      64
    ),
    (
      "backup b.db --output ./b.db",
      "--output './b.db' is the file that the command itself is about",
      64
    ),
    (
      "doctor --salvage b.db --output b.db",
      "--output 'b.db' is the file that the command itself is about", 64
    ),
    (
      "export sqlite b.db --output b.db",
      "--output 'b.db' is the file that the command itself is about", 64
    ),
    (
      "export csv log.db.backups/new",
      "the folder 'log.db.backups/new' is where psoas keeps its backups", 64
    ),
    (
      "export csv new --output new", "--output 'new' is the file that the command itself is about",
      64
    ),
    (
      "restore good --output good", "--output 'good' is the file that the command itself is about",
      64
    ),
  ])
  func whatIsKeptStays(_ words: String, _ message: String, _ status: Int32) throws {
    let psoas = try filled()
    try psoas.shell(
      """
      mkdir -p real log.db.backups/deep; cp log.db real/real.db; ln -s real/real.db link.db
      cp log.db good; cp log.db log.db.backups/2026-11-01.db
      """)
    try expectRefusal(psoas, words, message, status: status)
  }

  @Test(arguments: [
    ("backup --list x.db", "--list is used alone"),
    ("backup --list --force", "--list is used alone"),
    ("backup --force", "--force needs a file"),
    ("config backup.auto maybe", "'backup.auto' cannot be 'maybe'"),
    ("config backup.keep '5w 12m'", "'backup.keep' cannot be '5w 12m'"),
    ("config backup.keep 7", "'backup.keep' cannot be '7'"),
  ])
  func words(_ words: String, _ message: String) throws {
    try expectRefusal(try filled(), words, message, status: 64)
  }

  @Test func whereThereIsNoLog() throws {
    let psoas = try Binary()
    try expectRefusal(psoas, "backup", "there is no log at '\(psoas.log)' yet")
  }

  @Test(arguments: [
    (": >log.db.backups", "is not a folder"),
    ("mkdir other; ln -s other log.db.backups", "is a link, which psoas does not follow"),
  ])
  func aFolderThatIsNone(_ line: String, _ message: String) throws {
    let psoas = try filled()
    try psoas.shell(line)
    try expectRefusal(psoas, "backup --db log.db", "'log.db.backups' \(message)")
  }

  @Test(.needsRoot) func aFolderThatMayNotBeWritten() throws {
    let psoas = try filled()
    try psoas.handOver()
    try psoas.shell("mkdir closed; chmod 755 closed")
    let run = try psoas.unprivileged("psoas backup closed/copy.db")
    #expect(run.status == 1)
    #expect(run.err.hasPrefix("error: no permission to write 'closed/copy.db'\nhint: "))
    try psoas.shell("mkdir log.db.backups")
    let foreign = try psoas.unprivileged("psoas backup --db log.db")
    #expect(
      foreign.err.hasPrefix("error: the folder 'log.db.backups' belongs to another user\nhint: "),
      "\(foreign.err)")
  }

  @Test func pathsThatAreTooLong() throws {
    let psoas = try filled()
    let deep = Array(repeating: String(repeating: "d", count: 90), count: 5).joined(separator: "/")
    try psoas.shell("mkdir -p \(deep)")
    let paths = [
      String(repeating: "n", count: 248), String(repeating: "n", count: 255),
      String(repeating: "n", count: 300), "\(deep)/\(String(repeating: "n", count: 60))",
    ]
    for path in paths {
      for words in [
        "pain 4 --db", "list --db", "backup", "doctor --salvage", "export sqlite", "restore",
      ] {
        let run = try psoas.shell("psoas \(words) \(path)")
        #expect(run.status == 1 && run.out.isEmpty)
        #expect(
          run.err.hasPrefix("error: the path '") && run.err.contains("' is too long\nhint: "),
          "\(words): \(run.err)")
      }
    }
    #expect(try psoas.shell("find . -type f").out == "./log.db\n")
    let fits = String(repeating: "n", count: 230)
    #expect(try psoas.shell("psoas pain 4 -q --db \(fits); psoas list --db \(fits)").status == 0)
  }

  @Test func aFolderThatMayNotBeRead() throws {
    let psoas = try filled()
    try psoas.run("backup", "--quiet")
    try psoas.handOver()
    try psoas.shell("chmod 300 log.db.backups")
    for words in ["backup --list", "restore", "restore 2026-11-20T180000"] {
      let run = try psoas.unprivileged("psoas \(words) --db log.db")
      #expect(run.status == 1 && run.out.isEmpty)
      #expect(
        run.err == """
          error: the folder 'log.db.backups' cannot be read: Permission denied
          hint: check the permissions of the folder; backups may be in it

          """, "\(words): \(run.err)")
    }
    #expect(try psoas.unprivileged("psoas history --forget --db log.db").status == 0)
  }

  @Test func aDamagedLog() throws {
    let psoas = try filled()
    try psoas.shell(
      "for i in {1..40}; do psoas pain 3 -q --note \"$(printf 'n%.0s' {1..400})\"; done")
    let size = try #require(psoas.bytes()).count
    try psoas.shell(
      "dd if=/dev/zero of=log.db bs=4096 seek=\(size / 4096 - 3) count=2 conv=notrunc")
    let run = try psoas.run("backup", psoas.path("copy.db"))
    #expect(run.status == 1)
    #expect(run.err.hasPrefix("error: '\(psoas.log)' is damaged: "), "\(run.err)")
    #expect(try psoas.shell("ls -A").out == "log.db\n")
  }

  @Test(.needsMount) func aFullDisk() throws {
    let psoas = try filled()
    try psoas.shell("mkdir disk && mount -t tmpfs -o size=64k tmpfs disk")
    defer { _ = try? psoas.shell("umount disk") }
    let run = try psoas.run("backup", psoas.path("disk/copy.db"))
    #expect(run.status == 1)
    #expect(
      run.err.hasPrefix("error: the disk that would hold '\(psoas.path("disk/copy.db"))'"),
      "\(run.err)")
    #expect(try psoas.shell("ls -A disk").out == "")
  }
}
