import Core
import Foundation
import SQLite
import Testing

@testable import Store

/// Rows leave the log whole and come back into another.
@Suite struct ExportRowsTests {
  private let patient: Patient
  private var log: LogStore { patient.log }

  init() throws {
    let patient = try Patient()
    self.patient = patient
    let own = Exercise(
      slug: Slug(stored: "heel-slide"), name: "Heel slide", aliases: ["slides"], oneSided: true,
      dose: .reps, aim: "secret aim", own: true)
    let check = patient.fixture.check()
    let day = try patient.fixture.day("sitting=9h")
    try patient.log.write(Fixture.commandRecord) {
      try patient.log.insert(own)
      try patient.log.insert(check)
      _ = try patient.log.insert(day)
      try patient.log.set("clinician.name", to: "Dr Secret")
    }
  }

  /// A row with the rows of each of its parts.
  private struct Row: Equatable {
    var values: [ExportValue]
    let parts: [[[ExportValue]]]
  }

  private func rows(_ log: LogStore, _ table: ExportTable) throws -> [Row] {
    var rows: [Row] = []
    let parts = try table.parts.map { try ExportRows(log, table: $0, ofOne: true) }
    try ExportRows(log, table: table).each { values in
      let own = try parts.map { part in
        var found: [[ExportValue]] = []
        if case .key(let id) = values[0] { try part.each(of: id) { found.append($0) } }
        return found
      }
      rows.append(Row(values: values, parts: own))
    }
    return rows
  }

  @Test func everyTableComesBackAsItWas() throws {
    let fixture = try Fixture()
    let other = fixture.log
    let tables = LogStore.exportTables
    let names = tables.map(\.name)
    let entries = [
      "sessions", "pain", "measurements", "days", "flares", "checks",
    ]
    #expect(entries.allSatisfy(names.contains), "\(names)")
    try other.write(Fixture.commandRecord) {
      let writer = ExportRowWriter(other)
      for table in tables {
        for row in try rows(log, table) {
          #expect(try writer.add(row.values, parts: row.parts, to: table), "\(table.name)")
        }
      }
    }
    for table in tables where table.entry != nil {
      #expect(try rows(other, table) == rows(log, table), "\(table.name)")
      #expect(try !rows(log, table).isEmpty, "\(table.name)")
    }
    #expect(
      try other.sessions() == log.sessions() && other.checksumFindings() == ChecksumFindings())
    try other.write(Fixture.commandRecord) {
      let writer = ExportRowWriter(other)
      for table in tables where table.entry != nil {
        for row in try rows(log, table) {
          #expect(try !writer.add(row.values, parts: row.parts, to: table), "it already exists")
        }
      }
    }
  }

  private func refusal(_ table: String, _ change: (inout Row) -> Void) throws -> String {
    let fixture = try Fixture()
    let other = fixture.log
    let table = try #require(LogStore.exportTables.first { $0.name == table })
    var row = try #require(try rows(log, table).first)
    change(&row)
    do {
      try other.write(Fixture.commandRecord) {
        _ = try other.insert(try fixture.day("sitting=3", on: 20_600))
        _ = try ExportRowWriter(other).add(row.values, parts: row.parts, to: table)
      }
      return ""
    } catch let error as InputError { return error.message }
  }

  @Test func rowsThatDoNotFitAreRefused() throws {
    #expect(
      try refusal("sessions") { _ in }
        == "names the exercise 'bird-dog', which neither the log nor the file before it has")
    #expect(try refusal("measurements") { _ in }.contains("'thomas', which neither the log"))
    #expect(try refusal("days") { _ in }.hasPrefix("cannot be added: "))
    #expect(
      try refusal("flares") { $0.values[1] = .moment(utc: -5, offset: 0) }
        == "has values that do not go together")
  }

  @Test func aViewedCopyIsForOtherTools() throws {
    let target = patient.path + ".viewed"
    try log.makeViewedCopy(target, isRedacted: false)
    let copy = try Database(path: target)
    func count(_ sql: String) throws -> Int? { try copy.first(sql) { $0.integer(0) } }
    // The program itself never runs a view; the tests of the command read them with sqlite3.
    let views = try copy.rows("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY 1") {
      $0.text(0)
    }
    #expect(
      views
        == [
          "checks", "days", "flares", "measurements", "pain", "sessions", "sets", "stages",
          "trials",
        ]
        .map { "v_\($0)" })
    #expect(try count("SELECT count(*) FROM exercise_set") == 3)
    #expect(try count("PRAGMA application_id") == 0)
    #expect(
      try count("SELECT count(*) FROM sqlite_schema WHERE name IN ('operation', 'seal')") == 0)
    #expect(try copy.first("SELECT note FROM session") { $0.text(0) } == "note")
    let error = #expect(throws: StoreError.self) {
      try log.makeViewedCopy(target, isRedacted: false)
    }
    #expect(error?.message == "'\(target)' already exists")
  }

  @Test func aRedactedCopyLacksTheWordsOfTheUser() throws {
    let target = patient.path + ".viewed"
    try log.makeViewedCopy(target, isRedacted: true)
    let copy = try Database(path: target)
    #expect(try copy.first("SELECT note FROM session") { $0.isNull(0) } == true)
    #expect(try copy.rows("SELECT key FROM setting") { $0.text(0) } == ["report.weeks"])
    #expect(
      try copy.first("SELECT name FROM exercise WHERE own = 1") { $0.text(0) } == "heel-slide")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: target))
    for word in ["Dr Secret", "secret aim", "Heel slide"] {
      #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) is in a free page")
    }
    let names = LogFile.names(in: LogFile.folder(of: target)).sorted()
    #expect(names == ["log.db", "log.db.viewed"])
  }
}
