import Core
import ReportFixtures
import Testing

@testable import Analytics

@Suite struct ResponseReportTests {
  private func named(_ report: ResponseReport) -> [[String]] {
    report.sessions.map { session in
      session.named.map { "\($0.exercise) \($0.named?.rawValue ?? "")" }
    }
  }

  @Test func painfulExercisesAreNamedFirst() throws {
    var log = ResponseLog()
    try log.session(20_000, "bird-dog 3x8 plank 30s", after: 2)
    try log.session(20_001, "bird-dog 4x8 plank 30s pain=3.1 curl-up 3x8", after: 4)
    try log.session(20_002, "bird-dog 4x8 plank 30s pain=3 curl-up 3x8 pain=5.5")
    #expect(named(log.report()) == [[], ["plank pain"], ["curl-up pain"]])
  }

  @Test func elseThoseWithAnotherDoseOrNewOnes() throws {
    var log = ResponseLog()
    try log.session(20_000, "bird-dog 3x8 plank 30s", after: 2)
    try log.session(20_001, "bird-dog 4x8 plank 30s curl-up 3x8", after: 4)
    try log.session(20_002, "bird-dog 3x8@2kg plank 30s left", after: 6)
    // An amber session does not set the dose that others are held against.
    try log.session(20_003, "bird-dog 4x8 plank 30s", after: 4)
    #expect(
      named(log.report()) == [
        [], ["bird-dog changed", "curl-up new"], ["bird-dog changed", "plank changed"],
        ["bird-dog changed"],
      ])
  }

  @Test func elseAllOfThem() throws {
    var log = ResponseLog()
    try log.session(20_000, "bird-dog 3x8 plank 30s", after: 2)
    try log.session(20_001, "bird-dog 3x8 plank 30s", after: 4)
    let report = log.report()
    #expect(named(report) == [[], ["bird-dog all", "plank all"]])
    #expect(report.sessions.map(\.isAllNamed) == [false, true])
    #expect(report.sessions[1].named.map(\.isToleratedDose) == [true, true])
  }

  /// Where some exercises were rated in the green, the others are looked at; where all were, all are.
  @Test func exercisesRatedInTheGreenStandBack() throws {
    var log = ResponseLog()
    try log.session(20_000, "bird-dog 3x8 plank 30s", after: 2)
    try log.session(20_001, "bird-dog 4x8 pain=2 plank 40s", after: 4)
    try log.session(20_002, "bird-dog 4x8 pain=2 plank 30s", after: 4)
    try log.session(20_003, "bird-dog 4x8 pain=2 plank 30s pain=1", after: 4)
    #expect(
      named(log.report()) == [[], ["plank changed"], ["plank all"], ["bird-dog changed"]])
  }

  @Test func theLastToleratedDoseIsTheNewestEarlierOne() throws {
    var log = ResponseLog()
    try log.session(20_000, "plank 20s", after: 2)
    try log.session(20_001, "plank 25s", after: 3)
    // Its own pain in the green counts where another exercise made the session amber.
    try log.session(20_002, "plank 30s pain=2 bird-dog 3x8 pain=4", after: 3)
    // Not where it was worse afterwards, and without a colour it says nothing.
    try log.session(20_003, "plank 40s pain=1", after: 4)
    try log.session(20_003, "plank 50s")
    try log.session(20_004, "plank 60s pain=6")
    let report = log.report()
    let tolerated = report.sessions.map { session in
      session.exercises.first { $0.exercise.text == "plank" }?.lastTolerated
    }
    #expect(tolerated.map { $0?.dose } == [nil, "20s", "25s", "30s", "30s", "30s"])
    #expect(tolerated.last??.day == Day(number: 20_002))
    #expect(tolerated.last??.session == log.rated[2].session.id)
  }

  @Test func sessionsOfOneDayComeInTheirOrder() throws {
    var log = ResponseLog()
    try log.session(20_000, "plank 20s", hour: 8, after: 2)
    try log.session(20_000, "plank 30s", hour: 20, after: 6)
    try log.session(20_000, "plank 10s", hour: 12, after: 1)
    let report = log.report()
    #expect(report.sessions.map(\.colour) == [.green, .green, .red])
    #expect(report.sessions[2].named.map(\.lastTolerated?.dose) == ["10s"])
  }

  @Test func leftAndRightAreOneExercise() throws {
    var log = ResponseLog()
    try log.session(20_000, "side-plank 20s left side-plank 15s right", after: 1)
    try log.session(20_001, "side-plank 15s right side-plank 20s left pain=2", after: 4)
    let report = log.report()
    #expect(report.sessions[1].exercises.map(\.dose) == ["15s right + 20s left"])
    #expect(report.sessions[1].exercises.map(\.pain) == [score(2)])
    #expect(named(report)[1] == ["side-plank all"], "the order of the sides is no other dose")
    #expect(report.exercises.map(\.sessions) == [2])
  }

  @Test func earlierSessionsOnlySayWhatWasTolerated() throws {
    var log = ResponseLog()
    try log.session(19_990, "plank 20s", after: 2)
    try log.session(20_000, "plank 30s", after: 4)
    let report = log.report(logBegins: 19_000)
    #expect(report.sessions.count == 1 && report.exercises.map(\.sessions) == [1])
    #expect(report.sessions[0].named.map(\.lastTolerated?.dose) == ["20s"])
    #expect(report.exercises.map(\.lastTolerated?.dose) == ["20s"])
  }

  @Test func howFarItLooked() throws {
    var log = ResponseLog()
    try log.session(20_000, "plank 30s", after: 4)
    let reach = Day(number: 20_000 - ResponseReport.lookBack)
    #expect(log.report(logBegins: reach.number).reach == nil)
    #expect(log.report(logBegins: reach.number - 1).reach == reach)
  }

  @Test func exercisesAreCounted() throws {
    var log = ResponseLog()
    try log.session(20_000, "plank 20s pain=1 bird-dog 3x8")
    try log.session(20_001, "plank 20s pain=4 plank 30s pain=2")
    try log.session(20_002, "plank 20s pain=6")
    try log.session(20_003, "plank 20s")
    let plank = try #require(log.report().exercises.last)
    #expect(plank.exercise.text == "plank" && plank.sessions == 4 && plank.rated == 3)
    #expect(plank.colours == [.green: 1, .amber: 1, .red: 1])
    #expect(plank.named == 2)
    #expect(plank.lastTolerated?.dose == "20s")
    #expect(plank.lastTolerated?.day == Day(number: 20_000))
    #expect(log.report().exercises.map(\.exercise.text) == ["bird-dog", "plank"])
  }

  @Test func coloursAreCounted() throws {
    var log = ResponseLog()
    try log.session(20_000, "plank 20s", after: 1)
    try log.session(20_001, "plank 20s", before: 3)
    try log.session(20_002, "plank 20s", before: 3, morning: 5)
    let report = log.report()
    #expect([.green, .amber, .red, nil].map { report.count($0) } == [1, 0, 1, 1])
  }

  @Test func aFlareMarksTheSessionsWithinIt() throws {
    var log = ResponseLog()
    for hour in [8, 12, 20] { try log.session(20_001, "plank 20s", hour: hour, after: 4) }
    let flare = Flare(
      id: log.rated[0].session.id, start: moment(20_001, hour: 10),
      end: moment(20_001, hour: 15))
    let report = log.report(flares: [flare])
    #expect(report.sessions.map(\.isInFlare) == [false, true, false])
  }
}
