import SeededRandom
import Statistics
import Testing

@Suite struct MedianTests {
  @Test func ofNothingIsNothing() {
    #expect(Median.of([], counts: []) == nil)
    #expect(Median.of([3], counts: [0]) == nil)
  }

  @Test func takesTheMiddleOrTheMeanOfTheMiddleTwo() {
    #expect(Median.of([1, 2, 3], counts: [1, 1, 1]) == 2)
    #expect(Median.of([1, 2], counts: [1, 1]) == 1.5)
    #expect(Median.of([1, 2], counts: [2, 1]) == 1)
    #expect(Median.of([1, 9], counts: [3, 3]) == 5)
  }

  /// Against sorting the whole sample, for random histograms.
  @Test func agreesWithSorting() {
    var random = SeededRandom()
    for _ in 0..<2000 {
      let values = Set(
        (0..<Int.random(in: 1...12, using: &random)).map { _ in
          Double(Int.random(in: 0...100, using: &random))
        }
      ).sorted()
      let counts = values.map { _ in Int.random(in: 0...4, using: &random) }
      let sample = zip(values, counts).flatMap { Array(repeating: $0, count: $1) }
      let expected: Double? =
        sample.isEmpty ? nil : (sample[(sample.count - 1) / 2] + sample[sample.count / 2]) / 2
      #expect(Median.of(values, counts: counts) == expected, "\(values) \(counts)")
    }
  }
}
