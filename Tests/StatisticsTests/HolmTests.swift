import Statistics
import Testing

@Suite struct HolmTests {
  @Test(arguments: ExpectedHolm.all)
  func agreesWithStatsmodels(_ sample: ExpectedHolm) throws {
    let adjusted = try #require(Holm.adjusted(sample.raw))
    #expect(adjusted.count == sample.adjusted.count)
    for (found, expected) in zip(adjusted, sample.adjusted) {
      #expect(found.isClose(to: expected))
    }
  }

  @Test func atItsEnds() {
    #expect(Holm.adjusted([]) == [])
    #expect(Holm.adjusted([0.04]) == [0.04])
    #expect(Holm.adjusted([1, 0, 1]) == [1, 0, 1])
    for wrong in [-0.1, 1.1, .nan] { #expect(Holm.adjusted([0.5, wrong]) == nil) }
  }

  /// Of 0.02, 0.03 the first is doubled, and the second must not come out below it.
  @Test func neverFallsAlongTheOrder() {
    #expect(Holm.adjusted([0.03, 0.02]) == [0.04, 0.04])
  }
}
