import Analytics
import Core
import Testing

@testable import Render

@Suite struct TextChartTests {
  private func chart(_ values: [Double?], weeks: Int? = nil) -> Chart {
    let points = Chart.Point.points(values, from: 2950)
    return .trend(
      title: "t",
      series: .init(
        "t", unit: "", points: points, span: 2950...(2949 + (weeks ?? values.count)), isPain: true))
  }

  @Test(arguments: [20, 40, 60, 80, 120, 400]) func fitsTheWidth(_ width: Int) {
    let style = Style(width: width, unicode: false, colour: false)
    for count in [1, 2, 12, 53, 600] {
      let values = (0..<count).map { $0 % 3 == 0 ? nil : Double($0 % 11) }
      let text = chart(values).text(style)
      for line in text.split(separator: "\n") { #expect(line.count <= width, "\(count): \(line)") }
    }
    guard width >= 40 else { return }
    for (name, chart) in Samples.charts {
      for line in chart.text(style).split(separator: "\n") {
        #expect(Style.columns(String(line)) <= width, "\(name): \(line)")
      }
    }
    for (name, chart) in Samples.scatters {
      for line in chart.text(style).split(separator: "\n") {
        #expect(Style.columns(String(line)) <= width, "\(name): \(line)")
      }
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

  @Test(arguments: [
    [5.0], [112.0, 140.0], [-10.6, 3], [0, 0], [1e6, 2e6], [0.2, 0.7], [-1e14, 1e14],
  ])
  func axesHoldTheirValues(_ values: [Double]) throws {
    let axis = try #require(ValueAxis(fitting: values, most: 7))
    #expect((3...7).contains(axis.ticks))
    #expect(axis.low <= values.min() ?? 0)
    #expect(axis.high >= values.max() ?? 0)
  }

  @Test func noAxisWithoutValues() { #expect(ValueAxis(fitting: [.nan], most: 7) == nil) }

  /// Seven weeks of each column: the lowest and the highest are its ends, the median its dot.
  @Test func manyWeeksToAColumnShowTheirRange() throws {
    let values = (0..<210).map { [2.0, 3, 4, 5, 6, 7, 8][$0 % 7] }
    let text = chart(values).text(Style(width: 38, unicode: false, colour: false))
    let rows = text.split(separator: "\n").dropFirst().prefix(11).map(String.init)
    let column = rows.compactMap { $0.dropFirst(12).first }
    #expect(String(column) == "!!!o!!!", "\(text)")
    #expect(text.contains("o median of a column's weeks"))
    #expect(text.contains("! lowest to highest of them"))
  }

  @Test func aScatterShowsWhereItBeginsAndEnds() throws {
    let chart = ScatterChart(
      title: "t", a: .init("a", unit: ""), b: .init("b", unit: "h", isPain: true),
      points: [
        .init("W1", a: 1, b: 0), .init("W2", a: 2, b: 5), .init("W3", a: 2, b: 5),
        .init("W4", a: 3, b: 10), .init("W5", a: 3, b: .nan),
      ])
    #expect(
      chart.text(Style(width: 40, unicode: false, colour: false)) == """
        b, h
        10 +               x
         9 +
         8 +
         7 +
         6 +
         5 +        2
         4 +
         3 +
         2 +
         1 +
         0 + c
           +-+------+------+-
             1      2      3
             a
        c first, W1   x last, W4
        2-9 that many in one place

        """)
  }

  @Test func thePartsOfATrend() throws {
    let chart = try #require(Samples.charts.first { $0.0 == "twelve" }?.1)
    let ascii = chart.text(Style(width: 120, unicode: false, colour: false))
    for part in [
      ". Theil-Sen line", ": 95 % interval", "- mean and control limits",
      "c fewer than 3 entries", "@ signal", "endurance", "flare=", "goniometer",
    ] { #expect(ascii.contains(part), "\(part)") }
    // Behind the dots nothing is seen of the smoothed series, and the key has no sign for it.
    #expect(!ascii.contains("~"))
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
    #expect(!ascii.contains("\u{1B}"))
    #expect(chart.text(Style(width: 80, unicode: true, colour: true)).contains("\u{1B}[33m"))
  }
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
