import Core
import Foundation
import SeededRandom
import Testing

@testable import Store

/// What goes into the file comes out of it as it was.
@Suite struct RoundTripTests {
  private let fixture: Fixture
  private var log: LogStore { fixture.log }

  init() throws { fixture = try Fixture() }

  @Test func sessions() throws {
    let session = Session(
      id: fixture.id(), moment: Fixture.moment(20_777), routine: Slug("big-three"),
      duration: Duration(seconds: 750), effort: Effort(tenths: 35),
      entries: try Fixture.entries(
        "bird-dog 6-4-2x10s side-plank 3x20s left side-plank 3x20s right glute-bridge 8,8,7@12.5lb "
          + "pain=2.5 pigeon 50s/side couch-stretch"),
      note: "naïve “quotes” 🙂\nsecond line")
    try log.write(Fixture.commandRecord) { try log.insert(session, exercises: Fixture.index) }
    #expect(try log.session(session.id) == session)
    #expect(try log.sessions() == [session])
  }

  @Test func aSessionWithoutAnything() throws {
    let session = Session(id: fixture.id(), moment: Fixture.moment(1), entries: [])
    try log.write(Fixture.commandRecord) { try log.insert(session, exercises: Fixture.index) }
    #expect(try log.session(session.id) == session)
  }

  @Test func painRatings() throws {
    let session = Session(id: fixture.id(), moment: Fixture.moment(5), entries: [])
    let score = try NPRSScore("3.5")
    let rating = PainRating(
      id: fixture.id(), moment: Fixture.moment(5), score: score, recall: .worst,
      sites: [try PainSite("buttock:left"), try PainSite("low-back")],
      triggers: ["sitting", "driving"], woke: true, session: (session.id, .after), note: "x")
    let bare = PainRating(id: fixture.id(), moment: Fixture.moment(4), score: score)
    try log.write(Fixture.commandRecord) {
      try log.insert(session, exercises: Fixture.index)
      try log.insert(rating)
      try log.insert(bare)
    }
    #expect(try log.painRating(rating.id) == rating)
    #expect(try log.painRatings() == [rating, bare])
    #expect(try log.responses().map(\.pain) == [PainAround(after: score)])
  }

  @Test func measurements() throws {
    let measurement = Measurement(
      id: fixture.id(), moment: Fixture.moment(9), kind: try Fixture.kind("thomas"), side: .left,
      instrument: .goniometer, motion: .passive, trials: [-500, -525, 0],
      pain: NPRSScore(tenths: 0),
      photo: "/tmp/a picture.jpg", note: "warm")
    try log.write(Fixture.commandRecord) { try log.insert(measurement) }
    #expect(try log.measurement(measurement.id) == measurement)
    #expect(try log.newestMeasurements() == [measurement])
  }

  @Test func kindsOfTheUsersOwn() throws {
    let kind = MeasurementKind(
      slug: Slug(stored: "heel-to-seat"), title: "heel to seat", unit: .centimetres, better: .lower,
      sided: true, range: -100...100)
    #expect(try log.write(Fixture.commandRecord) { try log.insert(kind, own: true) })
    #expect(try log.write(Fixture.commandRecord) { try log.insert(kind, own: true) } == false)
    #expect(try log.ownKinds() == [kind])
    let measurement = Measurement(
      id: fixture.id(), moment: Fixture.moment(9), kind: kind, side: .right, trials: [1250])
    try log.write(Fixture.commandRecord) { try log.insert(measurement) }
    #expect(try log.measurement(measurement.id) == measurement)
  }

  private func record(_ day: Int, _ factors: String...) throws -> DayRecord {
    DayRecord(
      id: fixture.id(), moment: Fixture.moment(day), factors: try factors.map { try Factor($0) })
  }

  @Test func daysAddUpAndTheLaterAmountCounts() throws {
    let first = try record(7, "sitting=9h", "posture=2")
    let second = try record(7, "sitting=8h", "sleep=6h")
    #expect(try log.write(Fixture.commandRecord) { try log.insert(first) }.isEmpty)
    #expect(
      try log.write(Fixture.commandRecord) { try log.insert(second) } == [try Factor("sitting=9h")])
    #expect(try log.dayRecords() == [second, first])
    let week = first.moment.day.week
    func sitting() throws -> [FactorCount] {
      try log.weeklyAggregates(from: week, through: week).factors[week, default: []].filter {
        $0.factor.name.text == "sitting"
      }
    }
    #expect(try sitting() == [FactorCount(factor: try Factor("sitting=8h"), count: 1)])
    // Taking the later entry back brings the earlier amount back.
    try log.write(Fixture.commandRecord) { try log.remove(.day, id: second.id) }
    #expect(try sitting() == [FactorCount(factor: try Factor("sitting=9h"), count: 1)])
  }

  @Test func aFactorKeepsItsUnit() throws {
    let first = try record(7, "sitting=9h")
    _ = try log.write(Fixture.commandRecord) { try log.insert(first) }
    #expect(throws: InputError.self) {
      try log.write(Fixture.commandRecord) {
        try log.insert(try record(8, "sleep=6h", "sitting=9"))
      }
    }
    // All or nothing: the first factor of the refused entry is not there either.
    #expect(try log.dayRecords().count == 1)
    // A slip that was taken back binds nobody.
    try log.write(Fixture.commandRecord) { try log.remove(.day, id: first.id) }
    #expect(
      try log.write(Fixture.commandRecord) { try log.insert(try record(8, "sitting=9")) }.isEmpty)
  }

  @Test func exercisesOfTheUsersOwn() throws {
    let own = Exercise(
      slug: Slug(stored: "heel-slide"), name: "Heel slide", aliases: ["slides"], oneSided: true,
      dose: .reps, aim: "a", cue: "c", own: true)
    #expect(try log.write(Fixture.commandRecord) { try log.insert(own) })
    #expect(try log.ownExercises() == [own])
  }

  @Test func exercisesAreCopiedOnFirstUse() throws {
    let session = Session(
      id: fixture.id(), moment: Fixture.moment(1),
      entries: try Fixture.entries("bird-dog 3x8 pigeon bird-dog 3x8"))
    try log.write(Fixture.commandRecord) { try log.insert(session, exercises: Fixture.index) }
    let slugs = try log.database.rows("SELECT slug FROM exercise ORDER BY slug") { $0.text(0) }
    #expect(slugs == ["bird-dog", "pigeon"])
    #expect(try log.ownExercises().isEmpty)
  }

  @Test func settings() throws {
    try log.write(Fixture.commandRecord) { try log.set("day.start", to: "05:00") }
    try log.write(Fixture.commandRecord) { try log.set("day.start", to: "06:00") }
    #expect(try log.settings() == ["day.start": "06:00"])
    try log.write(Fixture.commandRecord) { try log.set("day.start", to: nil) }
    #expect(try log.settings().isEmpty)
  }

  @Test func removingTakesAllThatBelongs() throws {
    let session = Session(
      id: fixture.id(), moment: Fixture.moment(5), entries: try Fixture.entries("bird-dog 3x8"))
    let rating = PainRating(
      id: fixture.id(), moment: Fixture.moment(5), score: try NPRSScore("3"),
      sites: [try PainSite("hip")], triggers: ["x"], session: (session.id, .before))
    try log.write(Fixture.commandRecord) {
      try log.insert(session, exercises: Fixture.index)
      try log.insert(rating)
      try log.remove(.session, id: session.id)
    }
    for table in ["session", "exercise_set", "pain", "pain_site", "pain_trigger"] {
      let count = try log.database.first("SELECT count(*) FROM \(table)") { $0.integer(0) }
      #expect(count == 0, "\(table)")
    }
  }

  @Test func keysByBeginning() throws {
    let ids = (0..<50).map { _ in fixture.id() }
    for id in ids {
      try log.write(Fixture.commandRecord) {
        try log.insert(
          PainRating(id: id, moment: Fixture.moment(1), score: try NPRSScore("1")))
      }
    }
    for id in ids {
      #expect(try log.keys(beginning: EntryIDPrefix(id.description)).map(\.id) == [id])
      #expect(try log.keys(beginning: EntryIDPrefix(id.short)).map(\.id) == [id])
    }
    #expect(try log.keys(beginning: EntryIDPrefix("0123456789abcdef")).isEmpty)
  }

  @Test func theNewestEntryIsTheOneMadeLast() throws {
    let (early, late) = (fixture.id(), fixture.id())
    let score = try NPRSScore("1")
    try log.write(Fixture.commandRecord) {
      try log.insert(PainRating(id: late, moment: Fixture.moment(1), score: score))
      try log.insert(PainRating(id: early, moment: Fixture.moment(9), score: score))
    }
    #expect(try log.newestKey()?.id == late)
  }

  @Test func windowsAndLimits() throws {
    for day in 1...9 {
      try log.write(Fixture.commandRecord) {
        try log.insert(
          PainRating(id: fixture.id(), moment: Fixture.moment(day), score: try NPRSScore("1")))
      }
    }
    func days(_ window: EntryWindow) throws -> [Int] {
      try log.painRatings(window).map(\.moment.day.number)
    }
    #expect(try days(EntryWindow()) == Array((1...9).reversed()))
    #expect(try days(EntryWindow(since: Day(number: 8))) == [9, 8])
    #expect(try days(EntryWindow(until: Day(number: 2))) == [2, 1])
    #expect(try days(EntryWindow(limit: 1)) == [9])
  }
}

extension RoundTripTests {
  @Test func flares() throws {
    let going = Flare(id: fixture.id(), start: Fixture.moment(30), note: "after lifting")
    let over = Flare(id: fixture.id(), start: Fixture.moment(10), end: Fixture.moment(12))
    try log.write(Fixture.commandRecord) {
      try log.insert(going)
      try log.insert(over)
    }
    #expect(try log.flares() == [going, over])
    try log.write(Fixture.commandRecord) { try log.end(going.id, at: Fixture.moment(31)) }
    #expect(try log.flare(going.id)?.end == Fixture.moment(31))
  }

  @Test func changesOfStage() throws {
    let slug = Slug(stored: "twelve-minute")
    let start = StageTransition(
      id: fixture.id(), moment: Fixture.moment(10), kind: .start, rehabProtocol: slug,
      stage: Slug(stored: "daily"), answers: [Slug(stored: "sharp-pain"): false], note: "x")
    let on = StageTransition(
      id: fixture.id(), moment: Fixture.moment(20), kind: .advance, rehabProtocol: slug,
      stage: Slug(stored: "add"), unmet: [Slug(stored: "a"), Slug(stored: "b")])
    let stop = StageTransition(
      id: fixture.id(), moment: Fixture.moment(30), kind: .stop, rehabProtocol: slug, stage: nil)
    try log.write(Fixture.commandRecord) {
      for change in [start, on, stop] { try log.insert(change) }
    }
    #expect(try log.protocolHistory().changes == [start, on, stop])
    #expect(try log.stageTransitions() == [stop, on, start])
    // Only the last can be taken away.
    #expect(throws: InputError.self) { try log.remove(.stage, id: start.id) }
    try log.remove(.stage, id: stop.id)
    #expect(try log.protocolHistory().present?.stage == Slug(stored: "add"))
  }

  @Test func checks() throws {
    let check = SafetyCheck(
      id: fixture.id(), moment: Fixture.moment(10), answers: [Slug(stored: "fever"): true],
      findings: [SafetyCheck.Finding(rule: Slug(stored: "fever"), evidence: "answered yes")])
    let resolved = SafetyCheck(
      id: fixture.id(), moment: Fixture.moment(11), resolution: "seen by a doctor")
    try log.write(Fixture.commandRecord) {
      for check in [check, resolved] { try log.insert(check) }
    }
    #expect(try log.safetyChecks() == [resolved, check])
    #expect(try log.safetyCheck(check.id) == check)
  }

  @Test func plannedDoses() throws {
    let session = Session(
      id: fixture.id(), moment: Fixture.moment(7), entries: try Fixture.entries("bird-dog 2x8"),
      planned: ["bird-dog 3x8/side", "side-plank 3x20s/side"])
    try log.write(Fixture.commandRecord) { try log.insert(session, exercises: Fixture.index) }
    #expect(try log.session(session.id) == session)
  }
}
