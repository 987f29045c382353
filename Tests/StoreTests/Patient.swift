import Core
import Foundation
import SQLite

@testable import Store

/// A log with some of everything, to be damaged.
struct Patient {
  let fixture: Fixture
  let session: Session
  let rating: PainRating

  var log: LogStore { fixture.log }
  var path: String { fixture.path }

  /// The present of the look: two days after the newest entry.
  static let now = 20_712 * 86_400

  init() throws {
    let fixture = try Fixture()
    self.fixture = fixture
    session = Session(
      id: fixture.id(), moment: Fixture.moment(20_700),
      entries: try Fixture.entries("bird-dog 3x8@2.5kg"), note: "note")
    rating = PainRating(
      id: fixture.id(), moment: Fixture.moment(20_700),
      score: try NPRSScore("4"), recall: .now,
      sites: [PainSite(name: "low-back", side: .left)], triggers: ["sitting"])
    let log = fixture.log
    let (session, rating) = (session, rating)
    let kind = try Fixture.kind("thomas")
    let protocolHistory = [StageTransition.Kind.start, .advance].enumerated().map { index, kind in
      StageTransition(
        id: fixture.id(), moment: Fixture.moment(20_690 + index), kind: kind,
        rehabProtocol: Slug(stored: "twelve-minute"), stage: Slug(stored: "daily-stretches"))
    }
    let flares = [20_680, 20_685].map {
      Flare(id: fixture.id(), start: Fixture.moment($0), end: Fixture.moment($0 + 1))
    }
    try log.write(Fixture.commandRecord) {
      try log.insert(session, exercises: Fixture.index)
      try log.insert(rating)
      try log.insert(
        Measurement(
          id: fixture.id(), moment: Fixture.moment(20_710), kind: kind, side: .left,
          trials: [-500]))
      for flare in flares { try log.insert(flare) }
      for change in protocolHistory { try log.insert(change) }
      try log.set("report.weeks", to: "8")
    }
    let text = "[routine evening]\nstep: bird-dog 3x8\n"
    try log.write(Fixture.commandRecord) {
      try log.database.run(
        "INSERT INTO own_definition VALUES ('routine', 'evening', ?)", values: [.text(text)])
    }
  }

  var doctor: Doctor { doctor(free: nil) }

  private func doctor(free: Int?) -> Doctor {
    Doctor(
      path: path,
      around: Doctor.Surroundings(
        now: Patient.now, isDefaultPlace: false, freeBytes: free,
        knowsZone: { ["Europe/Berlin", "UTC"].contains($0) }))
  }

  func check(free: Int? = nil) throws -> IntegrityReport {
    guard let report = try doctor(free: free).check() else { return IntegrityReport() }
    return report
  }

  /// Makes an index hold other rows than its table.
  func breakIndex() throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    shell.arguments = [
      path,
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET rootpage = (SELECT sum(rootpage) FROM sqlite_schema
        WHERE name IN ('pain_by_at', 'flare_by_at')) - rootpage
      WHERE name IN ('pain_by_at', 'flare_by_at');
      """,
    ]
    try shell.run()
    shell.waitUntilExit()
  }
}
