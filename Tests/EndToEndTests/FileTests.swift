import Foundation
import Testing

/// Files that are not what they should be.
@Suite struct FileTests {
  /// A log with fifty entries and a little more than one page of notes.
  private func filled() throws -> Binary {
    let psoas = try Binary()
    try FileTests.template.get().write(to: URL(fileURLWithPath: psoas.log))
    return psoas
  }

  private static let template = Result {
    let psoas = try Binary()
    let note = String(repeating: "n", count: 400)
    let words = (1...50).map { "psoas pain 3 -q --note '\($0) \(note)'" }
    try psoas.shell(words.joined(separator: " && "))
    try #require(try psoas.objects("list").count == 50)
    return try #require(psoas.bytes())
  }

  /// Reading and writing both fail with the message, and the file stays as it is.
  private func expectFailure(_ psoas: Binary, _ message: String, path: String? = nil) throws {
    let path = path ?? psoas.log
    let before = try? Data(contentsOf: URL(fileURLWithPath: path))
    for words in [["list"], ["pain", "4"], ["init"], ["report", "weekly"], ["rm", "last"]] {
      let run = try psoas.run(words + ["--db", path])
      #expect(run.status == 1, "\(words) \(run)")
      #expect(run.out == "")
      #expect(run.err.hasPrefix("error: \(message)\nhint: "), "\(words) \(run.err)")
    }
    #expect((try? Data(contentsOf: URL(fileURLWithPath: path))) == before)
  }

  @Test(arguments: [15, 16, 99, 100, 511, 512, 1000, 4095])
  func aFileCutInItsFirstPage(length: Int) throws {
    try expectDamage { _ in length }
  }

  @Test(arguments: [4096, 4097, 8192, 12_288])
  func aFileCutBehindItsFirstPage(length: Int) throws {
    try expectDamage { _ in length }
  }

  @Test(arguments: [4096, 4097, 8192])
  func aFileThatLostItsLastPage(lost: Int) throws {
    try expectDamage { $0 - lost }
  }

  @Test(arguments: [1, 100, 4095])
  func aFileThatLostPartOfItsLastPage(lost: Int) throws {
    try expectDamage { $0 - lost }
  }

  @Test func aFileOfOneByte() throws {
    try expectDamage { _ in 1 }
  }

  private func expectDamage(_ length: (Int) -> Int) throws {
    let psoas = try filled()
    let whole = try #require(psoas.bytes())
    let rest = whole.prefix(length(whole.count))
    try #require(!rest.isEmpty && rest.count < whole.count)
    try rest.write(to: URL(fileURLWithPath: psoas.log))
    for words in [["list"], ["pain", "4"], ["report", "weekly"]] {
      let run = try psoas.run(words)
      #expect(run.status == 1, "\(words) \(run)")
      #expect(run.out == "")
      #expect(run.err.hasPrefix("error: '\(psoas.log)' is "), "\(run.err)")
      #expect(run.err.contains("\nhint: "))
    }
    #expect(psoas.bytes() == rest)
  }

  @Test func garbage() throws {
    let psoas = try Binary()
    try psoas.shell("for i in {1..500}; do echo \"this is not a database $i\"; done >log.db")
    try expectFailure(psoas, "'\(psoas.log)' is not a psoas log")
  }

  @Test func anotherProgramsDatabase() throws {
    let psoas = try Binary()
    try psoas.shell("sqlite3 log.db 'CREATE TABLE t(x); INSERT INTO t VALUES (1)'")
    try expectFailure(psoas, "'\(psoas.log)' is a database, but not a psoas log")
  }

  @Test func aNewerLog() throws {
    let psoas = try filled()
    try psoas.shell("sqlite3 log.db 'PRAGMA user_version = 99'")
    try expectFailure(
      psoas,
      "'\(psoas.log)' was written by a newer psoas (format 99, this one knows 3)")
  }

  @Test func aDamagedPage() throws {
    let psoas = try filled()
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: psoas.log))
    for page in 1..<Int(try handle.seekToEnd() / 4096) {
      try handle.seek(toOffset: UInt64(page * 4096))
      try handle.write(contentsOf: Data(repeating: 0xFF, count: 4096))
    }
    try handle.close()
    let before = psoas.bytes()
    for words in [["list"], ["report", "weekly"], ["pain", "4"]] {
      let run = try psoas.run(words)
      #expect(run.status == 1)
      #expect(run.err.hasPrefix("error: '\(psoas.log)' is damaged: "), "\(run.err)")
    }
    #expect(psoas.bytes() == before)
  }

  @Test func placesThatAreNone() throws {
    let psoas = try Binary()
    try psoas.shell("touch file; mkdir folder")
    let (folder, file) = (psoas.path("folder"), psoas.path("file"))
    try expectFailure(psoas, "'\(folder)' is a folder, not a log", path: folder)
    try expectFailure(
      psoas, "a part of the path '\(file)/log.db' is a file, not a folder", path: "\(file)/log.db")
    // Only read, so that a mistake cannot harm the system.
    let device = try psoas.run("list", "--db", "/dev/null")
    #expect(device.status == 1)
    #expect(device.err.hasPrefix("error: '/dev/null' is not a regular file\nhint: "))
    let long = "/tmp/" + String(repeating: "x", count: 300)
    #expect(try psoas.run("pain", "4", "--db", long).status == 1)
    let missing = psoas.path("nope/log.db")
    let write = try psoas.run("pain", "4", "--db", missing)
    #expect(write.status == 1)
    #expect(write.err.hasPrefix("error: there is no folder '\(psoas.path("nope"))'\nhint: "))
    #expect(try psoas.shell("ls -A").out == "file\nfolder\n")
  }

  @Test func readingWhereThereIsNoLogSaysHowToBegin() throws {
    let psoas = try Binary()
    for words in [
      ["list"], ["status"], ["show", "last"], ["rm", "last"], ["report", "weekly"],
      ["report", "response"], ["flare"], ["flare", "end"],
    ] {
      for prepare in ["rm -f log.db", ": >log.db"] {
        try psoas.shell(prepare)
        let run = try psoas.run(words)
        #expect(run.status == 1 && run.out == "")
        #expect(
          run.err == """
            error: there is no log at '\(psoas.log)' yet
            hint: log something first, such as 'psoas pain 4', or run 'psoas init'

            """)
        #expect((psoas.bytes() ?? Data()).isEmpty)
      }
    }
  }

  @Test func anEmptyFileBecomesALog() throws {
    let psoas = try Binary()
    try psoas.shell(": >log.db")
    #expect(try psoas.run("pain", "4").status == 0)
    #expect(try psoas.objects("list").count == 1)
    #expect(try psoas.integrity() == "ok\n")
  }

  @Test func aLogInWriteAheadModeIsTaken() throws {
    let psoas = try filled()
    #expect(try psoas.shell("sqlite3 log.db 'PRAGMA journal_mode = WAL'").out == "wal\n")
    #expect(try psoas.objects("list").count == 50)
    #expect(try psoas.run("pain", "4").status == 0)
    #expect(try psoas.objects("list").count == 51)
    #expect(try psoas.integrity() == "ok\n")
    #expect(try psoas.shell("sqlite3 log.db 'PRAGMA journal_mode'").out == "delete\n")
    #expect(try psoas.shell("ls -A").out == "log.db\n")
  }

  @Test func aResultNeverGoesOverTheLog() throws {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    let before = psoas.bytes()
    try FileManager.default.linkItem(
      atPath: psoas.log, toPath: psoas.folder.appendingPathComponent("other").path)
    for target in [psoas.log, psoas.folder.appendingPathComponent("other").path] {
      for words in [["list"], ["pain", "3"]] {
        let run = try psoas.run(words + ["--output", target])
        #expect(run.status == 64 && run.err.contains("is the log itself"))
        #expect(psoas.bytes() == before)
      }
    }
  }

  @Test func anEmptyFileThatWasThereBecomesPrivate() throws {
    let psoas = try Binary()
    let made = FileManager.default.createFile(
      atPath: psoas.log, contents: Data(), attributes: [.posixPermissions: 0o644])
    #expect(made)
    try psoas.run("pain", "4")
    let attributes = try FileManager.default.attributesOfItem(atPath: psoas.log)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func anEntryThatIsStoredIsNeverCalledNotStored() throws {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    // A row that no reader can make sense of, as only another program can leave it.
    let damage = try psoas.shell(
      "sqlite3 \(psoas.log) 'PRAGMA ignore_check_constraints = ON; UPDATE pain SET score_tenths = 999'"
    )
    #expect(damage.status == 0)
    let run = try psoas.run("pain", "5")
    #expect(run.status == 0 && run.out.contains("the week could not be read just now"))
    let count = try psoas.shell("sqlite3 \(psoas.log) 'SELECT count(*) FROM pain'")
    #expect(count.out == "2\n")
  }
}
