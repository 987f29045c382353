import SQLite
import System
import Testing

@testable import Store

/// What failures of the system and of SQLite mean for the user.
@Suite struct StoreErrorTests {
  private static let inputOutput: Int32 = 10

  @Test(arguments: [
    (5, "x", StoreError.Kind.busy, "'log.db' is in use by another program"),
    (14, "unable to open", .permission, "cannot open 'log.db': unable to open"),
    (8, "x", .permission, "'log.db' cannot be written, nothing was stored"),
    (26, "file is not a database", .notALog, "'log.db' is not a psoas log"),
    (11, "malformed", .damaged, "'log.db' is damaged: malformed"),
    (13, "x", .disk, "the disk of 'log.db' is full, nothing was stored"),
    (10, "disk I/O error", .disk, "reading or writing 'log.db' failed: disk I/O error"),
    (1, "no such table: pain", .damaged, "'log.db' is damaged: no such table: pain"),
    (
      1, "table pain has no column named x", .damaged,
      "'log.db' is damaged: table pain has no column named x"
    ),
    (
      1, "cannot modify pain because it is a view", .damaged,
      "'log.db' is damaged: cannot modify pain because it is a view"
    ),
    (1, "syntax error", .refused, "'log.db' did not take it: syntax error"),
    (19, "CHECK failed", .refused, "'log.db' did not take it: CHECK failed"),
  ])
  func failuresOfSQLite(_ code: Int32, _ text: String, _ kind: StoreError.Kind, _ message: String) {
    let error = StoreError(SQLiteError(code: code, message: text), path: "log.db")
    #expect(error.kind == kind && error.message == message)
    #expect(error.hint?.isEmpty == false)
  }

  /// SQLITE_IOERR_DIR_FSYNC at the end of a transaction: it may be on the disk or not.
  @Test func aFailureAfterTheCommitIsUncertain() {
    let code = StoreErrorTests.inputOutput | 5 << 8
    let error = StoreError(SQLiteError(code: code, message: "x", atCommit: true), path: "log.db")
    #expect(error.message == "the disk failed at the end of a change of 'log.db': x")
    let before = StoreError(SQLiteError(code: code, message: "x"), path: "log.db")
    #expect(before.message == "reading or writing 'log.db' failed: x")
  }

  @Test(arguments: [
    (SystemError.notFound, StoreError.Kind.notFound, "there is no folder '/a'"),
    (.notFolder, .notFound, "a part of the path '/a/log.db' is a file, not a folder"),
    (.accessDenied, .permission, "no permission for '/a/log.db'"),
    (.readOnly, .permission, "no permission for '/a/log.db'"),
    (.nameTooLong, .notFound, "the path '/a/log.db' is too long"),
    (.diskFull, .disk, "the disk of '/a/log.db' is full"),
    (.quotaExceeded, .disk, "the disk of '/a/log.db' is full"),
    (.tooManyLinks, .notFound, "cannot use '/a/log.db': Too many links"),
  ])
  func pathsThatCannotBeReached(_ error: SystemError, _ kind: StoreError.Kind, _ message: String) {
    let found = LogFile.unreachable("/a/log.db", error: error)
    #expect(found.kind == kind && found.message == message && found.hint != nil)
  }

  @Test(arguments: [
    (SystemError.notFound, StoreError.Kind.notFound, "there is no folder '/a'"),
    (.notFolder, .notFound, "a part of the path '/a/c.db' is a file, not a folder"),
    (.notPermitted, .permission, "no permission to write '/a/c.db'"),
    (.nameTooLong, .notFound, "the path '/a/c.db' is too long"),
    (.diskFull, .disk, "the disk that would hold '/a/c.db' is full"),
    (.tooManyLinks, .disk, "cannot write '/a/c.db': Too many links"),
  ])
  func copiesThatCannotBeWritten(_ error: SystemError, _ kind: StoreError.Kind, _ message: String) {
    let found = StoreError(unwritable: "/a/c.db", error)
    #expect(found.kind == kind && found.message == message && found.hint != nil)
  }

  @Test(arguments: [
    (13, StoreError.Kind.disk, "the disk that would hold 'c.db' is full"),
    (8, .permission, "no permission to write 'c.db'"),
    (10, .disk, "cannot copy 'log.db' to 'c.db': x"),
    (5, .busy, "'log.db' is in use by another program"),
    (11, .damaged, "'log.db' is damaged: x"),
  ])
  func failuresWhileCopying(_ code: Int32, _ kind: StoreError.Kind, _ message: String) {
    let error = StoreError(
      copying: SQLiteError(code: code, message: "x"), from: "log.db", to: "c.db")
    #expect(error.kind == kind && error.message == message)
    #expect(error.advising("other").hint == "other")
  }
}
