import Foundation
import Testing

/// What the commands around protocols print, whole; see ``GoldenTests``.
@Suite struct FollowGoldenTests {
  private static let ascii = ["LC_ALL": "C"]
  private static let narrow = ["COLUMNS": "60"]

  /// On the log that ``followed()`` makes.
  static let samples = [
    GoldenTests.Sample("stage.txt", "stage"), GoldenTests.Sample("stage-60.txt", "stage", narrow),
    GoldenTests.Sample("stage-ascii.txt", "stage", ascii),
    GoldenTests.Sample("stage.md", "stage show --format markdown"),
    GoldenTests.Sample("stage.csv", "stage show --format csv"),
    GoldenTests.Sample("stage.json", "stage show --format json"),
    GoldenTests.Sample("stage-back-then.txt", "stage show --at 2026-10-08"),
    GoldenTests.Sample("adherence.txt", "report adherence --weeks 7"),
    GoldenTests.Sample("adherence-60.txt", "report adherence --weeks 20", narrow),
    GoldenTests.Sample("adherence-ascii.txt", "report adherence --weeks 7", ascii),
    GoldenTests.Sample("adherence.md", "report adherence --weeks 7 --format markdown"),
    GoldenTests.Sample("adherence.csv", "report adherence --weeks 7 --format csv"),
    GoldenTests.Sample("adherence.json", "report adherence --weeks 2 --format json"),
    GoldenTests.Sample("adherence.svg", "report adherence --weeks 7 --format svg"),
    GoldenTests.Sample("adherence.html", "report adherence --weeks 7 --format html"),
    GoldenTests.Sample("weekly-followed.svg", "report weekly --weeks 7 --format svg"),
    GoldenTests.Sample("weekly-followed.txt", "report weekly --weeks 7"),
    GoldenTests.Sample("protocol-list-followed.txt", "protocol list"),
  ]

  /// Without any log.
  static let logless = [
    GoldenTests.Sample("protocol-list.txt", "protocol"),
    GoldenTests.Sample("protocol-show.txt", "protocol show twelve-minute"),
    GoldenTests.Sample("protocol-show-60.txt", "protocol show twelve-minute", narrow),
    GoldenTests.Sample("protocol-show.md", "protocol show twelve-minute --format markdown"),
    GoldenTests.Sample("protocol-show.csv", "protocol show twelve-minute --format csv"),
    GoldenTests.Sample("protocol-show.json", "protocol show twelve-minute --format json"),
    GoldenTests.Sample("protocol-compare.txt", "protocol compare"),
    GoldenTests.Sample("protocol-compare-none.txt", "protocol compare stretch balanced"),
    GoldenTests.Sample("protocol-compare.md", "protocol compare staged twelve --format markdown"),
    GoldenTests.Sample("protocol-compare.json", "protocol compare staged twelve --format json"),
  ]

  /// Seven weeks of staged-recovery up to its second stage, with a flag answered and seen to on the way.
  private static func followed() throws -> Binary {
    let psoas = try Binary(now: "2026-11-20T18:00:00+01:00", zone: "Europe/Berlin")
    var lines = ["protocol start staged-recovery --no-to-all --at '2026-10-07 08:00'"]
    for day in 7...31 { lines.append("pain \(6 - day / 8) --at '2026-10-\(padded(day)) 20:00'") }
    for day in stride(from: 8, to: 31, by: 2) {
      lines.append("log --routine brace-and-hinge --at '2026-10-\(padded(day)) 18:00'")
    }
    lines += [
      "check --yes fever --at '2026-10-20 09:00' || true",
      "check --resolved 'a cold, over' --at '2026-10-26 09:00'",
      "stage advance --at '2026-11-01 09:00'",
    ]
    for day in 2...20 where day != 9 {
      lines.append(
        "log curl-up 6-4-2x10s pain=2 side-plank-knees 3x20s/side pain=3 bird-dog 3x8/side pain=1 "
          + "--at '2026-11-\(padded(day)) 18:00'")
      lines.append("pain \(day < 12 ? 3 : 1) --at '2026-11-\(padded(day)) 17:00'")
    }
    lines.append("measure side-plank-hold 52 --side left --at '2026-11-18 19:00'")
    for line in lines {
      let run = try psoas.shell("psoas \(line) > /dev/null")
      try #require(run.status == 0, "\(line): \(run.err)")
    }
    try psoas.shell(GoldenTests.fixedKeys)
    return psoas
  }

  private static func padded(_ day: Int) -> String { day < 10 ? "0\(day)" : "\(day)" }

  private static let log = Result { try #require(try followed().bytes()) }

  @Test(arguments: samples)
  func printed(sample: GoldenTests.Sample) throws {
    let psoas = try Binary(now: "2026-11-20T18:00:00+01:00", zone: "Europe/Berlin")
    try FollowGoldenTests.log.get().write(to: URL(fileURLWithPath: psoas.log))
    try GoldenTests.compare(psoas, sample)
  }

  @Test(arguments: logless)
  func printedWithoutALog(sample: GoldenTests.Sample) throws {
    let psoas = try Binary()
    try GoldenTests.compare(psoas, sample)
    #expect(psoas.bytes() == nil)
  }

  @Test func aCheckThatFindsSomething() throws {
    let psoas = try Binary()
    try psoas.run("pain", "8", "--woke", "--at", "2026-11-19 03:00")
    try #require(try psoas.run("check", "--yes", "saddle-numbness", "--no-to-all").status == 3)
    // Facts name ids; with fixed ones the rating would come after any later resolution.
    let fixed = try Binary()
    try #require(psoas.bytes()).write(to: URL(fileURLWithPath: fixed.log))
    try fixed.shell(GoldenTests.fixedKeys)
    try GoldenTests.compare(
      fixed, GoldenTests.Sample("check.json", "check --format json"), status: 3)
    for (name, words) in [
      ("check.txt", "check"), ("check.md", "check --format markdown"),
      ("check.csv", "check --format csv"),
    ] {
      try GoldenTests.compare(psoas, GoldenTests.Sample(name, words), status: 3)
    }
    try GoldenTests.compare(
      psoas, GoldenTests.Sample("check-ascii.txt", "check", FollowGoldenTests.ascii), status: 3)
    try psoas.done("check", "--resolved", "seen in the emergency department", "--quiet")
    try GoldenTests.compare(psoas, GoldenTests.Sample("check-clear.txt", "check --no-to-all"))
  }

  @Test(arguments: [40, 60, 80, 120])
  func nothingIsWiderThanTheTerminal(width: Int) throws {
    let psoas = try Binary(now: "2026-11-20T18:00:00+01:00", zone: "Europe/Berlin")
    try FollowGoldenTests.log.get().write(to: URL(fileURLWithPath: psoas.log))
    let all = [
      "stage", "report adherence --weeks 30", "report weekly", "protocol list", "check", "status",
      "protocol show staged-recovery", "protocol compare",
    ]
    for words in all {
      let run = try psoas.run(
        words.split(separator: " ").map(String.init), extra: ["COLUMNS": "\(width)"])
      let widest = run.out.split(separator: "\n").map(\.count).max() ?? 0
      #expect(run.status == 0 && widest <= width, "\(words): \(widest)")
    }
  }

  @Test func onlyPlainCharactersUnderC() throws {
    let psoas = try Binary(now: "2026-11-20T18:00:00+01:00", zone: "Europe/Berlin")
    try FollowGoldenTests.log.get().write(to: URL(fileURLWithPath: psoas.log))
    for words in [
      "stage", "report adherence", "protocol show stretch", "protocol compare", "check",
    ] {
      let run = try psoas.run(
        words.split(separator: " ").map(String.init), extra: ["LC_ALL": "C"])
      #expect(run.status == 0 && run.out.utf8.allSatisfy { $0 < 0x80 }, "\(words)")
    }
  }
}
