import Core
import ReportFixtures
import Testing

@testable import Analytics

/// Planned against done.
@Suite struct AdherenceTests {
  private let monday = AdherenceFixture.monday
  private let bigThree = "bird-dog side-plank-knees curl-up"

  @Test func aDailyRoutine() throws {
    let start = AdherenceFixture.change(0, .start, "staged-recovery", "endurance")
    let adherence = try AdherenceFixture.adherence(
      [start], [0: bigThree, 1: "bird-dog", 2: "bird-dog curl-up"])
    let week = monday...monday.adding(6)
    let count = try #require(adherence.routines(in: week)[Slug(stored: "big-three")])
    // Two of three exercises are more than half, one is not.
    #expect(count.done == 2 && count.plannedDays == 7)
    #expect(abs(try #require(adherence.share(in: week)) - 2.0 / 7) < 1e-9)
    let exercises = adherence.exercises(in: week)
    #expect(exercises.mapValues(\.done)[Slug(stored: "bird-dog")] == 3)
    #expect(exercises.mapValues(\.done)[Slug(stored: "side-plank")] == 1)
  }

  @Test(arguments: [(0.34, 2), (0.33, 3), (0.67, 1), (1, 1)])
  func thePractisedShareIsTheUsers(_ share: Double, _ days: Int) throws {
    let start = AdherenceFixture.change(0, .start, "staged-recovery", "endurance")
    let adherence = try AdherenceFixture.adherence(
      [start], [0: bigThree, 1: "bird-dog", 2: "bird-dog curl-up"], practised: share)
    let count = adherence.routines(in: monday...monday.adding(6))[Slug(stored: "big-three")]
    #expect(count?.done == days)
  }

  @Test func moreThanPlannedIsNoMoreThanAllOfIt() throws {
    let start = AdherenceFixture.change(0, .start, "balanced-psoas", "balance")
    let all = "dead-bug plank glute-bridge hamstring-curl"
    let adherence = try AdherenceFixture.adherence(
      [start], [0: all, 1: all, 2: all, 3: all, 4: all])
    let week = monday...monday.adding(6)
    #expect(adherence.routines(in: week)[Slug(stored: "balanced-psoas")]?.done == 5)
    #expect(adherence.share(in: week) == 1)
  }

  @Test func daysWithoutAPlanHaveNoShare() throws {
    let start = AdherenceFixture.change(1, .start, "twelve-minute", "daily-stretches")
    let stop = AdherenceFixture.change(5, .stop, "twelve-minute", nil)
    let adherence = try AdherenceFixture.adherence([start, stop], [:])
    #expect(adherence.share(in: monday...monday.adding(3)) == nil)
    #expect(adherence.share(in: monday.adding(1)...monday.adding(4)) == 0)
    #expect(adherence.share(in: monday.adding(1)...monday.adding(5)) == nil)
    let rows = AdherenceReport(
      adherence, from: monday.week, through: monday.week.adding(1), today: monday.adding(13)
    ).rows
    #expect(rows.map(\.planned) == [4, 0])
    #expect(rows[0].stageInterval?.stage.text == "daily-stretches" && rows[1].stageInterval == nil)
  }

  @Test func daysToComeAreNotPlannedYet() throws {
    let start = AdherenceFixture.change(0, .start, "twelve-minute", "daily-stretches")
    let report = AdherenceReport(
      try AdherenceFixture.adherence([start], [:]), from: monday.week,
      through: monday.week.adding(1),
      today: monday.adding(2))
    #expect(report.rows.map(\.planned) == [3, 0])
    #expect(report.days.count { $0.isAhead } == 11)
    #expect(report.summary?.planned == 3 && report.summary?.done == 0)
  }

  @Test func withoutAPlanThereIsNoSummary() throws {
    let report = AdherenceReport(
      try AdherenceFixture.adherence([], [0: bigThree]), from: monday.week, through: monday.week,
      today: monday)
    #expect(report.summary == nil)
    #expect(report.days[0].isActive && report.days[0].planned == 0)
  }

  // MARK: Due today

  private func due(
    _ rehabProtocol: String, _ stage: String, _ done: [Int: String], today: Int
  ) throws -> [DueRoutine] {
    let start = AdherenceFixture.change(0, .start, rehabProtocol, stage)
    return DueRoutine.all(
      try AdherenceFixture.adherence([start], done), today: monday.adding(today))
  }

  @Test func aDailyRoutineIsDueUntilItIsDone() throws {
    let six = "knees-to-chest figure-4 half-kneeling-stretch 90-90 pigeon closing-decompression"
    #expect(try due("twelve-minute", "daily-stretches", [:], today: 3).map(\.isDue) == [true])
    let done = try due("twelve-minute", "daily-stretches", [3: six], today: 3)
    #expect(done.map(\.isDue) == [false] && done[0].reason == .doneToday)
  }

  private static let all = "dead-bug plank glute-bridge hamstring-curl psoas-march lunge-stretch"

  /// Days of the week on which it was done, and whether it is due on another.
  @Test(arguments: [
    ([], 0, true), ([0], 1, false), ([0], 2, true), ([0, 2, 4], 6, false), ([4], 5, true),
    ([3, 5], 6, true), ([0, 1], 2, false), ([2, 5], 6, true),
  ])
  func threeDaysAWeek(_ done: [Int], _ today: Int, _ isDue: Bool) throws {
    let days = Dictionary(uniqueKeysWithValues: done.map { ($0, AdherenceTests.all) })
    let routines = try due("balanced-psoas", "balance", days, today: today)
    #expect(routines.map(\.isDue) == [isDue], "\(routines.map(\.reason))")
  }
}
