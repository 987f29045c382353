import Foundation
import Testing

extension GoldenTests {
  /// Ten weeks with sessions of every colour and of none, mornings after them, a flare that is over and
  /// one that goes on.
  private static let responseEntries = [
    ("2026-09-14T18:00", "log;bird-dog;3x8;--minutes;10;--effort;3;--before;3;--after;3"),
    ("2026-09-15T07:00", "pain;3;--recall;morning"),
    ("2026-10-13T18:00", "log;bird-dog;3x8;side-plank;3x20s/side;--minutes;15;--effort;4"),
    ("2026-10-20T18:00", "log;bird-dog;3x8;side-plank;3x20s/side;--before;4;--after;3"),
    ("2026-10-21T07:00", "pain;4;--recall;morning"),
    ("2026-10-23T18:00", "log;bird-dog;3x8;side-plank;3x30s/side;--before;3;--after;4"),
    ("2026-10-24T07:10", "pain;4.5;--recall;morning"),
    ("2026-10-27T18:00", "log;single-leg-glute-bridge;3x6/side;pain=5.5;bird-dog;3x8;pain=2"),
    ("2026-10-30T08:00", "pain;4"),
    ("2026-10-31T18:00", "log;bird-dog;3x8;--minutes;12;--effort;4"),
    ("2026-11-01T18:00", "log;pigeon;50s/side;--minutes;8;--before;4;--after;5"),
    ("2026-11-02T07:30", "flare;start;--note;woke up stiff after digging"),
    ("2026-11-02T07:40", "pain;7;--recall;morning;--woke"),
    ("2026-11-03T08:00", "pain;8;--site;low-back"),
    ("2026-11-04T18:00", "log;--minutes;10;--before;6;--after;5.1"),
    ("2026-11-05T08:00", "pain;6"), ("2026-11-06T08:00", "pain;4.5"),
    ("2026-11-07T20:00", "flare;end;--note;better, still stiff in the morning"),
    ("2026-11-10T18:00", "log;bird-dog;3x8;side-plank;3x20s/side;--before;3;--after;3"),
    ("2026-11-11T07:00", "pain;3.5;--recall;morning"),
    ("2026-11-18T09:00", "flare;start"),
    ("2026-11-19T18:00", "log;bird-dog;3x10;--before;4"),
    ("2026-11-20T07:00", "pain;5;--recall;morning"),
  ]

  private static let response = "report response --weeks 6"
  private static let narrowed = ["COLUMNS": "60"]
  private static let plain = ["LC_ALL": "C"]

  /// On that log.
  static let responseSamples = [
    Sample("response-80.txt", response), Sample("response-60.txt", response, narrowed),
    Sample("response-ascii.txt", response, plain),
    Sample("response.md", "\(response) --format markdown"),
    Sample("response.csv", "\(response) --format csv"),
    Sample("response.json", "\(response) --format json"),
    Sample("response.svg", "\(response) --format svg"),
    Sample("response.html", "\(response) --format html"),
    Sample("response-none.txt", "report response --since 2025-01-06 --until 2025-01-26"),
    Sample("flares-80.txt", "flare"), Sample("flares-60.txt", "flare list", narrowed),
    Sample("flares-ascii.txt", "flare list", plain),
    Sample("flares.md", "flare list --format markdown"),
    Sample("flares.csv", "flare list --format csv"),
    Sample("flares.json", "flare list --format json"),
    Sample("weekly-flares.txt", "report weekly --weeks 6"),
    Sample("weekly-flares-ascii.txt", "report weekly --weeks 6", plain),
    Sample("weekly-flares.md", "report weekly --weeks 6 --format markdown"),
    Sample("weekly-flares.csv", "report weekly --weeks 6 --format csv"),
    Sample("weekly-flares.json", "report weekly --weeks 3 --format json"),
    Sample("list-flares.txt", "list flares"),
    Sample("list-sessions.json", "list sessions --limit 3 --format json"),
  ]

  /// The bytes of that log, made once.
  private static let responseBytes = Result {
    try #require(try log(of: responseEntries).bytes())
  }

  private func responseLog() throws -> Binary {
    let psoas = try Binary(now: "2026-11-20T18:00:00+01:00", zone: "Europe/Berlin")
    try GoldenTests.responseBytes.get().write(to: URL(fileURLWithPath: psoas.log))
    return psoas
  }

  @Test(arguments: responseSamples)
  func responses(sample: Sample) throws {
    let psoas = try responseLog()
    let before = psoas.bytes()
    try GoldenTests.compare(psoas, sample)
    #expect(psoas.bytes() == before)
  }

  @Test(arguments: [40, 50, 60, 72, 80, 120])
  func noResponseIsWiderThanTheTerminal(width: Int) throws {
    let psoas = try responseLog()
    for words in ["report response", "flare", "report weekly", "config"] {
      let run = try psoas.run(Sample("", words).words, extra: ["COLUMNS": "\(width)"])
      let widest = run.out.split(separator: "\n").map(\.count).max() ?? 0
      #expect(run.status == 0)
      #expect(widest <= width, "\(words): \(widest)")
      let ascii = try psoas.run(
        Sample("", words).words, extra: ["COLUMNS": "\(width)", "LC_ALL": "C"])
      #expect(ascii.out.utf8.allSatisfy { $0 < 0x80 }, "\(words)")
    }
  }
}
