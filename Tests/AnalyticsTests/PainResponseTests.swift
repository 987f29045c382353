import Core
import ReportFixtures
import Testing

@testable import Analytics

@Suite struct PainResponseTests {
  /// Before, during, after and next morning, and the colour of the four.
  struct Case: Sendable, CustomTestStringConvertible {
    let scores: [Double?]
    let colour: ResponseColour?

    init(
      _ before: Double?, _ during: Double?, _ after: Double?, _ morning: Double?,
      _ colour: ResponseColour?
    ) {
      scores = [before, during, after, morning]
      self.colour = colour
    }

    var testDescription: String { "\(scores)" }

    func response(_ thresholds: ResponseThresholds = .standard) -> PainResponse {
      PainResponse(
        PainAround(
          before: score(scores[0]), after: score(scores[2]), nextMorning: score(scores[3])),
        during: score(scores[1]), thresholds: thresholds)
    }
  }

  static let cases = [
    // Pain after, at each boundary.
    Case(nil, nil, 0, nil, .green),
    Case(nil, nil, 3, nil, .green),
    Case(nil, nil, 3.1, nil, .amber),
    Case(nil, nil, 5, nil, .amber),
    Case(nil, nil, 5.1, nil, .red),
    Case(nil, nil, 10, nil, .red),
    // Pain during, at each boundary.
    Case(nil, 3, nil, nil, .green),
    Case(nil, 3.1, nil, nil, .amber),
    Case(nil, 5, nil, nil, .amber),
    Case(nil, 5.1, nil, nil, .red),
    // The next morning against the score before.
    Case(4, nil, nil, 4, .green),
    Case(4, nil, nil, 2.5, .green),
    Case(4, nil, nil, 4.9, .green),
    Case(4, nil, nil, 5, .amber),
    Case(4, nil, nil, 5.9, .amber),
    Case(4, nil, nil, 6, .red),
    Case(0, nil, nil, 10, .red),
    // A high score before is no response, and a rise right after it has no colour of its own.
    Case(9, nil, nil, nil, nil),
    Case(0, nil, 3, nil, .green),
    // The worst of what is known.
    Case(3, 2, 4, 3, .amber),
    Case(3, 5.5, 4, 3, .red),
    Case(3, 2, 3, 5, .red),
    Case(3, 4, 5, 4, .amber),
    Case(3, 1, 3, 3, .green),
    // Gaps.
    Case(nil, nil, nil, nil, nil),
    Case(nil, nil, nil, 8, nil),
    Case(nil, nil, 4, 8, .amber),
  ]

  @Test(arguments: cases) func theColourIsTheWorstOfTheKnownParts(_ known: Case) {
    #expect(known.response().colour == known.colour)
  }

  @Test func thresholdsCanBeOthers() throws {
    let own = try #require(ResponseThresholds(fine: 20, tooMuch: 40, morning: 5, morningRed: 15))
    let colours: [(Case, ResponseColour)] = [
      (Case(nil, nil, 2, nil, nil), .green), (Case(nil, nil, 2.1, nil, nil), .amber),
      (Case(nil, nil, 4.1, nil, nil), .red), (Case(1, nil, nil, 1.4, nil), .green),
      (Case(1, nil, nil, 1.5, nil), .amber), (Case(1, nil, nil, 2.5, nil), .red),
    ]
    for (known, colour) in colours {
      #expect(known.response(own).colour == colour, "\(known.testDescription)")
    }
  }

  @Test func thresholdsRise() {
    #expect(ResponseThresholds(fine: 30, tooMuch: 50, morning: 10, morningRed: 20) == .standard)
    #expect(ResponseThresholds(fine: 50, tooMuch: 50, morning: 10, morningRed: 20) == nil)
    #expect(ResponseThresholds(fine: 60, tooMuch: 50, morning: 10, morningRed: 20) == nil)
    #expect(ResponseThresholds(fine: 30, tooMuch: 50, morning: 20, morningRed: 20) == nil)
    #expect(ResponseThresholds(fine: 30, tooMuch: 50, morning: 21, morningRed: 20) == nil)
  }

  @Test func risesNeedBothScores() {
    let around = PainAround(before: score(3), after: score(5.5), nextMorning: score(2))
    #expect(around.riseAfter == 25 && around.riseNextMorning == -10)
    #expect(PainAround(after: score(5)).riseAfter == nil)
    #expect(PainAround(before: score(5)).riseNextMorning == nil)
  }
}
