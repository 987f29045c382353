import Statistics
import Testing

@Suite struct MeasurementErrorTests {
  /// Squares of 2 from three trials and 8 from two: 10 over 3 degrees of freedom.
  @Test func poolsTheVarianceWithinVisits() throws {
    let error = try #require(MeasurementError(visits: [[9, 10, 11], [24, 20], [70], []]))
    #expect(error.degreesOfFreedom == 3)
    #expect(error.sem.isClose(to: (10.0 / 3).squareRoot()))
  }

  @Test func aChangeBetweenVisitsIsNoError() {
    #expect(MeasurementError(visits: [[0.1, 0.1, 0.1], [7, 7]])?.sem == 0)
    #expect(MeasurementError(visits: [[0.1, 0.1, 0.1], [7, 7]])?.mdc95(trials: 3) == 0)
  }

  @Test func needsAVisitOfTwoTrials() {
    #expect(MeasurementError(visits: []) == nil)
    #expect(MeasurementError(visits: [[1], [2], []]) == nil)
    #expect(MeasurementError(visits: [[1, 3]])?.sem.isClose(to: 2.0.squareRoot()) == true)
  }

  /// The scale of pain of Childs 2005: SEM 1.02, MDC95 2.83.
  @Test func smallestDetectableChange() throws {
    let published = try #require(MeasurementError.mdc95(sem: 1.02, trials: 1))
    #expect((published - 2.83).magnitude < 0.005)
    #expect(MeasurementError.mdc95(sem: 1.02, trials: 4)?.isClose(to: published / 2) == true)
    #expect(MeasurementError.mdc95(sem: 1, trials: 0) == nil)
    #expect(MeasurementError.mdc95(sem: -1, trials: 1) == nil)
    #expect(MeasurementError.mdc95(sem: .nan, trials: 1) == nil)
  }
}
