import Analytics
import Core
import ReportFixtures
import Statistics
import Testing

@testable import Render

@Suite struct CompareNarrativeTests {
  private let step: [Double?] = [6, 7, 6, 7, 6, 6, 3, 2, 3, 2, 3, 2]

  @Test func tooFewWeeks() {
    let report = SeriesFixture.compare([4, 5, 6, 5], at: 4)
    #expect(
      report.statements == [
        "Too few weeks to say (5 needed in each phase, 4 and 0 logged).",
        "Pain: median 5 in 'before 2026-08-10' (4 weeks).",
      ])
    #expect(SeriesFixture.compare([], at: 0).statements.count == 1)
  }

  @Test func aStepIsNamedWithItsNumbers() {
    let report = SeriesFixture.compare(step, at: 6)
    #expect(
      report.statements == [
        "Pain: median 6 in 'before 2026-08-24' (6 weeks) and median 2.5 in 'from 2026-08-24' (6 "
          + "weeks).",
        "Of all pairs of a week from each, that of the second is the better one in 100 % (NAP 1, Tau "
          + "1, p = .002); allowing for the trend in the first, the step where the second begins is "
          + "−3.4 points (p < .001) and the slope changes by −0.029 points a week (p = .801; segmented "
          + "regression, Newey–West).",
        "The phases differ by more than the trend of the first would make them; what else changed at "
          + "that time, this log cannot tell.",
      ])
  }

  /// Each verdict has its own conclusion.
  @Test(
    arguments: [
      (
        [8, 7.2, 7.4, 6.6, 6.7, 5.9, 5.6, 5.7, 4.8, 4.9, 4.1, 4.2],
        "The phases differ, but a steady trend through both would look the same, so no effect of the "
          + "second is claimed."
      ),
      (
        [8, 7.1, 6.2, 4.9, 4.1, 3, 2.4, 2.5, 2.4, 2.6, 2.5, 2.4],
        "The phases differ, but the line steps or bends the other way where the second begins, so no "
          + "effect of the second is claimed."
      ),
      (
        [3, 4, 5, 6.2, 7, 8, 8.1, 7, 6, 5.1, 4, 3],
        "The line steps or bends where the second begins, yet the weeks of the two phases overlap; "
          + "what else changed at that time, this log cannot tell."
      ),
      (
        [4, 5, 6, 5, 4, 5, 6, 4, 5, 5, 4, 5],
        "No clear difference, which does not rule one out."
      ),
      (
        [7, 7, 7, 7, 7, 7, 3, 3, 3, 3, 3, 3],
        "The phases differ, but all points lie on the two lines, so that there is no scatter to test "
          + "the step and the bend by; what else changed at that time, this log cannot tell."
      ),
    ] as [([Double?], String)])
  func conclusions(_ numbers: [Double?], _ conclusion: String) {
    #expect(SeriesFixture.compare(numbers, at: 6).statements.last == conclusion)
  }

  @Test func withoutErrorsThereIsNoTest() {
    let line = SeriesFixture.compare((0..<12).map { 9 - Double($0) / 2 }, at: 6).statement
    #expect(line.contains("(no error to test it by)"))
  }

  @Test func equalOnesAreSaidToCountHalf() {
    let constant = SeriesFixture.compare(Array(repeating: 4, count: 12), at: 6).statement
    #expect(constant.contains("is the better one in 50 %, equal ones counted half (NAP .5"))
    #expect(!SeriesFixture.compare(step, at: 6).statement.contains("counted half"))
  }

  @Test func withoutADirectionHigherIsNamed() {
    let report = SeriesFixture.compare([1, 2, 1, 2, 1, 3, 4, 3, 4, 3], at: 5, "steps")
    #expect(report.statement.contains("is the higher one in 100 %"))
  }

  @Test func gapsAreCounted() {
    let report = SeriesFixture.compare([4, nil, 5, 5, 5, 6, nil, 4, 4, 4, 4, 4], at: 6)
    #expect(report.statements[0].contains("(5 of 6 weeks)"))
  }

  @Test func noSentencePromises() {
    var random = SplitMix64(seed: 8)
    for round in 0..<200 {
      let count = random.next(below: 24)
      let numbers: [Double?] = (0..<count).map { _ in
        random.next(below: 6) == 0 ? nil : Double(random.next(below: round % 4 + 1))
      }
      let name = ["pain", "steps", "odi", "glute-bridge"][round % 4]
      expectHonest(SeriesFixture.compare(numbers, at: random.next(below: 24), name).statements)
    }
  }
}
