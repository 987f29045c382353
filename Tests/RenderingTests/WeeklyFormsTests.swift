import RehabLog
import Reports
import Testing

@testable import Rendering

@Suite struct WeekChartTests {
  private func chart(_ values: [Double?], weeks: Int? = nil) -> WeekChart {
    let weeks = (0..<(weeks ?? values.count)).map { Week(number: 2950 + $0) }
    return WeekChart(
      weeks: weeks,
      panels: [
        WeekChart.Panel(
          title: "t", marker: "o", tint: .pain, values: values,
          axis: WeekChart.Axis(low: 0, step: 1, rows: 11))
      ])
  }

  @Test(arguments: [20, 40, 60, 80, 120, 400]) func fitsTheWidth(_ width: Int) {
    for count in [1, 2, 12, 53, 600] {
      let values = (0..<count).map { $0 % 3 == 0 ? nil : Double($0 % 11) }
      let style = Style(width: width, unicode: false, colour: false)
      let text = chart(values).text(style)
      for line in text.split(separator: "\n") { #expect(line.count <= width, "\(count): \(line)") }
    }
  }

  /// Marks stand on the axis and nowhere else, also under weeks without a label.
  @Test(arguments: [40, 80]) func flaresAreMarkedOnTheAxis(_ width: Int) throws {
    for (count, flares, marks) in [(3, [1], 1), (12, [0, 1, 11], 3), (12, [], 0)] {
      var chart = chart(Array(repeating: 5, count: count))
      chart.flares = Set(flares.map { Week(number: 2950 + $0) })
      let style = Style(width: width, unicode: false, colour: false)
      let lines = chart.text(style).split(separator: "\n")
      let axis = try #require(lines.dropLast().last)
      #expect(lines.joined().count { $0 == "^" } == marks, "\(lines)")
      #expect(axis.count { $0 == "^" } == marks)
    }
  }

  @Test func everyValueHasItsDotInItsRow() throws {
    let style = Style(width: 80, unicode: false, colour: false)
    let values: [Double?] = [10, nil, 0, 4.4, 4.6]
    let lines = chart(values).text(style).split(separator: "\n").map(String.init)
    let rows = lines.dropFirst().prefix(11)
    #expect(rows.joined().count { $0 == "o" } == 4)
    #expect(rows.first?.contains("o") == true)
    #expect(rows.last?.contains("o") == true)
    // 4.4 stands on 4, 4.6 on 5.
    let four = try #require(lines.first { $0.hasPrefix(" 4") })
    #expect(four.count { $0 == "o" } == 1)
  }

  @Test(arguments: [[5.0], [112.0, 140.0], [-10.6, 3], [0, 0], [1e6, 2e6]])
  func axesHoldTheirValues(_ values: [Double]) {
    guard let axis = WeekChart.Axis(fitting: values, rows: 7) else {
      #expect(values.max() ?? 0 > 1000, "no axis for \(values)")
      return
    }
    #expect(axis.rows <= 7)
    #expect(axis.low <= values.min() ?? 0)
    #expect(axis.low + axis.step * Double(axis.rows - 1) >= values.max() ?? 0)
  }

  @Test func noAxisWithoutValues() { #expect(WeekChart.Axis(fitting: [], rows: 7) == nil) }
}

@Suite struct StyleTests {
  private let style = Style(width: 40, unicode: true, colour: false)

  @Test func columnsOfWideAndCombiningCharacters() {
    #expect(Style.columns("abc") == 3)
    #expect(Style.columns("e\u{301}") == 1)
    #expect(Style.columns("漢字") == 4)
    #expect(Style.columns("🙂") == 2)
  }

  @Test func cutsToColumns() {
    #expect(style.cut("abcdef", to: 6) == "abcdef")
    #expect(style.cut("abcdef", to: 5) == "abcd…")
    #expect(style.cut("漢字漢字", to: 5) == "漢字…")
    #expect(Style(width: 40, unicode: false, colour: false).cut("abcdef", to: 5) == "ab...")
  }

  @Test func wrapsBetweenWords() {
    let lines = style.wrap(String(repeating: "word ", count: 30))
    #expect(lines.allSatisfy { $0.count <= 40 })
    #expect(lines.joined(separator: " ").split(separator: " ").count == 30)
  }

  @Test func programTextHasAnASCIIForm() {
    let ascii = Style(width: 40, unicode: false, colour: false)
    #expect(ascii.plain("128° – Δ · × …") == "128 deg - diff | x ...")
    #expect(ascii.plain("früh 🙂") == "früh 🙂", "the user's words stay")
  }
}
