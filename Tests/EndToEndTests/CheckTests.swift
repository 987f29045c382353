import Foundation
import Testing

/// `psoas check`: what fires, what it says, and what it stops.
@Suite struct CheckTests {
  private static let emergencies = [
    "bladder-bowel", "saddle-numbness", "sexual-function", "both-legs", "leg-weakness",
  ]
  private static let prompts = [
    "trauma", "cancer", "fever", "weight-loss", "infection-risk", "night-pain", "age",
  ]

  private func followed() throws -> Binary {
    let psoas = try Binary()
    try psoas.run("protocol", "start", "twelve-minute", "--no-to-all", "--at", "2026-11-01")
    return psoas
  }

  @Test(arguments: emergencies + prompts)
  func everyFlagStopsSuggestionsUntilItIsSeenTo(_ flag: String) throws {
    let psoas = try followed()
    let run = try psoas.run("check", "--yes", flag, "--no-to-all")
    #expect(run.status == 3 && run.err.isEmpty)
    // What to do comes before anything else.
    let first = run.out.prefix { $0 != "." }
    let isEmergency = CheckTests.emergencies.contains(flag)
    #expect(first.contains(isEmergency ? "Get emergency care now" : "See a doctor soon"))
    for words in [["stage"], ["status"]] {
      let shown = try psoas.run(words)
      #expect(shown.status == 0 && shown.out.hasPrefix(String(first)), "\(words)")
      #expect(!shown.out.contains("Due today") && !shown.out.contains("Before add-glutes"))
    }
    for words in [["stage", "advance", "--anyway"], ["routine", "start", "twelve-minute"]] {
      let refused = try psoas.run(words)
      #expect(
        refused.status == 1 && refused.err.hasPrefix("error: an open warning sign blocks this:"),
        "\(words)")
      #expect(refused.err.contains(isEmergency ? "emergency" : "doctor"))
    }
    // It stays open, whatever is answered later.
    #expect(try psoas.run("check", "--no-to-all").status == 3)
    #expect(try psoas.run("check", "--resolved", "seen by a doctor").status == 0)
    #expect(try psoas.run("check").status == 0)
    #expect(try psoas.done("status").contains("Due today"))
  }

  @Test(arguments: emergencies + prompts)
  func noToAFlagStopsNothing(_ flag: String) throws {
    let psoas = try followed()
    let run = try psoas.run("check", "--no", flag)
    #expect(run.status == 0)
    #expect(!run.out.lowercased().contains("safe"))
    #expect(try psoas.done("status").contains("Due today"))
  }

  /// What fires a rule on the log, and what comes close.
  static let rules: [(String, fires: [String], close: [String])] = [
    ("radiating", ["pain 2 --site leg:left"], ["pain 7 --site hip"]),
    ("radiating", ["pain 2 --site buttock"], ["pain 7 --site low-back"]),
    ("severe", ["pain 8 --recall worst"], ["pain 7.9 --recall worst"]),
    ("woke", ["pain 3 --woke"], ["pain 3"]),
    (
      "worse-after",
      [
        "log plank 2x20s --before 3 --after 5 --at -2d",
        "log plank 2x20s --before 3 --after 5 --at -1d",
      ],
      [
        "log plank 2x20s --before 3 --after 5 --at -2d",
        "log plank 2x20s --before 3 --after 4.9 --at -1d",
      ]
    ),
    (
      "worse-after",
      [
        "log plank 2x20s --before 3 --at '2026-11-17 18:00'",
        "pain 5 --recall morning --at '2026-11-18 07:00'",
        "log plank 2x20s --before 3 --at '2026-11-18 18:00'",
        "pain 5 --recall morning --at '2026-11-19 07:00'",
      ],
      [
        "log plank 2x20s --before 3 --at '2026-11-17 18:00'",
        "pain 5 --recall morning --at '2026-11-18 07:00'",
        "log plank 2x20s --before 3 --at '2026-11-18 18:00'",
        "pain 5 --recall morning --at '2026-11-20 07:00'",
      ]
    ),
    ("no-improvement", weeks(skipping: 4, last: 4), weeks(skipping: 5, last: 4)),
    ("no-improvement", weeks(skipping: 0, last: 3), weeks(skipping: 0, last: 2.8)),
  ]

  /// Twenty-one days of practice up to today but for some of them, with pain from 4 to `last`.
  private static func weeks(skipping: Int, last: Double) -> [String] {
    (skipping..<21).map { "log --routine twelve-minute --at '\($0) days ago 12:00'" }
      + (0..<7).flatMap {
        ["pain 4 --at '\(20 - $0) days ago 13:00'", "pain \(last) --at '\($0) days ago 13:00'"]
      }
  }

  @Test(arguments: rules)
  func rulesOnTheLog(_ rule: String, _ fires: [String], _ close: [String]) throws {
    for (lines, isHit) in [(fires, true), (close, false)] {
      let psoas = try Binary()
      try psoas.run("protocol", "start", "twelve-minute", "--no-to-all", "--at", "2026-10-20")
      let script = lines.map { "psoas \($0) -q || exit 1" }.joined(separator: "\n")
      try #require(try psoas.shell(script).status == 0)
      let run = try psoas.run("check", "--format", "json")
      #expect(run.status == (isHit ? 3 : 0), "\(rule): \(run.out)")
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
      let open = (report["escalation"] as? [[String: Any]])?.compactMap { $0["id"] as? String }
      #expect(open == (isHit ? [rule] : []))
      #expect((report["redFlags"] as? [Any])?.isEmpty == true)
      #expect((report["rules"] as? [Any])?.count == 5)
      #expect((report["questions"] as? [Any])?.count == 12)
      if isHit {
        let status = try psoas.run("status")
        #expect(
          status.out.contains("psoas check --resolved NOTE") && !status.out.contains("Due today"))
        #expect(try psoas.run("check", "--resolved", "seen").status == 0)
        #expect(try psoas.run("check").status == 0)
      }
    }
  }

  /// What was found stays open when the log no longer shows it, and what was seen to does not come back.
  @Test func findingsStay() throws {
    let psoas = try Binary()
    try psoas.run("pain", "9")
    #expect(try psoas.run("check").status == 3)
    try psoas.done("rm", try #require(try psoas.objects("list", "pain")[0]["id"] as? String))
    #expect(try psoas.run("check").status == 3)
    try psoas.done("check", "--resolved", "a slip of the finger")
    #expect(try psoas.run("check").status == 0)
    // In the same second as the resolution, but entered after it.
    try psoas.done("pain", "8", "--quiet")
    #expect(try psoas.run("check").status == 3)
  }

  @Test func checksAreEntriesOfTheLog() throws {
    let psoas = try Binary()
    let made = try psoas.run("check", "--yes", "fever")
    #expect(made.status == 3 && made.err.contains("made a new log"))
    let listed = try psoas.objects("list", "checks")
    #expect(listed.count == 1)
    #expect((listed[0]["answers"] as? [String: Bool]) == ["fever": true])
    #expect(try psoas.done("list", "checks").contains("check: fever"))
    // A check that asks and finds nothing leaves nothing behind.
    let empty = try Binary()
    try empty.run("pain", "4")
    let bytes = empty.bytes()
    #expect(try empty.run("check").status == 0)
    #expect(empty.bytes() == bytes)
  }

  /// The thresholds are the user's.
  @Test func thresholdsAreSettings() throws {
    let psoas = try Binary()
    try psoas.run("pain", "7")
    #expect(try psoas.run("check").status == 0)
    try psoas.done("config", "check.severe", "7")
    let run = try psoas.run("check")
    #expect(run.status == 3 && run.out.contains("A rating of 7 or more"))
  }

  @Test func aStartWantsItsQuestionsAnswered() throws {
    let psoas = try Binary()
    let yes = try psoas.run("protocol", "start", "twelve-minute", "--no-to-all", "--yes", "spreads")
    #expect(yes.status == 1)
    #expect(
      yes.err.hasPrefix("error: not started: yes to spreads\nhint: This protocol is not meant"))
    #expect(psoas.bytes() == nil)
    let seen = try psoas.run(
      "protocol", "start", "twelve-minute", "--no-to-all", "--yes", "spreads", "--seen",
      "physio: fine")
    #expect(seen.status == 0)
    let stages = try psoas.objects("list", "stages")
    #expect((stages[0]["answers"] as? [String: Bool])?["spreads"] == true)
    #expect(stages[0]["note"] as? String == "physio: fine")
  }
}
