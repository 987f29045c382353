import Analytics
import Core
import ReportFixtures
import Testing

@testable import Render

@Suite struct AdherenceNarrativeTests {
  @Test func withoutAPlanThereIsNothingToCompare() throws {
    let report = try AdherenceFixture.report([], weeks: 1, today: 6)
    #expect(
      report.statements
        == ["No protocol was followed in these weeks, so there is no plan to compare them with."])
  }

  @Test func oneWeekAndTheExerciseFurthestFromThePlan() throws {
    let start = AdherenceFixture.change(0, .start, "staged-recovery", "endurance")
    let report = try AdherenceFixture.report(
      [start], [0: "bird-dog side-plank curl-up", 1: "bird-dog curl-up"], weeks: 1, today: 6)
    #expect(
      report.statements == [
        "2 of 7 planned practice days done, 28.5 %, in 2026-W49.",
        "Furthest from the plan: side-plank, 14.2 % of its planned days.",
      ])
  }

  @Test func severalWeeks() throws {
    let start = AdherenceFixture.change(7, .start, "staged-recovery", "endurance")
    let report = try AdherenceFixture.report([start], weeks: 3, today: 20)
    #expect(
      report.statements == [
        "0 of 14 planned practice days done, 0 %, from 2026-W50 to 2026-W51 (2 weeks with a plan)."
      ])
  }
}
