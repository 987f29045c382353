import Core
import Foundation
import SQLite
import System
import TemporaryFolder
import Testing

@testable import Store

/// What is said of a path and its file before SQLite sees it.
@Suite struct LogFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func error(_ path: String) -> StoreError? {
    if case .unusable(let error) = LogFile.state(of: path) { return error }
    return nil
  }

  @Test func whatIsNoLogIsNamed() throws {
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder.path("sub"), withIntermediateDirectories: false)
    try manager.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "nowhere")
    mkfifo(folder.path("pipe"), 0o600)
    _ = try folder.write([1, 2, 3], to: "short")
    for (name, kind, words) in [
      ("sub", StoreError.Kind.notFound, "is a folder, not a log"),
      ("sub/", .notFound, "is a folder, not a log"),
      ("link", .notFound, "is a link that leads nowhere"),
      ("pipe", .notALog, "is not a regular file"), ("short", .notALog, "is not a psoas log"),
      ("short/x", .notFound, "is a file, not a folder"),
      (String(repeating: "x", count: 250), .notFound, "is too long"),
    ] {
      let error = error(folder.path(name))
      #expect(error?.kind == kind && error?.message.contains(words) == true, "\(name)")
      #expect(error?.hint?.isEmpty == false)
    }
    #expect(error("")?.message == "the path of the log is empty")
    #expect(error(folder.path("sub/"))?.hint?.contains("'\(folder.path("sub/log.db"))'") == true)
    #expect(error(folder.path("none")) == nil && !LogStore.exists(folder.path("none")))
  }

  @Test func aFileThatIsNotWholePagesIsDamaged() throws {
    let fixture = try Fixture()
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: fixture.path)))
    let long = try folder.write(bytes + [0], to: "long")
    #expect(error(long)?.message == "'\(long)' is damaged: its end has 1 byte too many")
    let more = try folder.write(bytes + [0, 0], to: "more")
    #expect(error(more)?.message == "'\(more)' is damaged: its end has 2 bytes too many")
    let cut = try folder.write(Array(bytes.dropLast(100)), to: "cut")
    #expect(error(cut)?.message == "'\(cut)' is damaged: its end is missing")
    var odd = bytes
    odd[16] = 0
    odd[17] = 3
    let size = try folder.write(odd, to: "odd")
    #expect(error(size)?.kind == .damaged)
    #expect(LogStore.exists(cut) && LogStore.openReadOnly(cut) == nil)
  }

  @Test func anEmptyFileBecomesALogOfItsOwner() throws {
    let path = try folder.write([], to: "log.db")
    #expect(try LogStore.open(path) == nil)
    let log = try LogStore.create(path, createFolder: false)
    #expect(try log.sessions().isEmpty)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let deep = folder.path("a/b/log.db")
    #expect(throws: StoreError.self) { try LogStore.create(deep, createFolder: false) }
    _ = try LogStore.create(deep, createFolder: true)
    let made = try FileManager.default.attributesOfItem(atPath: folder.path("a"))[.posixPermissions]
    #expect(made as? Int == 0o700)
    let below = #expect(throws: StoreError.self) {
      try LogFile.create(folder.path("log.db/x/log.db"), folderToo: true)
    }
    #expect(below?.message.hasSuffix("is a file, not a folder") == true)
  }

  @Test func logsOpenedForReadingOnly() throws {
    let fixture = try Fixture()
    let before = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
    let log = try #require(LogStore.openReadOnly(fixture.path))
    #expect(try log.settings().isEmpty)
    #expect(throws: StoreError.self) {
      try log.database.run("INSERT INTO setting VALUES ('a', 'b')")
    }
    #expect(LogStore.openCurrent(fixture.path) != nil)
    #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.path)) == before)
    try fixture.log.database.execute("PRAGMA user_version = 2")
    #expect(LogStore.openCurrent(fixture.path) == nil)
    #expect(LogStore.openCurrent(folder.path("none")) == nil)
  }

  @Test func rehearsingAndTemporaryLogsLeaveNothing() throws {
    let fixture = try Fixture()
    let count = try fixture.log.rehearse {
      try fixture.log.set("report.weeks", to: "8")
      return try fixture.log.settings().count
    }
    #expect(try count == 1 && fixture.log.settings().isEmpty)
    let temporary = try LogStore.temporary()
    try temporary.set("report.weeks", to: "8")
    #expect(try temporary.settings() == ["report.weeks": "8"])
    #expect(try fixture.folder.names == ["log.db"])
  }

  @Test func unfinishedCopiesAreFoundByTheirNames() throws {
    let log = try folder.write([], to: "log.db")
    for name in [
      "log.db.version-2.7.tmp", "log.db.before-fix.8.tmp", "log.db.version-2-3.9.tmp",
      "log.db.version-x.7.tmp", "log.db.7.tmp", "other.db.version-2.7.tmp", "log.db.version-2.tmp",
      "log.db.version-2.0.tmp",
    ] { _ = try folder.write([], to: name) }
    #expect(
      LogFile.temporaryFiles(nextTo: log).sorted() == [
        folder.path("log.db.before-fix.8.tmp"), folder.path("log.db.version-2-3.9.tmp"),
        folder.path("log.db.version-2.7.tmp"),
      ])
    #expect(LogFile.folder(of: "log.db") == "." && LogFile.folder(of: "/log.db") == "/")
    #expect(LogFile.name(of: "/a/b.db") == "b.db")
  }

  @Test func placesThatBelongToALog() throws {
    let log = try folder.write([], to: "log.db")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.db"), withDestinationPath: log)
    func place(_ name: String, of log: String) -> ReservedPath? {
      ReservedPath(folder.path(name), of: log)
    }
    #expect(place("log.db", of: log) == .log)
    #expect(place("link.db", of: log) == .log)
    #expect(place("./log.db-wal", of: log) == .part)
    #expect(place("log.db-wal", of: folder.path("link.db")) == .part)
    #expect(place("log.db.version-2", of: log) == .copies)
    #expect(place("log.db.before-fix", of: log) == .copies)
    #expect(place("log.db.backups", of: log) == .copies)
    #expect(place("log.db.backups/", of: log) == .copies)
    #expect(place("log.db.backups/deep/x.db", of: log) == .copies)
    #expect(place("log.db.backups/x.db", of: log) == .copies)
    #expect(place("other.db", of: log) == nil)
    #expect(Paths.areSame(log, folder.path("./log.db")))
    #expect(Paths.areSame(folder.path("new"), folder.path("./new")))
    #expect(!Paths.areSame(folder.path("new"), folder.path("newer")))
    #expect(Paths.areSame("/nowhere/a/x", "/nowhere/a/x"))
  }

  /// A file whose process has ended is removed; one that is held is not.
  @Test func leftoversOfEndedProcessesGo() throws {
    let target = folder.path("copy.db")
    let held = try TemporaryFile(for: target)
    let gone = try folder.write([], to: "copy.db.999999999.tmp")
    _ = try folder.write([], to: "notes.tmp")
    let now = held.status.modified.seconds
    TemporaryFile.removeLeftovers(in: folder.path, where: { $0 == "copy.db" }, now: now + 7200)
    #expect(LogFile.exists(held.path) && !LogFile.exists(gone))
    #expect(try held.settle(as: target, replacing: false))
    #expect(try folder.names == ["copy.db", "notes.tmp"])
    let second = try TemporaryFile(for: target)
    #expect(try !second.settle(as: target, replacing: false))
    #expect(try second.settle(as: target, replacing: true))
    #expect(LogFile.freeName(target, ending: ".db") == folder.path("copy-2.db"))
  }
}
