import Analytics
import Testing

@testable import Render

@Suite struct CandidateChartTests {
  private func row(
    _ name: String, _ value: Double, isClear: Bool = false
  ) -> CandidateChart.Row {
    .init(
      name, kind: "exercise", shape: .circle, value: value, pairs: 18, p: ".02", isClear: isClear)
  }

  private func chart(_ rows: [CandidateChart.Row], notes: [String] = []) -> CandidateChart {
    CandidateChart(title: "t", outcome: "pain the next week", rows: rows, notes: notes)
  }

  @Test func theFarthestFromNoneComesFirst() {
    let chart = chart([row("c", 0.1), row("b", -0.4), row("a", 0.1), row("d", .nan)])
    #expect(chart.rows.map(\.name) == ["b", "a", "c"])
    #expect(chart.hidden == 0)
  }

  @Test func directionsAreInWordsInThePictureAndItsDescription() throws {
    let chart = chart([row("steps", -0.43, isClear: true), row("sitting", 0.2), row("x", 0)])
    #expect(
      chart.summary
        == "tau-b, trends taken out, by size: steps -0.43, towards lower pain the next week, 18 "
        + "pairs, stands out; sitting 0.2, towards higher pain the next week, 18 pairs, does not "
        + "stand out; x 0, neither way, 18 pairs, does not stand out.")
    let words = try SVGReader(chart.svg()).labels.map(\.words).joined(separator: " ")
    #expect(words.contains("lower pain the next week after more of it"))
    #expect(words.contains("higher pain the next week after more of it"))
  }

  @Test func whatStandsOutIsFilledAndSaidInTheKey() {
    let svg = chart([row("a", -0.43, isClear: true), row("b", 0.2)]).svg()
    #expect(svg.contains("<path class=\"p-circle\""))
    #expect(svg.contains("<path class=\"p-circle-hollow\""))
    #expect(svg.contains(">exercise that stands out<"))
  }

  @Test func whatHasNoRoomIsCountedAndWhatStandsOutStays() {
    var rows = (1...60).map { row("r\($0)", 0.1 + Double($0) / 100) }
    rows.append(row("small", 0.05, isClear: true))
    let chart = chart(rows)
    #expect(chart.rows.count == CandidateChart.mostRows && chart.hidden == 31)
    #expect(chart.rows.last?.name == "small")
    #expect(chart.summary.hasSuffix("31 more, nearer to 0, have no room here."))
  }

  @Test func withoutARowTheSentenceIsDrawn() throws {
    let chart = chart([], notes: ["Too little to say."])
    #expect(chart.summary == "Too little to say.")
    #expect(try SVGReader(chart.svg()).labels.map(\.words) == ["t", "Too little to say."])
  }
}
