import SQLite
import TemporaryFolder
import Testing

/// The thin layer: values go in and come out as they are, and what SQLite says is not lost.
@Suite struct DatabaseTests {
  private let folder: TemporaryFolder
  private let path: String
  private let database: Database

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.write([], to: "test.db")
    database = try Database(path: path)
  }

  @Test func valuesRoundTrip() throws {
    try database.execute("CREATE TABLE t (i INTEGER, s TEXT, b BLOB) STRICT")
    let rows: [(Int?, String?, [UInt8])] = [
      (0, "", []), (Int.max, "é🙂\u{0}after a NUL", [0, 255]), (Int.min, "'; DROP TABLE t; --", [1]),
      (nil, nil, []),
    ]
    for row in rows {
      try database.run(
        "INSERT INTO t VALUES (?, ?, ?)", values: [Value(row.0), Value(row.1), .blob(row.2)])
    }
    let read = try database.rows("SELECT i, s, b FROM t ORDER BY rowid") {
      ($0.optionalInteger(0), $0.optionalText(1), $0.blob(2))
    }
    #expect(read.count == rows.count)
    for (expected, actual) in zip(rows, read) {
      #expect(expected.0 == actual.0 && expected.1 == actual.1 && expected.2 == actual.2)
    }
  }

  @Test func aFailedTransactionLeavesNothing() throws {
    struct Stop: Error {}
    try database.execute("CREATE TABLE t (i INTEGER PRIMARY KEY) STRICT")
    #expect(throws: Stop.self) {
      try database.transaction {
        try database.run("INSERT INTO t VALUES (1)")
        throw Stop()
      }
    }
    #expect(try database.first("SELECT count(*) FROM t") { $0.integer(0) } == 0)
    // The connection is free for the next one.
    try database.transaction { try database.run("INSERT INTO t VALUES (1)") }
    #expect(try database.first("SELECT count(*) FROM t") { $0.integer(0) } == 1)
  }

  @Test func constraintsHaveTheirKind() throws {
    try database.execute("CREATE TABLE t (i INTEGER CHECK (i < 5)) STRICT")
    let error = #expect(throws: SQLiteError.self) { try database.run("INSERT INTO t VALUES (7)") }
    #expect(error?.kind == .constraint)
  }

  @Test func foreignKeysHold() throws {
    try database.execute(
      "CREATE TABLE a (i INTEGER PRIMARY KEY); CREATE TABLE b (i INTEGER REFERENCES a (i))")
    let error = #expect(throws: SQLiteError.self) { try database.run("INSERT INTO b VALUES (1)") }
    #expect(error?.kind == .constraint)
  }

  @Test func aTypingSlipInDoubleQuotesIsNoString() throws {
    try database.execute("CREATE TABLE t (i INTEGER) STRICT")
    #expect(throws: SQLiteError.self) { try database.run("SELECT \"nosuch\" FROM t") }
  }

  @Test func tooManyValuesAreAnError() throws {
    #expect(throws: SQLiteError.self) { try database.run("SELECT ?", values: [1, 2]) }
  }

  @Test func aSecondWriterIsRefusedAfterTheTimeOut() throws {
    let other = try Database(path: path, busyTimeoutMilliseconds: 20)
    try database.transaction {
      let error = #expect(throws: SQLiteError.self) { try other.transaction {} }
      #expect(error?.kind == .busy)
    }
  }

  @Test func specialNamesAreFiles() throws {
    // Not a database in memory: there is no such file, and none is made.
    let error = #expect(throws: SQLiteError.self) { try Database(path: ":memory:") }
    #expect(error?.kind == .cannotOpen)
  }
}
