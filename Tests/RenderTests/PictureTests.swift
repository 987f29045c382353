import Foundation
import Testing

@testable import Render

@Suite struct PictureTests {
  static let names = pictures.map(\.0)
  static let pictures: [(String, any Picture)] =
    Samples.charts + Samples.scatters + Samples.strips + Samples.candidates

  private func picture(_ name: String) throws -> any Picture {
    try #require(PictureTests.pictures.first { $0.0 == name }?.1)
  }

  @Test(arguments: names) func isWholeXMLWithoutAnythingThatRuns(_ name: String) throws {
    let picture = try picture(name)
    let svg = picture.svg()
    let reader = try SVGReader(svg)
    #expect(reader.root["role"] == "img")
    #expect(reader.root["aria-labelledby"] == "chart-title")
    #expect(reader.root["aria-describedby"] == "chart-desc")
    #expect(reader.words["title"] == escapedBack(picture.title))
    #expect(reader.words["desc"]?.isEmpty == false)
    let known: Set = [
      "svg", "title", "desc", "style", "defs", "clipPath", "pattern", "rect", "line", "path",
      "text",
    ]
    #expect(Set(reader.elements.keys).isSubset(of: known), "\(reader.elements.keys)")
    #expect(!reader.attributes.contains { $0.hasPrefix("on") || $0.contains("href") })
    for word in ["nan", "inf", "@import", "url(h", "http:", "\u{1B}", "\u{202E}"] {
      let own = svg.replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "")
      #expect(!own.contains(word), "\(word)")
    }
    #expect(picture.svg() == svg)
  }

  @Test(arguments: names) func labelsKeepApartAndInside(_ name: String) throws {
    let reader = try SVGReader(try picture(name).svg())
    let size = try #require(reader.root["viewBox"]).split(separator: " ").compactMap { Double($0) }
    for (index, label) in reader.labels.enumerated() {
      let box = label.box
      #expect(box.left >= 0 && box.right <= size[2], "\(label.words): \(box)")
      #expect(box.top >= 0 && box.bottom <= size[3], "\(label.words): \(box)")
      for other in reader.labels[..<index] {
        let against = other.box
        let apart =
          box.right <= against.left || against.right <= box.left || box.bottom <= against.top
          || against.bottom <= box.top
        #expect(apart, "'\(label.words)' touches '\(other.words)'")
      }
    }
  }

  /// Marks may be near to one another, a stage a week, and yet each word stays whole.
  @Test(arguments: names) func noLineOfAMarkGoesThroughWords(_ name: String) throws {
    let reader = try SVGReader(try picture(name).svg())
    let marks: Set = ["p-stage", "p-split", "p-method", "p-flare"]
    for line in reader.uprights where marks.contains(line.look) {
      for label in reader.labels {
        let box = label.box
        let crosses =
          line.x > box.left && line.x < box.right && line.top < box.bottom && line.bottom > box.top
        #expect(!crosses, "\(line) through '\(label.words)'")
      }
    }
  }

  @Test func stagesOfAWeekKeepTheirWords() throws {
    let words = try SVGReader(try picture("weekly-stages").svg()).labels.map(\.words)
    for stage in Samples.stages { #expect(words.contains(stage), "\(stage)") }
  }

  /// Whatever is drawn lies within the picture, but for lines that are cut to their panel.
  @Test(arguments: names) func everyPointIsInside(_ name: String) throws {
    let svg = try picture(name).svg()
    let reader = try SVGReader(svg)
    let width = try #require(Double(reader.root["width"] ?? ""))
    let height = try #require(Double(reader.root["height"] ?? ""))
    for path in svg.matches(of: /<path [^>]*d="([^"]*)"([^>]*)>/) where !path.2.contains("clip") {
      for move in path.1.matches(of: /[ML](-?[0-9.]+) (-?[0-9.]+)/) {
        let x = try #require(Double(move.1))
        let y = try #require(Double(move.2))
        let isPattern = path.0.contains("p-hatch")
        #expect(isPattern || ((0...width).contains(x) && (0...height).contains(y)), "\(path.0)")
      }
    }
  }

  @Test func aPointForEachValueAndNoneForAGap() throws {
    let svg = Samples.trend.svg()
    #expect(svg.matches(of: /class="p-circle(-hollow)?" d="[^"]*"><title>/).count == 10)
    #expect(svg.contains("<title>2026-W30: 7, n = 2</title>"))
    #expect(!svg.contains("<title>2026-W33"))
    // Joined are only neighbours in time: 10 points with two gaps have 7 joins.
    let join = try #require(svg.firstMatch(of: /class="p-circle-join" d="([^"]*)"/))
    #expect(join.1.count { $0 == "M" } == 7)
    #expect(svg.matches(of: /class="p-signal"/).count == 2, "the signal and its sign in the key")
  }

  @Test func manyDaysStaySmallAndKeepTheirExtremes() throws {
    let chart = Samples.days(7300)
    let svg = chart.svg()
    #expect(svg.utf8.count < 160_000)
    let dots = try #require(svg.firstMatch(of: /class="p-circle-dots[^"]*" d="([^"]*)"/))
    let heights = dots.1.matches(of: /M[0-9.]+ ([0-9.]+)/).compactMap { Double($0.1) }
    let all = Samples.days(600).svg()
    #expect(heights.count < 1500)
    let values = chart.panels[0].points.map(\.value)
    let (top, bottom) = try (#require(heights.min()), #require(heights.max()))
    let extent = try #require(values.max()) - #require(values.min())
    #expect(abs((bottom - top) / 240 * 10 - extent) < 0.01)
    #expect(all.contains("p-circle-dots"))
  }

  @Test func hostileWordsStayWords() throws {
    let svg = try picture("hostile").svg()
    #expect(!svg.contains("<script"))
    #expect(
      svg.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quotes&quot;"))
    #expect(svg.contains("\\u{0}\\u{1b}[31m\\u{202e}ab]]&gt;"))
  }

  @Test func marksOutsideAreLeftOutAndThoseThatReachOutAreCut() {
    let chart = Chart(
      title: "t", step: .week, span: 10...20, panels: [],
      marks: [
        .flare(18...30), .stage(9, label: "before"), .stage(10, label: "first"), .flare(1...10),
      ])
    #expect(chart.marks.map(\.span) == [10...10, 10...10, 18...20])
    #expect(!chart.marks.contains { $0.label == "before" })
  }

  @Test func aBandGoesStraightBetweenItsPlaces() throws {
    let line = Chart.Line(intercept: 4, slope: 1, origin: 0, span: 0...10)
    let band = Chart.Band(slopes: (0.5, 2), of: line)
    let middle = try #require(band.range(at: 5))
    #expect(middle.low == 9 && middle.high == 9)
    let end = try #require(band.range(at: 10))
    #expect(end.low == 11.5 && end.high == 19)
    let start = try #require(band.range(at: 0))
    #expect(start.low == -1 && start.high == 6.5)
    #expect(band.range(at: 11) == nil && band.range(at: -1) == nil)
    let half = try #require(band.range(at: 7.5))
    #expect(half.low == 10.25 && half.high == 14)
  }

  private func escapedBack(_ text: String) -> String {
    Style.sanitized(text).replacingOccurrences(of: "\n", with: " ")
  }
}
