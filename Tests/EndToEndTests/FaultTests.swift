import Foundation
import Testing

/// Faults done on purpose, the fast ones; `scripts/faults` does them all.
@Suite struct FaultTests {
  /// A log with an entry, which every fault has to leave there.
  private func started() throws -> Binary {
    let psoas = try Binary()
    try psoas.run("pain", "4", "--note", "first")
    return psoas
  }

  private func notes(_ psoas: Binary) throws -> [String] {
    try psoas.objects("list").compactMap { $0["note"] as? String }.sorted()
  }

  /// Each of the calls by which an entry is stored fails or is the last, and the entry is whole or not
  /// there, as the program says.
  @Test(.needs(.strace), arguments: ["error=EIO", "error=ENOSPC", "signal=KILL"])
  func aFaultAtEveryCallThatStores(fault: String) throws {
    let psoas = try started()
    try psoas.shell("cp log.db whole.db; strace -f -o calls psoas pain 5 -q --note second")
    let names = ["openat", "pwrite64", "fdatasync", "unlink", "fcntl", "close"]
    let calls = try String(contentsOfFile: psoas.path("calls"), encoding: .utf8).split(
      separator: "\n")
    let own = try #require(calls.firstIndex { $0.contains("F_GETFD") })
    for name in names {
      let isCall = { (line: Substring) in line.contains(" \(name)(") }
      let all = calls.count(where: isCall)
      let earlier = calls[..<own].count(where: isCall)
      // Not every lock and page: that is for the full run.
      let step = max(1, (all - earlier) / 6)
      for number in stride(from: earlier + 1, through: all, by: step) {
        let run = try psoas.shell(
          """
          cp whole.db log.db; rm -f log.db-journal
          strace -f -qq --seccomp-bpf -o trace -e trace=\(name) \
            -e inject=\(name):\(fault):when=\(number) \
            psoas pain 5 -q --note second
          """)
        let place = Comment(rawValue: "\(name) \(number) \(fault): \(run)")
        let stored = try notes(psoas)
        #expect(stored == ["first", "second"] || (run.status != 0 && stored == ["first"]), place)
        if fault != "signal=KILL" {
          #expect(run.status == 0 || run.err.hasPrefix("error: "), place)
          #expect(!(stored.count == 2 && run.err.contains("nothing was")), place)
        }
        #expect(try psoas.integrity() == "ok\n", place)
      }
    }
  }

  /// The journal is gone, so the entry is there, but nobody can be sure that it would survive.
  @Test(.needs(.strace)) func aFaultWhenTheEntryIsThereAlready() throws {
    let psoas = try started()
    // The last of the five is that of the folder the journal was removed from.
    let run = try psoas.shell(
      "strace -f -qq -o trace -e inject=fdatasync:error=EIO:when=5 psoas pain 5 --note second")
    #expect(run.status == 1 && run.out.isEmpty)
    #expect(
      run.err == """
        error: the disk failed at the end of a change of '\(psoas.log)': disk I/O error
        hint: it may be stored or not: look with 'psoas history' before you enter it again

        """)
    #expect(try notes(psoas) == ["first", "second"])
  }

  /// Another removed the journal before it was to be removed: the entry is stored all the same.
  @Test(.needs(.strace)) func aJournalThatWasRemoved() throws {
    let psoas = try started()
    let run = try psoas.shell(
      """
      (for i in {1..500}; do grep -q unlink trace 2>/dev/null && break; sleep 0.01; done; rm log.db-journal) &
      strace -f -qq -o trace -e trace=unlink -e inject=unlink:delay_enter=1500000 \
        psoas pain 5 --note second
      status=$?; wait; exit $status
      """)
    #expect(run.status == 1 && run.out.isEmpty, "\(run)")
    #expect(run.err.hasPrefix("error: the disk failed at the end of a change of '"), "\(run.err)")
    #expect(run.err.contains("\nhint: it may be stored or not: "), "\(run.err)")
    #expect(try notes(psoas) == ["first", "second"])
  }

  /// The power failed while the file grew: its end is any number of bytes, and the journal mends it.
  @Test(.needs(.strace)) func aFileOfAnyLengthBesideItsJournal() throws {
    let psoas = try started()
    let length = try #require(psoas.bytes()).count
    try psoas.shell(
      """
      strace -f -qq -o trace -e inject=unlink:signal=KILL \
        psoas pain 5 --note "$(printf '%15000s' long)"
      truncate -s \(length + 100) log.db
      """)
    let run = try psoas.run("list", "--format", "csv")
    #expect(run.status == 0 && run.err.isEmpty, "\(run)")
    #expect(try notes(psoas) == ["first"])
    #expect(try #require(psoas.bytes()).count == length)
  }

  /// Without /proc the runtime finds no words, and no words would be a request for help.
  @Test(.needs(.strace)) func aCommandLineThatCannotBeRead() throws {
    let psoas = try started()
    let run = try psoas.shell(
      "strace -f -qq -o trace -P /proc/self/maps -e inject=openat:error=EMFILE psoas pain 5 -q")
    #expect(run.status == 1 && run.out.isEmpty)
    #expect(
      // strace has a word of its own before it.
      run.err.hasSuffix(
        """
        error: the words of the command line cannot be read, nothing was done
        hint: make sure that /proc is there and 'ulimit -n' is above 10

        """), "\(run)")
  }

  /// The folder of the default place is on the disk before the log in it is.
  @Test(.needs(.strace)) func theFolderIsSynced() throws {
    let psoas = try Binary()
    try psoas.shell(
      "strace -f -qq -y -e trace=mkdir,fsync -o trace psoas pain 4 -q",
      extra: ["PSOAS_DB": nil, "XDG_DATA_HOME": psoas.path("a")])
    let lines = try String(contentsOfFile: psoas.path("trace"), encoding: .utf8)
      // The number of the process comes first, in a column of five.
      .split(separator: "\n").map { $0.drop { !$0.isLetter } }
    let made = lines.indices.filter { lines[$0].hasPrefix("mkdir") && lines[$0].hasSuffix("= 0") }
    #expect(made.count == 2, "\(lines)")
    for (index, parent) in zip(made, [psoas.folder.path, psoas.path("a")]) {
      #expect(lines[index + 1].hasPrefix("fsync(") && lines[index + 1].contains("<\(parent)>"))
    }
  }

  @Test func filesThatMayNotGrow() throws {
    let psoas = try started()
    let whole = try #require(psoas.bytes())
    for page in 0...(whole.count / 4096 + 2) {
      try whole.write(to: URL(fileURLWithPath: psoas.log))
      let run = try psoas.shell("prlimit --fsize=\(page * 4096) psoas pain 5 -q --note second")
      let stored = try notes(psoas)
      #expect(stored == (run.status == 0 ? ["first", "second"] : ["first"]), "\(page): \(run)")
      #expect(run.status == 0 || (run.status == 1 && !run.err.isEmpty) || page == 0)
    }
    #expect(try psoas.integrity() == "ok\n")
  }

  @Test(arguments: [
    "UPDATE pain SET score_tenths = 999, at = 9223372036854775807, day = -9223372036854775808",
    "UPDATE session SET at = -9223372036854775808, set_count = 9223372036854775807",
    "UPDATE exercise_set SET reps = 9223372036854775807, hold_seconds = 9223372036854775807",
    "UPDATE pain SET id = x''", "UPDATE pain SET note = CAST(x'61ff62' AS TEXT)",
    "UPDATE pain SET note = printf('%.*c', 20000000, 'x')",
    "UPDATE operation SET changes = randomblob(1000)",
    "DROP TABLE flare", "ALTER TABLE pain RENAME TO p; CREATE VIEW pain AS SELECT * FROM p",
    "PRAGMA foreign_keys = OFF; DELETE FROM exercise",
    "ALTER TABLE pain ADD COLUMN twice INTEGER AS (score_tenths * 2)",
    "PRAGMA page_size = 512; VACUUM", "PRAGMA page_size = 65536; VACUUM",
    "PRAGMA auto_vacuum = FULL; VACUUM", "PRAGMA user_version = 1",
  ])
  func aFileThatAnotherProgramChanged(sql: String) throws {
    let psoas = try started()
    try psoas.shell("psoas log bird-dog 3x8 --after 3 -q; psoas measure thomas 9 --side left -q")
    try psoas.shell(
      "sqlite3 log.db \"PRAGMA ignore_check_constraints = ON; $SQL\"", extra: ["SQL": sql])
    for line in [
      "list", "list --format json", "status", "report weekly", "history", "show last", "undo",
      "edit last --note x", "rm last", "pain 5",
    ] {
      let before = psoas.bytes()
      let run = try psoas.shell("psoas \(line)")
      #expect(run.status == 0 || (run.status == 1 && run.err.contains("hint: ")), "\(line) \(run)")
      if run.status != 0 { #expect(psoas.bytes() == before, "\(line) \(run)") }
    }
  }
}
