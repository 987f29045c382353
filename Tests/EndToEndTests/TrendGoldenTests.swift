import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What the reports on series print, whole; see ``GoldenTests``.
@Suite struct TrendGoldenTests {
  private static let ascii = ["LC_ALL": "C"]
  private static let narrow = ["COLUMNS": "60"]

  /// On the log of ``TrendLog``.
  static let samples = [
    GoldenTests.Sample("trend.txt", "report trend pain"),
    GoldenTests.Sample("trend-60.txt", "report trend pain", narrow),
    GoldenTests.Sample("trend-ascii.txt", "report trend glute-bridge", ascii),
    GoldenTests.Sample("trend-few.txt", "report trend sitting --weeks 4"),
    GoldenTests.Sample("trend-none.txt", "report trend thomas:left"),
    GoldenTests.Sample("trend-count.txt", "report trend minutes --without-flares"),
    GoldenTests.Sample("trend-day.txt", "report trend pain --by day --weeks 6"),
    GoldenTests.Sample("trend.md", "report trend glute-bridge --format markdown"),
    GoldenTests.Sample("trend.csv", "report trend pain --format csv"),
    GoldenTests.Sample("trend.json", "report trend glute-bridge --format json"),
    GoldenTests.Sample("relate.txt", "report relate pain glute-bridge"),
    GoldenTests.Sample("relate-60.txt", "report relate pain sitting --lag 1", narrow),
    GoldenTests.Sample("relate-ascii.txt", "report relate pain sitting", ascii),
    GoldenTests.Sample("relate-few.txt", "report relate pain sitting --weeks 6"),
    GoldenTests.Sample("relate.md", "report relate pain sitting --format markdown"),
    GoldenTests.Sample("relate.csv", "report relate pain sitting --weeks 4 --format csv"),
    GoldenTests.Sample("relate.json", "report relate pain sitting --format json"),
    GoldenTests.Sample("compare.txt", "report compare"),
    GoldenTests.Sample("compare-60.txt", "report compare --by stage", narrow),
    GoldenTests.Sample("compare-ascii.txt", "report compare --split 2026-09-07", ascii),
    GoldenTests.Sample("compare-few.txt", "report compare --split 2026-11-09"),
    GoldenTests.Sample("compare.md", "report compare --series glute-bridge --format markdown"),
    GoldenTests.Sample("compare.csv", "report compare --format csv"),
    GoldenTests.Sample("compare.json", "report compare --split 2026-09-07 --format json"),
    GoldenTests.Sample("factors.txt", "report factors"),
    GoldenTests.Sample("factors-60.txt", "report factors --by day", narrow),
    GoldenTests.Sample("factors-ascii.txt", "report factors --weeks 6", ascii),
    GoldenTests.Sample("factors.md", "report factors --format markdown"),
    GoldenTests.Sample("factors.csv", "report factors --format csv"),
    GoldenTests.Sample("factors.json", "report factors --format json"),
    GoldenTests.Sample("trend.svg", "report trend pain --format svg"),
    GoldenTests.Sample("trend.html", "report trend glute-bridge --format html"),
    GoldenTests.Sample("relate.svg", "report relate pain glute-bridge --format svg"),
    GoldenTests.Sample("relate.html", "report relate pain glute-bridge --format html"),
    GoldenTests.Sample("compare.svg", "report compare --format svg"),
    GoldenTests.Sample("compare.html", "report compare --split 2026-09-07 --format html"),
    GoldenTests.Sample("factors.svg", "report factors --format svg"),
    GoldenTests.Sample("factors.html", "report factors --format html"),
  ]

  static let all = [
    "report trend pain", "report trend pain --by day", "report trend glute-bridge",
    "report trend steps", "report trend sessions", "report trend thomas:left",
    "report relate pain sitting", "report relate pain steps --by day", "report compare",
    "report compare --by stage", "report compare --split 2026-09-07", "report factors",
    "report factors --by day",
  ]

  @Test(arguments: samples)
  func printed(sample: GoldenTests.Sample) throws {
    let psoas = try TrendLog.binary()
    let before = psoas.bytes()
    try GoldenTests.compare(psoas, sample)
    #expect(psoas.bytes() == before)
  }

  @Test(arguments: all)
  func nothingIsWiderThanTheTerminal(words: String) throws {
    let psoas = try TrendLog.binary()
    for width in [40, 60, 120] {
      let run = try psoas.run(
        words.split(separator: " ").map(String.init), extra: ["COLUMNS": "\(width)"])
      let widest = run.out.split(separator: "\n").map(\.count).max() ?? 0
      #expect(run.status == 0 && widest <= width, "\(words): \(widest) at \(width)")
    }
  }

  @Test(arguments: all)
  func onlyPlainCharactersUnderC(words: String) throws {
    let run = try TrendLog.binary().run(
      words.split(separator: " ").map(String.init), extra: ["LC_ALL": "C"])
    #expect(run.status == 0 && run.out.utf8.allSatisfy { $0 < 0x80 }, "\(run.out)")
  }

  /// Every picture and page is well-formed, whatever the series carries.
  @Test(arguments: all)
  func picturesAndPagesAreWellFormed(words: String) throws {
    let psoas = try TrendLog.binary()
    for form in ["svg", "html"] {
      let run = try psoas.run(
        words.split(separator: " ").map(String.init) + ["--format", form])
      #expect(run.status == 0 && run.err.isEmpty, "\(run.err)")
      if form == "html" {
        #expect(run.out.hasPrefix("<!DOCTYPE html>\n") && run.out.hasSuffix("</html>\n"))
        continue
      }
      let parser = XMLParser(data: Data(run.out.utf8))
      #expect(parser.parse(), "\(words): \(parser.parserError.debugDescription)")
    }
  }
}
