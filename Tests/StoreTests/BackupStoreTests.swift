import Core
import Foundation
import Testing

@testable import Store

/// Copies of the log: made by hand, made by themselves, listed, and refused where they would overwrite.
@Suite struct BackupStoreTests {
  private let patient: Patient
  private var log: LogStore { patient.log }
  private var path: String { patient.path }
  private var folder: String { (patient.path as NSString).deletingLastPathComponent }

  init() throws { patient = try Patient() }

  private let manager = FileManager.default
  private let moment = Fixture.moment(20_712, hour: 17)

  private func list(_ rotation: BackupRotation = .standard, reading: Bool = true) throws -> [Backup]
  {
    try LogStore.backups(
      of: path, today: Day(number: 20_712), rotation: rotation, reading: reading,
      made: { "second \($0 > 0)" })
  }

  private func refusal(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch { return (error as? StoreError)?.message ?? "\(error)" }
  }

  @Test func aCopyHoldsTheLog() throws {
    let result = try log.backUp(to: nil, at: moment, replacing: false)
    #expect(result.path == path + ".backups/2026-09-16T180000.db")
    #expect(
      result.content == Backup.Content(version: 3, entries: 7, newestDay: Day(number: 20_710)))
    #expect(result.damaged == 0)
    let attributes = try manager.attributesOfItem(atPath: result.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(attributes[.size] as? Int == result.bytes)
    let copy = try #require(try LogStore.open(result.path))
    #expect(try copy.sessions() == log.sessions() && copy.painRatings() == log.painRatings())
    let second = try log.backUp(to: nil, at: moment, replacing: false)
    #expect(second.path == path + ".backups/2026-09-16T180000-2.db")
  }

  @Test func aDamagedLogIsCopiedAndSaysSo() throws {
    try log.database.execute("UPDATE pain SET score_tenths = 90; DELETE FROM flare")
    let result = try log.backUp(to: folder + "/copy.db", at: moment, replacing: false)
    #expect(result.damaged == 3)
    #expect(try LogStore.open(result.path)?.checksumFindings() == log.checksumFindings())
  }

  @Test func aCopyReplacesAFileOnlyWhenAsked() throws {
    let target = folder + "/copy.db"
    try Data("old".utf8).write(to: URL(fileURLWithPath: target))
    let words = refusal { _ = try log.backUp(to: target, at: moment, replacing: false) }
    #expect(words == "there is a file '\(target)' already")
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "old")
    _ = try log.backUp(to: target, at: moment, replacing: true)
    #expect(try LogStore.open(target)?.sessions().count == 1)
  }

  @Test func placesThatACopyMayNotTake() throws {
    try manager.createDirectory(atPath: folder + "/sub", withIntermediateDirectories: false)
    try manager.createSymbolicLink(atPath: folder + "/link", withDestinationPath: path)
    mkfifo(folder + "/pipe", 0o600)
    for (target, words) in [
      ("", "the path of the backup is empty"), (path, "'\(path)' is the log itself"),
      (path + "-journal", "'\(path)-journal' is a part of the log"),
      (path + ".version-2", "'\(path).version-2' is where psoas keeps its backups"),
      (path + ".backups/x.db", "'\(path).backups/x.db' is where psoas keeps its backups"),
      (folder + "/sub", "'\(folder)/sub' is a folder"),
      (folder + "/pipe", "'\(folder)/pipe' is not a regular file"),
      (folder + "/none/x.db", "there is no folder '\(folder)/none'"),
      (folder + "/none/", "there is no folder '\(folder)/none'"),
      (path + "/x.db", "a part of the path '\(path)/x.db' is a file, not a folder"),
      (folder + "/" + String(repeating: "x", count: 300), "is too long"),
    ] {
      let found = refusal { _ = try log.backUp(to: target, at: moment, replacing: true) }
      #expect(words == "is too long" ? found.hasSuffix(words) : found == words, "\(target)")
    }
    // A link to the log is the log; one to another file is not followed either.
    #expect(
      refusal { _ = try log.backUp(to: folder + "/link", at: moment, replacing: true) }
        == "'\(folder)/link' is the log itself")
    try manager.createSymbolicLink(atPath: folder + "/other", withDestinationPath: "nowhere")
    #expect(
      refusal { _ = try log.backUp(to: folder + "/other", at: moment, replacing: true) }
        == "'\(folder)/other' is a link, which psoas does not follow")
    #expect(!manager.fileExists(atPath: path + ".backups"))
  }

  @Test func theFolderOfCopiesMustBeAFolder() throws {
    let place = path + ".backups"
    try manager.createSymbolicLink(atPath: place, withDestinationPath: folder)
    #expect(
      refusal { _ = try log.backUp(to: nil, at: moment, replacing: false) }
        == "'\(place)' is a link, which psoas does not follow")
    try manager.removeItem(atPath: place)
    try Data().write(to: URL(fileURLWithPath: place))
    #expect(
      refusal { _ = try log.backUp(to: nil, at: moment, replacing: false) }
        == "'\(place)' is not a folder")
  }

  @Test func copiesAreListedNewestFirst() throws {
    let place = path + ".backups"
    #expect(try list() == [])
    _ = try log.backUp(to: nil, at: moment, replacing: false)
    for name in [
      "2026-09-15.db", "2026-09-14.db", "2026-08-31.db", "2027-01-01.db", "mine.db", "notes.txt",
      "before-restore-2026-09-16T180000-2.db", "before-restore-2026-09-16T180000-10.db",
    ] {
      try Data("no log".utf8).write(to: URL(fileURLWithPath: "\(place)/\(name)"))
    }
    try Data().write(to: URL(fileURLWithPath: path + ".version-2"))
    let rotation = try #require(BackupRotation("1d 1w 2m"))
    let found = try list(rotation)
    let shown = found.map { "\($0.name) \($0.kind) \($0.made)" }
    #expect(
      shown == [
        "mine byHand second true", "log.db.version-2 beforeUpgrade second true",
        "2027-01-01 ahead 2027-01-01",
        "before-restore-2026-09-16T180000-10 beforeRestore 2026-09-16 18:00",
        "before-restore-2026-09-16T180000-2 beforeRestore 2026-09-16 18:00",
        "2026-09-16T180000 byHand 2026-09-16 18:00", "2026-09-15 daily 2026-09-15",
        "2026-09-14 daily 2026-09-14", "2026-08-31 monthly 2026-08-31",
      ])
    #expect(found.filter { $0.content != nil }.map(\.name) == ["2026-09-16T180000"])
    #expect(try list(rotation, reading: false).allSatisfy { $0.content == nil })
  }

  @Test(arguments: [
    ("2026-11-20", "2026-11-20"), ("2026-11-20T180000", "2026-11-20 18:00"),
    ("2026-11-20T180000-12", "2026-11-20 18:00"),
    ("before-restore-2026-11-20T180000-2", "2026-11-20 18:00"), ("before-restore-2026-11-20", nil),
    ("2026-11-20T1800", nil), ("2026-11-20-2", nil), ("2026-02-30", nil), ("mine", nil),
    ("2026-11-20T180000-", nil), ("2026-11-20T180000-1-2", nil),
  ])
  func namesSayTheMoment(_ name: String, _ moment: String?) {
    #expect(BackupTimestamp(name)?.moment == moment)
  }
}

extension BackupStoreTests {
  private func rate() throws {
    let rating = PainRating(
      id: patient.fixture.id(), moment: Fixture.moment(20_712), score: try NPRSScore("1"))
    try log.write(Fixture.commandRecord) { try log.insert(rating) }
  }

  private func automatic(on day: Int, _ report: @escaping (String) -> Void = { _ in }) {
    log.automaticBackups = AutomaticBackups(today: { Day(number: day) }, report: report)
  }

  private var names: [String] { LogFile.names(in: path + ".backups").sorted() }

  @Test func aDayHasOneCopyFromBeforeItsFirstChange() throws {
    automatic(on: 20_712)
    try rate()
    try rate()
    #expect(names == ["2026-09-16.db"])
    #expect(try LogStore.open(path + ".backups/2026-09-16.db")?.painRatings().count == 1)
    automatic(on: 20_713)
    try rate()
    #expect(names == ["2026-09-16.db", "2026-09-17.db"])
    #expect(try LogStore.open(path + ".backups/2026-09-17.db")?.painRatings().count == 3)
  }

  @Test func noCopyOnTheFirstDayOrWhenTurnedOff() throws {
    automatic(on: 20_700)
    try rate()
    #expect(names == [], "the log was begun that day")
    try log.write(Fixture.commandRecord) { try log.set("backup.auto", to: "off") }
    automatic(on: 20_712)
    try rate()
    #expect(names == [])
  }

  @Test func oldCopiesGo() throws {
    try log.write(Fixture.commandRecord) { try log.set("backup.keep", to: "2d") }
    for day in 20_710...20_714 {
      automatic(on: day)
      try rate()
    }
    #expect(names == ["2026-09-17.db", "2026-09-18.db"])
  }

  @Test func aCopyThatFailsDoesNotStopTheChange() throws {
    var reports: [String] = []
    automatic(on: 20_712) { reports.append($0) }
    try Data().write(to: URL(fileURLWithPath: path + ".backups"))
    try rate()
    #expect(
      reports == [
        "today's backup of the log failed: '\(path).backups' is not a folder"
      ])
    #expect(try log.painRatings().count == 2)
    try manager.removeItem(atPath: path + ".backups")
    try rate()
    #expect(names == ["2026-09-16.db"] && reports.count == 1)
  }

  /// A copy of a damaged log is made, but takes the place of no older one.
  @Test func aDamagedLogIsReported() throws {
    try log.write(Fixture.commandRecord) { try log.set("backup.keep", to: "1d") }
    automatic(on: 20_711)
    try rate()
    try log.database.execute("UPDATE session SET note = 'another'")
    var reports: [String] = []
    automatic(on: 20_712) { reports.append($0) }
    try rate()
    #expect(reports == ["the log is not as it was written; run 'psoas doctor'"])
    #expect(names == ["2026-09-15.db", "2026-09-16.db"])
  }
}
