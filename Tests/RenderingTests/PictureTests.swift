import Foundation
import RehabLog
import Reports
import Testing

@testable import Rendering

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an XML parser finds in a picture.
private final class SVGReader: NSObject, XMLParserDelegate {
  /// A text with its attributes.
  struct Label {
    var words = ""
    let attributes: [String: String]

    /// The place that it takes at the most.
    var box: (left: Double, top: Double, right: Double, bottom: Double) {
      let size = number("font-size")
      let bold = attributes["font-weight"] == nil ? 1 : boldness
      let width = textWidth(words, size: size * bold)
      let anchors: [String: Double] = ["middle": 0.5, "end": 1]
      let anchor = anchors[attributes["text-anchor"] ?? ""] ?? 0
      let left = number("x") - anchor * width
      return (left, number("y") - 0.8 * size, left + width, number("y") + 0.25 * size)
    }

    private func number(_ name: String) -> Double { Double(attributes[name] ?? "") ?? .nan }
  }

  var labels: [Label] = []
  var elements: [String: Int] = [:]
  var root: [String: String] = [:]
  var attributes: Set<String> = []
  var words: [String: String] = [:]
  private var path: [String] = []

  init(_ svg: String) throws {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    try #require(parser.parse(), "\(String(describing: parser.parserError)): \(svg.prefix(2000))")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes found: [String: String]
  ) {
    if path.isEmpty { root = found }
    path.append(name)
    elements[name, default: 0] += 1
    attributes.formUnion(found.keys)
    if name == "text" { labels.append(Label(attributes: found)) }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if path.last == "text" { labels[labels.count - 1].words += text }
    if path.count == 2, let last = path.last { words[last, default: ""] += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { path.removeLast() }
}

@Suite struct PictureTests {
  static let names = pictures.map(\.0)
  static let pictures: [(String, any Picture)] =
    Samples.charts + Samples.scatters + Samples.strips

  private func picture(_ name: String) throws -> any Picture {
    try #require(PictureTests.pictures.first { $0.0 == name }?.1)
  }

  @Test(arguments: names) func isWholeXMLWithoutAnythingThatRuns(_ name: String) throws {
    let picture = try picture(name)
    let svg = picture.svg()
    let reader = try SVGReader(svg)
    #expect(reader.root["role"] == "img")
    #expect(reader.root["aria-labelledby"] == "chart-title chart-desc")
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
      marks: [.flare(18...30), .stage(9, "before"), .stage(10, "first"), .flare(1...10)])
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
    Style.harmless(text).replacingOccurrences(of: "\n", with: " ")
  }
}

@Suite struct TimeTicksTests {
  @Test(arguments: [1, 2, 3, 12, 53, 54, 104, 520, 5300]) func weeksAreThinned(_ count: Int) {
    for first in stride(from: 2900, to: 2960, by: 7) {
      for most in [1, 4, 13] {
        let ticks = TimeTicks(.week, first...(first + count - 1), most: most).ticks
        #expect((1...most).contains(ticks.count))
        #expect(Set(ticks.map(\.label)).count == ticks.count || ticks.contains { $0.year != nil })
        let gaps = zip(ticks, ticks.dropFirst()).map { $1.x - $0.x }
        #expect(gaps.allSatisfy { $0 >= count / (most + 1) / 3 })
      }
    }
  }

  @Test func labelsSayTheCalendar() {
    let weeks = TimeTicks(.week, 2962...2980, most: 30).ticks
    #expect(weeks[0] == .init(x: 2962, label: "W41", year: "2026"))
    #expect(weeks.first { $0.label == "W01" }?.year == "2027")
    let days = TimeTicks(.day, 20_700...20_760, most: 12).ticks
    #expect(days.map(\.label).prefix(2) == ["7 Sep", "14 Sep"])
    #expect(
      TimeTicks(.day, 20_700...20_760, most: 3).ticks.map(\.label)
        == ["1 Oct", "1 Nov"].map { String($0.suffix(3)) })
    #expect(
      TimeTicks(.day, 13_400...20_700, most: 8).ticks.map(\.label) == [
        "2010", "2015", "2020", "2025",
      ])
  }
}

@Suite struct PageTests {
  private let sheet = Sheet(
    columns: [Sheet.Column("week", "Week"), Sheet.Column("n", "n <b>", right: true)],
    rows: [
      .cells([.text("W1 & \u{7}"), .number(1.5, signed: true)]), .cells([.text("W2"), .none]),
      .remark(.text("W3"), "no entries"),
    ])

  @Test func aTableSaysWhatItsCellsBelongTo() {
    #expect(
      sheet.html(caption: "Weeks") == """
        <table>
        <caption>Weeks</caption>
        <thead>
        <tr><th scope="col">Week</th><th scope="col" class="right">n &lt;b&gt;</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">W1 &amp; \\u{7}</th><td class="right">+1.5</td></tr>
        <tr><th scope="row">W2</th><td class="right">–</td></tr>
        <tr><th scope="row">W3</th><td colspan="1" class="remark">no entries</td></tr>
        </tbody>
        </table>

        """)
  }

  /// Every page is written so that a parser of XML can read it, but for the tags without an end.
  @Test func aPageIsWholeAndNeedsNothing() throws {
    let sections: [Page.Section] =
      [.heading(Samples.hostile), .statements([Samples.hostile]), .notes([]), .notes(["a", "b"])]
      + [.table(sheet, caption: Samples.hostile)]
      + PictureTests.pictures.map { .picture($0.1, caption: Samples.hostile) }
    let page = Page(title: Samples.hostile, sections: sections).html()
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
    let closed = page.replacing(/<meta [^>]*>/) { "\($0.0.dropLast())/>" }
      .replacingOccurrences(of: "<!DOCTYPE html>\n", with: "")
    let reader = try SVGReader(closed)
    for name in ["script", "link", "img", "iframe", "form", "a", "object", "base"] {
      #expect(reader.elements[name] == nil, "\(name)")
    }
    #expect(reader.elements["h1"] == 1 && reader.elements["main"] == 1)
    #expect(reader.elements["figure"] == PictureTests.pictures.count)
    #expect(reader.elements["figcaption"] == PictureTests.pictures.count)
    #expect(reader.elements["style"] == 1)
    #expect(page.contains("default-src 'none'"))
    let ids = page.matches(of: /\ id="([^"]*)"/).map(\.1)
    #expect(Set(ids).count == ids.count)
    let references = page.matches(of: /url\(#([^)]*)\)/).map(\.1)
    #expect(Set(references).isSubset(of: Set(ids)))
  }
}
