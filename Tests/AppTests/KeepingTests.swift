import App
import Core
import Foundation
import Import
import Render
import Store
import Testing

/// Undo, backups, exports and imports.
@Suite struct KeepingTests {
  private let user: AppFixture
  private let style = Style(width: 100, unicode: true, colour: false)

  init() throws {
    user = try AppFixture()
    for score in ["4", "5", "6"] {
      _ = try user.context("pain \(score)").recordPain(
        PainRequest(score: .points(score), details: EntryDetails(note: "private")))
    }
    _ = user.takeNotes()
  }

  private func count(_ log: String = "log.db") throws -> Int {
    try user.context(log: log).entries(of: nil, since: nil, until: nil, limit: nil).count
  }

  @Test func stepsGoBackAndForth() throws {
    #expect(try user.context.undo(count: 2).map(\.commandRecord.command) == ["pain 6", "pain 5"])
    #expect(try count() == 1)
    #expect(try user.context.redo().map(\.commandRecord.command) == ["pain 5"])
    let error = #expect(throws: Failure.self) { try user.context.undo(count: 3) }
    #expect(error?.hint?.contains("give 2 or less") == true)
    #expect(throws: Failure.self) { try user.context.redo(count: 2) }
    #expect(try user.context.history(limit: 2).count == 2)
    #expect(try user.context.forgetHistory() == 3)
    #expect(throws: Failure.self) { try user.context.undo() }
    #expect(try user.context.history(limit: nil).isEmpty)
  }

  @Test func aCopyTakesTheLogsPlaceAndBack() throws {
    let made = try user.context.backUp(to: nil, replacing: false)
    #expect(made.text(style).contains("copied 3 entries"))
    let backups = try user.context.backups()
    #expect(backups.count == 1 && backups[0].content?.entries == 3)
    _ = try user.context.undo()
    #expect(try count() == 2)
    user.now += 60
    #expect(try user.context("restore").restore(backups[0].name).text(style).contains("restored 3"))
    #expect(try count() == 3)
    user.now += 60
    #expect(try user.context("undo").undo().count == 1)
    #expect(try count() == 2)
    #expect(throws: Failure.self) { try user.context.undo(count: 9) }
    #expect(throws: StoreError.self) { try user.context.restore("nowhere.db") }
    _ = user.takeNotes()
    _ = try user.context.listedBackups { "restore \($0)" }
    #expect(user.takeNotes().first?.hasPrefix("restore ") == true)
  }

  @Test func filesOfTheLogAreReserved() throws {
    for name in ["log.db", "log.db-journal", "log.db.backups/x.db"] {
      #expect(throws: InputError.self) {
        try user.context.refuseReserved(user.path(name), named: "--output")
      }
    }
    try user.context.refuseReserved(user.path("other.db"), named: "--output")
  }

  @Test func jsonBringsTheLogBack() throws {
    var bytes: [UInt8] = []
    try user.context.exportJSON(isRedacted: false) { bytes += $0 }
    let file = try user.write(String(decoding: bytes, as: UTF8.self), to: "log.json")
    let dry = try LogImport(user.context(log: "new.db"), form: .json, path: file).run(isDry: true)
    #expect(dry.addedCount == 3)
    #expect(!FileManager.default.fileExists(atPath: user.path("new.db")))
    let run = try LogImport(user.context(log: "new.db"), form: .json, path: file).run(isDry: false)
    #expect(run.added == [.pain: 3])
    #expect(try count("new.db") == 3)
    let again = try LogImport(user.context(log: "new.db"), form: .json, path: file).run(
      isDry: false)
    #expect(again.addedCount == 0 && again.present == [.pain: 3])
    var redacted: [UInt8] = []
    try user.context.exportJSON(isRedacted: true) { redacted += $0 }
    #expect(!String(decoding: redacted, as: UTF8.self).contains("private"))
  }

  @Test func tablesBringTheLogBack() throws {
    let folder = user.path("tables")
    _ = try user.context.exportTables(intoFolder: folder, isRedacted: false)
    let run = try LogImport(user.context(log: "new.db"), form: .tables, path: folder).run(
      isDry: false)
    #expect(run.added == [.pain: 3])
    for name in ["tables", "", "log.db"] {
      #expect(throws: (any Error).self) {
        try user.context.exportTables(
          intoFolder: name.isEmpty ? "" : user.path(name), isRedacted: false)
      }
    }
    #expect(throws: Failure.self) {
      try LogImport(user.context, form: .json, path: folder).run(isDry: false)
    }
    #expect(throws: Failure.self) {
      try LogImport(user.context, form: .tables, path: user.path("none")).run(isDry: false)
    }
  }

  @Test func aBrokenExportChangesNothing() throws {
    let file = try user.write(#"{"format":"psoas","version":9}"#, to: "bad.json")
    #expect(throws: Failure.self) {
      try LogImport(user.context(log: "new.db"), form: .json, path: file).run(isDry: false)
    }
    #expect(!FileManager.default.fileExists(atPath: user.path("new.db")))
  }

  @Test func viewsAndBundles() throws {
    let copy = user.path("views.db")
    _ = try user.context.exportDatabase(toFile: copy, isRedacted: true)
    #expect(FileManager.default.fileExists(atPath: copy))
    #expect(throws: InputError.self) {
      try user.context.exportDatabase(toFile: "", isRedacted: false)
    }
    #expect(throws: InputError.self) {
      try user.context.exportDatabase(toFile: user.path("log.db"), isRedacted: false)
    }
    var bundle: [UInt8] = []
    try user.context.exportFHIR(isRedacted: false) { bundle += $0 }
    let object = try JSONSerialization.jsonObject(with: Data(bundle)) as? [String: Any]
    #expect((object?["entry"] as? [Any])?.isEmpty == false)
    _ = try user.context(log: "empty.db").createLog()
    #expect(throws: Failure.self) {
      try user.context(log: "empty.db").exportFHIR(isRedacted: false) { _ in }
    }
  }

  @Test func theDoctorReportsAndRepairs() throws {
    let doctor = LogDoctor(user.context) { _ in true }
    #expect(try doctor.report(after: nil).repair == nil)
    #expect(try doctor.report(after: .repair).repair != nil)
    #expect(try doctor.report(after: .accept).repair?.done.count == 1)
    #expect(try doctor.salvage(into: user.path("saved.db")).isWhole)
    let none = LogDoctor(user.context(log: "none.db")) { _ in true }
    #expect(throws: Failure.self) { try none.report(after: nil) }
    #expect(throws: Failure.self) { try none.report(after: .repair) }
    #expect(throws: Failure.self) { try none.salvage(into: user.path("x.db")) }
  }
}

/// Files of other apps.
@Suite struct AppImportTests {
  private let user: AppFixture

  init() throws { user = try AppFixture() }

  private static let strong = """
    Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
    2026-11-01 18:00:00,Back,20m,Bird Dog,1,0,8,0,0,,,
    2026-11-01 18:00:00,Back,20m,Bird Dog,2,0,8,0,0,,,
    2026-11-03 18:00:00,Back,20m,Nordic Hinge,1,20,5,0,0,,,

    """

  private func request(_ text: String = strong, isDry: Bool = false) throws -> ImportRequest {
    var options = ImportOptions()
    options.unit = .kg
    return ImportRequest(
      format: .strong, file: try user.write(text, to: "strong.csv"), options: options,
      isDry: isDry)
  }

  @Test func aDryRunStoresNothing() throws {
    let summary = try #require(try user.context.importFile(try request(isDry: true)))
    #expect(summary.added == [.session: 2] && summary.isDry)
    #expect(throws: Failure.self) { try user.context.statusReport() }
  }

  @Test func whatIsThereIsNotAddedAgain() throws {
    let first = try #require(try user.context.importFile(try request()))
    #expect(first.added == [.session: 2] && first.sets == 3)
    #expect(first.names.contains { $0.name == "Nordic Hinge" && $0.isNew })
    let again = try #require(try user.context.importFile(try request()))
    #expect(again.addedCount == 0 && again.present == [.session: 2])
    let grown =
      Self.strong + "2026-11-03 18:00:00,Back,20m,Nordic Hinge,2,20,5,0,0,,,\n"
    let more = try #require(try user.context.importFile(try request(grown)))
    #expect(more.grown == 1 && more.grownSets == 1)
    #expect(try user.context.undo(count: 1).count == 1)
  }

  @Test func namesCanBeMapped() throws {
    var asked = try request()
    asked.newMap = user.path("names.txt")
    #expect(try user.context.importFile(asked) == nil)
    let names = try String(contentsOfFile: user.path("names.txt"), encoding: .utf8)
    #expect(names.contains("Nordic Hinge"))
    #expect(throws: Failure.self) { try user.context.importFile(asked) }
    var mapped = try request()
    mapped.map = try user.write("Nordic Hinge = plank\n", to: "mine.txt")
    let summary = try #require(try user.context.importFile(mapped))
    #expect(summary.isMappingNew && summary.added == [.session: 2])
    var broken = try request()
    broken.map = user.path("strong.db")
    try Data([0xFF, 0xFE]).write(to: URL(fileURLWithPath: user.path("strong.db")))
    #expect(throws: Failure.self) { try user.context.importFile(broken) }
  }

  @Test func filesThatAreNoneAreRefused() throws {
    var missing = try request()
    missing.file = user.path("none.csv")
    #expect(throws: Failure.self) { try user.context.importFile(missing) }
    missing.file = user.folder.path
    #expect(throws: Failure.self) { try user.context.importFile(missing) }
    try Data([0x50, 0x4B, 3, 4]).write(to: URL(fileURLWithPath: user.path("x.zip")))
    missing.file = user.path("x.zip")
    #expect(throws: Failure.self) { try user.context.importFile(missing) }
    missing.format = .appleHealth
    let error = #expect(throws: Failure.self) { try user.context.importFile(missing) }
    #expect(error?.message.contains("psoas-unpack") == true)
    #expect(throws: Failure.self) { try user.context.importFile(try request("no,table\n")) }
  }

  @Test func aDiaryIsATableOfDays() throws {
    var options = ImportOptions()
    options.columns = try ColumnMap("date=Day,pain=Pain,factor:steps=Steps")
    let file = try user.write(
      "Day,Pain,Steps\n2026-11-01,4,9000\n2026-11-02,3,8000\n2026-11-02,x,7000\n", to: "d.csv")
    let summary = try #require(
      try user.context.importFile(ImportRequest(format: .csv, file: file, options: options)))
    #expect(summary.added[.pain] == 2 && summary.added[.day] ?? 0 >= 2)
    #expect(summary.rejectedCount + (summary.leftOut.values.reduce(0, +)) > 0)
  }

  @Test func loopComesAsAFolder() throws {
    let habit = user.folder.appendingPathComponent("loop/001 Stretch")
    try FileManager.default.createDirectory(at: habit, withIntermediateDirectories: true)
    try Data("2026-11-01,2\n2026-11-02,2\n".utf8).write(
      to: habit.appendingPathComponent("Checkmarks.csv"))
    let summary = try? user.context.importFile(
      ImportRequest(format: .loop, file: user.path("loop"), options: ImportOptions(), isDry: true))
    #expect(summary != nil)
    let one = try? user.context.importFile(
      ImportRequest(
        format: .loop, file: habit.appendingPathComponent("Checkmarks.csv").path,
        options: ImportOptions(), isDry: true))
    #expect(one != nil)
  }

  /// The program that unpacks is another one; a script stands for it here.
  @Test func anUnpackerIsReadToItsEnd() throws {
    let script = try user.write(
      "#!/bin/sh\necho 'error: the zip is odd' >&2\necho 'hint: make it again' >&2\nexit 1\n",
      to: "unpack.sh")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    let file = try user.write("<HealthData/>", to: "export.xml")
    let error = #expect(throws: Failure.self) {
      try user.context(findProgram: { _ in script }).importFile(
        ImportRequest(format: .appleHealth, file: file, options: ImportOptions(), isDry: true))
    }
    #expect(error?.message == "the zip is odd" && error?.hint == "make it again")
    let none = #expect(throws: Failure.self) {
      try user.context(findProgram: { _ in "/nowhere/unpack" }).importFile(
        ImportRequest(format: .appleHealth, file: file, options: ImportOptions(), isDry: true))
    }
    #expect(none?.message.hasPrefix("cannot run '/nowhere/unpack'") == true)
  }
}
