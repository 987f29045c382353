import Analytics
import Core
import ReportFixtures
import Testing

@testable import Render

@Suite struct PainResponseNarrativeTests {
  /// Before, during, after and next morning, and what the colour rests on.
  @Test(
    arguments: [
      ([nil, nil, 0, nil], "pain after 0"),
      ([nil, nil, 5.1, nil], "pain after 5.1"),
      ([nil, 5.1, nil, nil], "pain during 5.1"),
      ([4, nil, nil, 4], "next morning 4, as before"),
      ([4, nil, nil, 2.5], "next morning 2.5, 1.5 below before"),
      ([4, nil, nil, 4.9], "next morning 4.9, 0.9 above before"),
      ([4, nil, nil, 5], "next morning 5, 1 above before"),
      ([0, nil, nil, 10], "next morning 10, 10 above before"),
      ([9, nil, nil, nil], "nothing rated during, after or on the next morning"),
      ([3, 4, 5, 4], "pain during 4, pain after 5, next morning 4, 1 above before"),
      ([nil, nil, nil, nil], "nothing rated during, after or on the next morning"),
      ([nil, nil, nil, 8], "next morning 8 not compared, no score before"),
      ([nil, nil, 4, 8], "pain after 4, next morning 8 not compared, no score before"),
    ] as [([Double?], String)])
  func theReasonIsNamed(_ scores: [Double?], _ why: String) {
    let response = PainResponse(
      PainAround(before: score(scores[0]), after: score(scores[2]), nextMorning: score(scores[3])),
      during: score(scores[1]), thresholds: .standard)
    #expect(response.why == why)
  }
}
