import Foundation
import Testing

/// What the program prints, whole, compared with the files in `Golden`. With `PSOAS_RECORD=1` in
/// the environment the files are written anew; read what changed before keeping it.
@Suite struct GoldenTests {
  /// A name of a file, the words that print it, and the environment they differ in.
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let words: [String]
    let extra: [String: String]

    init(_ name: String, _ words: String, _ extra: [String: String] = [:]) {
      self.name = name
      self.words = words.split(separator: " ").map(String.init)
      self.extra = extra
    }

    var testDescription: String { name }
  }

  private static let ascii = ["LC_ALL": "C"]
  private static let narrow = ["COLUMNS": "60"]

  /// On the log that ``fixedLog()`` makes.
  static let samples = [
    Sample("weekly-80.txt", "report weekly --weeks 8"),
    Sample("weekly-60.txt", "report weekly --weeks 8", narrow),
    Sample("weekly-ascii.txt", "report weekly --weeks 8", ascii),
    Sample("weekly-one-week.txt", "report weekly --weeks 1"),
    Sample("weekly-gap.txt", "report weekly --since 2026-10-19 --until 2026-11-01"),
    Sample("weekly-outside.txt", "report weekly --since 2025-01-06 --until 2025-01-26"),
    Sample("weekly.md", "report weekly --weeks 8 --format markdown"),
    Sample("weekly.csv", "report weekly --weeks 8 --format csv"),
    Sample("weekly.json", "report weekly --weeks 8 --format json"),
    Sample("weekly.svg", "report weekly --weeks 8 --format svg"),
    Sample("weekly.html", "report weekly --weeks 8 --format html"),
    Sample("status.txt", "status"), Sample("status-60.txt", "status", narrow),
    Sample("status-ascii.txt", "status", ascii), Sample("status.md", "status --format markdown"),
    Sample("status.csv", "status --format csv"), Sample("status.json", "status --format json"),
    Sample("list.txt", "list"), Sample("list-60.txt", "list", narrow),
    Sample("list-ascii.txt", "list", ascii), Sample("list.csv", "list --format csv"),
    Sample("list.md", "list --format markdown"), Sample("list.json", "list --format json"),
  ]

  /// Without any log.
  static let logless = [
    Sample("exercise-show.txt", "exercise show bird-dog"),
    Sample("exercise-show-60.txt", "exercise show bird-dog", narrow),
    Sample("exercise-list.txt", "exercise list"), Sample("help.txt", "--help"),
    Sample("help-log.txt", "log --help"), Sample("config.txt", "config"),
    Sample("exercise-show.json", "exercise show bird-dog --format json"),
    Sample("routine-list.txt", "routine list"), Sample("routine-list-60.txt", "routine", narrow),
    Sample("routine-list.csv", "routine list --format csv"),
    Sample("routine-list.md", "routine list --format markdown"),
    Sample("routine-list.json", "routine list --format json"),
    Sample("routine-show.txt", "routine show twelve-minute"),
    Sample("routine-show-60.txt", "routine show balanced-psoas", narrow),
    Sample("routine-show.csv", "routine show big-three --format csv"),
    Sample("routine-show.md", "routine show big-three --format markdown"),
    Sample("routine-show.json", "routine show stretch-and-activate --format json"),
    Sample("help-routine-start.txt", "routine start --help"),
  ]

  /// The bytes of that log, made once.
  private static let bytes = Result { try #require(try fixedLog().bytes()) }

  private func fixed() throws -> Binary {
    let psoas = try Binary(now: "2026-11-20T18:00:00+01:00", zone: "Europe/Berlin")
    try GoldenTests.bytes.get().write(to: URL(fileURLWithPath: psoas.log))
    return psoas
  }

  @Test(arguments: samples)
  func printed(sample: Sample) throws {
    let psoas = try fixed()
    let before = psoas.bytes()
    try GoldenTests.compare(psoas, sample)
    #expect(psoas.bytes() == before)
  }

  @Test(arguments: logless)
  func printedWithoutALog(sample: Sample) throws {
    let psoas = try Binary()
    try GoldenTests.compare(psoas, sample)
    #expect(psoas.bytes() == nil)
  }

  @Test func aLogWithoutEntries() throws {
    let psoas = try Binary()
    try psoas.done("init")
    try GoldenTests.compare(psoas, Sample("weekly-empty.txt", "report weekly"))
    try GoldenTests.compare(
      psoas, Sample("weekly-empty.json", "report weekly --weeks 2 --format json"))
    try GoldenTests.compare(psoas, Sample("status-empty.txt", "status"))
  }

  @Test func onlyPlainCharactersUnderC() throws {
    let psoas = try fixed()
    for words in [
      "report weekly", "status", "exercise list", "exercise show bird-dog", "--help",
      "routine list", "routine show balanced",
    ] {
      let run = try psoas.run(Sample("", words).words, extra: ["LC_ALL": "C"])
      // The user's own word stays as it is.
      let program = run.out.replacingOccurrences(of: "früh", with: "")
      #expect(run.status == 0 && program.utf8.allSatisfy { $0 < 0x80 }, "\(words)")
    }
    let list = try psoas.run("list", "measures", extra: ["LC_ALL": "C"])
    #expect(list.out.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: [40, 50, 60, 72, 80, 120])
  func nothingIsWiderThanTheTerminal(width: Int) throws {
    let psoas = try fixed()
    for words in [
      "report weekly", "status", "list", "exercise list", "exercise show bird-dog", "routine list",
      "routine show balanced",
    ] {
      let run = try psoas.run(Sample("", words).words, extra: ["COLUMNS": "\(width)"])
      let widest = run.out.split(separator: "\n").map(\.count).max() ?? 0
      #expect(run.status == 0)
      #expect(widest <= width, "\(words): \(widest)")
    }
  }
}
