import Foundation
import Testing

/// Each protocol is begun, followed over eight weeks and taken through its gates, as a user would.
@Suite struct FollowTests {
  /// Runs commands, one a line, each with the moment it is entered at.
  private func enter(_ psoas: Binary, _ lines: [String]) throws {
    let script = lines.map { "psoas \($0) --quiet || exit 1" }.joined(separator: "\n")
    let run = try psoas.shell(script)
    try #require(run.status == 0 && run.err.isEmpty, "\(run.err)")
  }

  /// Day `count` of the eight weeks, the first Monday being 0.
  private func day(_ count: Int) -> String {
    let start = DateComponents(
      calendar: Calendar(identifier: .gregorian), timeZone: TimeZone(identifier: "UTC"),
      year: 2026, month: 9, day: 7 + count, hour: 12)
    let formatter = DateFormatter()
    formatter.timeZone = TimeZone(identifier: "UTC")
    formatter.dateFormat = "yyyy-MM-dd"
    return formatter.string(from: start.date ?? Date())
  }

  private func at(_ count: Int, _ time: String = "18:00") -> String {
    "--at '\(day(count)) \(time)'"
  }

  /// Pain that falls enough to give no rule a reason.
  private func pain(_ count: Int) -> Int { max(1, 5 - count / 7) }

  private func stage(_ psoas: Binary, on count: Int) throws -> [String: Any] {
    let run = try psoas.run(
      ["stage", "show", "--format", "json"], extra: ["PSOAS_NOW": "\(day(count))T21:00:00Z"])
    try #require(run.status == 0, "\(run.err)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
  }

  private func states(_ stage: [String: Any]) -> [String: String] {
    var states: [String: String] = [:]
    for criterion in stage["criteria"] as? [[String: Any]] ?? [] {
      states[criterion["id"] as? String ?? ""] = criterion["state"] as? String
    }
    return states
  }

  private func advance(_ psoas: Binary, on count: Int, _ more: String...) throws -> Run {
    try psoas.run(
      ["stage", "advance"] + more, extra: ["PSOAS_NOW": "\(day(count))T21:30:00Z"])
  }

  @Test func stagedRecovery() throws {
    let psoas = try Binary(now: "2026-11-20T18:00:00Z")
    try enter(psoas, ["protocol start staged-recovery --no-to-all \(at(0, "08:00"))"])
    try enter(psoas, (0..<8).map { "pain \(pain($0)) \(at($0, "20:00"))" })
    // A day too early the gate is closed, and says why.
    let early = try advance(psoas, on: 6)
    #expect(
      early.status == 1 && early.err.contains("days-calming not met (6 days since 2026-09-07)"))
    #expect(states(try stage(psoas, on: 7))["days-calming"] == "met")
    #expect(try advance(psoas, on: 7).status == 0)

    // Endurance: the Big 3 daily, from day 8 on.
    let bigThree =
      "log big-3 curl-up 6-4-2x10s pain=2 side-plank 6-4-2x10s/side pain=2 "
      .replacingOccurrences(of: "big-3 ", with: "") + "bird-dog 6-4-2x10s/side pain=1"
    try enter(
      psoas,
      (8..<40).flatMap {
        ["\(bigThree) --minutes 15 --effort 3 \(at($0))", "pain \(pain($0)) \(at($0, "20:00"))"]
      })
    #expect(
      states(try stage(psoas, on: 16)) == [
        "big-three-days": "notMet", "big-three-pain": "met", "side-plank-even": "unknown",
      ])
    try enter(
      psoas,
      ["left", "right"].map { "measure side-plank-hold 50 --side \($0) \(at(17, "19:00"))" })
    let open = try stage(psoas, on: 17)
    #expect(open["open"] as? Bool == true && states(open).values.allSatisfy { $0 == "met" })
    #expect(try advance(psoas, on: 17).status == 0)

    // Mobility: two sessions a week beside the Big 3.
    let mobility = "log psoas-release-ball 60s/side standing-psoas-stretch 3x20s/side"
    try enter(psoas, [18, 22, 26, 31].map { "\(mobility) \(at($0, "19:00"))" })
    #expect(states(try stage(psoas, on: 30))["mobility-sessions"] == "notMet")
    #expect(try stage(psoas, on: 31)["open"] as? Bool == true)
    #expect(try advance(psoas, on: 31).status == 0)

    // Glutes: bridges free of pain, split squats.
    try enter(
      psoas,
      [32, 34, 36, 38, 40, 42].map {
        "log glute-bridge 2x10 split-squat 2x8/side pain=2 \(at($0, "19:00"))"
      }
        + [
          "measure glute-bridge 130 --pain 1 \(at(33))",
          "measure glute-bridge 134 --pain-free \(at(38))",
        ])
    #expect(states(try stage(psoas, on: 42))["bridges-pain-free"] == "notMet")
    try enter(psoas, ["measure glute-bridge 138 --pain-free \(at(42))"])
    #expect(try advance(psoas, on: 42).status == 0)

    // Load is the last one.
    try enter(
      psoas, [44, 47, 51, 54].map { "log box-squat 3x8 romanian-deadlift 3x8@20kg \(at($0))" })
    let last = try stage(psoas, on: 55)
    #expect(last["stage"] as? String == "load" && last["next"] is NSNull)
    let beyond = try advance(psoas, on: 55)
    #expect(beyond.status == 1 && beyond.err.contains("'load' is the last stage"))
    try expectEightWeeks(psoas, "staged-recovery", last: "load")
    let weeks = try #require(
      try psoas.object("report", "weekly", "--since", day(0), "--until", day(55))["weeks"]
        as? [[String: Any]])
    #expect(
      weeks.compactMap { $0["stage"] as? String } == [
        "desensitise", "endurance", "mobilise", "mobilise", "glutes", "glutes", "load", "load",
      ])
  }

  @Test func twelveMinute() throws {
    let psoas = try Binary(now: "2026-11-20T18:00:00Z")
    try enter(psoas, ["protocol start twelve-minute --no-to-all \(at(0, "08:00"))"])
    // Every day but two of the first fortnight, then most days.
    try enter(
      psoas,
      (0..<14).filter { $0 != 3 && $0 != 9 && $0 != 12 }.map {
        "log --routine twelve-minute \(at($0))"
      })
    let closed = try stage(psoas, on: 13)
    #expect(states(closed) == ["daily-practice": "notMet"])
    #expect(try advance(psoas, on: 13).status == 1)
    try enter(
      psoas, (14..<56).filter { $0 % 7 != 2 }.map { "log --routine twelve-minute \(at($0))" })
    try enter(psoas, (0..<56).map { "pain \(pain($0)) \(at($0, "20:00"))" })
    #expect(states(try stage(psoas, on: 27)) == ["daily-practice": "met"])
    #expect(try advance(psoas, on: 27).status == 0)
    try enter(
      psoas, [29, 32, 36, 40].map { "log glute-bridge 2x10 hip-thrust 2x8 \(at($0, "19:00"))" })
    // Back to stretching alone, and on again over a gate that is closed by then.
    let later = ["PSOAS_NOW": "2026-11-19T09:00:00Z"]
    #expect(try psoas.run(["stage", "back"], extra: later).status == 0)
    let refused = try psoas.run(["stage", "advance"], extra: later)
    #expect(refused.status == 1 && refused.err.contains("daily-practice not met"))
    let anyway = try psoas.run(["stage", "advance", "--anyway", "--format", "json"], extra: later)
    #expect(anyway.status == 0 && anyway.out.contains("\"unmet\": [\"daily-practice\"]"))
    try expectEightWeeks(psoas, "twelve-minute", last: "add-glutes")
  }

  /// Protocols of one stage have no gate, but what they aim at.
  @Test(arguments: [
    (
      "stretch-and-activate", "thomas-level",
      [
        "log --routine stretch-and-activate", "measure thomas VALUE --side left",
        "measure thomas VALUE --side right",
      ]
    ),
    ("balanced-psoas", "sitting-less", ["log --routine balanced-psoas", "day sitting=VALUEh"]),
    ("release-and-strengthen", "release-first", ["log --routine release-and-strengthen"]),
  ])
  func protocolsOfOneStage(_ name: String, _ goal: String, _ lines: [String]) throws {
    let psoas = try Binary(now: "2026-11-20T18:00:00Z")
    try enter(psoas, ["protocol start \(name) --no-to-all \(at(0, "08:00"))"])
    func goalState(on count: Int) throws -> String? {
      let goals = try stage(psoas, on: count)["goals"] as? [[String: Any]]
      return goals?.first { $0["id"] as? String == goal }?["state"] as? String
    }
    #expect(try goalState(on: 0) == "unknown")
    try enter(
      psoas,
      (0..<56).filter { $0 % 2 == 0 }.flatMap { count in
        lines.map { line in
          line.replacingOccurrences(of: "VALUE", with: "\(max(0, 6 - count / 8))") + " \(at(count))"
        } + ["pain \(5 - count / 16) \(at(count, "20:00"))"]
      })
    #expect(try goalState(on: 55) == "met")
    let beyond = try advance(psoas, on: 55)
    #expect(beyond.status == 1 && beyond.err.contains("is the last stage of '\(name)'"))
    try expectEightWeeks(psoas, name, last: nil)
  }

  /// The reports over the eight weeks name the protocol, and it can be ended.
  private func expectEightWeeks(_ psoas: Binary, _ name: String, last: String?) throws {
    let report = try psoas.object("report", "adherence", "--since", day(0), "--until", day(55))
    let weeks = try #require(report["weeks"] as? [[String: Any]])
    #expect(weeks.count == 8)
    #expect(weeks.allSatisfy { $0["protocol"] as? String == name })
    #expect(
      weeks.allSatisfy {
        ($0["planned"] as? Int ?? 0) > 0
          && ($0["done"] as? Int ?? 99) <= ($0["planned"] as? Int ?? 0)
      })
    let status = try psoas.object("status")["stage"] as? [String: Any]
    #expect(status?["protocol"] as? String == name)
    if let last { #expect(status?["stage"] as? String == last) }
    #expect(try psoas.run("check").status == 0)
    let now = ["PSOAS_NOW": "2026-11-20T19:00:00Z"]
    #expect(try psoas.run(["protocol", "stop"], extra: now).status == 0)
    let none = try psoas.run(["stage"], extra: now)
    #expect(none.status == 1 && none.err.hasPrefix("error: you follow no protocol\n"))
    #expect(try psoas.integrity() == "ok\n")
  }

  /// What is due today, and a session that waits for its next morning.
  @Test func statusSaysWhatIsDue() throws {
    let psoas = try Binary(now: "2026-11-20T18:00:00Z")
    try enter(psoas, ["protocol start twelve-minute --no-to-all --at '2026-11-16 08:00'"])
    try enter(psoas, ["log --routine twelve-minute --before 4 --after 3 --at '2026-11-19 19:00'"])
    let before = try psoas.done("status")
    #expect(
      before.contains("Due today     twelve-minute, daily (the article): knees-to-chest 150s"))
    #expect(before.contains("Adherence     1 of 5 planned days this week so far"))
    #expect(before.contains("psoas pain SCORE\n              --recall morning"))
    #expect((try psoas.object("status")["waiting"] as? [Any])?.count == 1)
    try psoas.run("pain", "3", "--recall", "morning", "--at", "07:30")
    try psoas.run("log", "--routine", "twelve-minute")
    let after = try psoas.done("status")
    #expect(after.contains("Due today     nothing more: twelve-minute done today"))
    #expect(!after.contains("Waiting"))
  }

  @Test func ownProtocolsAreFollowedLikeTheOthers() throws {
    let psoas = try Binary(now: "2026-11-20T18:00:00Z")
    try Data(
      """
      [exercise heel-slide]
      sided: yes
      [protocol my-way]
      title: My way
      source: my physiotherapist
      [stage one]
      routine: slides | 3 a week
      gate: enough
      [stage two]
      routine: twelve-minute
      [criterion enough]
      rule: exercise-days
      exercises: heel-slide
      threshold: 2
      days: 7
      says: Heel slides on {threshold} of {days} days
      [routine slides]
      step: heel-slide 2x8/side
      """.utf8
    ).write(to: URL(fileURLWithPath: psoas.path("mine.txt")))
    let added = try psoas.run("protocol", "add", psoas.path("mine.txt"))
    #expect(
      added.out == "added exercise 'heel-slide', routine 'slides', protocol 'my-way'\n")
    try psoas.done("protocol", "start", "my-way", "--at", "2026-11-18")
    try psoas.done("log", "--routine", "slides", "--at", "2026-11-19")
    #expect(try psoas.run("stage", "advance").status == 1)
    try psoas.done("config", "gate.enough", "1")
    #expect(try psoas.done("stage").contains("Heel slides on 1 of 7 days"))
    try psoas.done("stage", "advance")
    #expect(try psoas.done("protocol", "list").contains("my-way"))
    let again = try psoas.run("protocol", "add", psoas.path("mine.txt"))
    #expect(
      again.status == 64 && again.err.contains("line 1: the name of [exercise heel-slide] is taken")
    )
    let followed = try psoas.run("protocol", "remove", "my-way")
    #expect(followed.status == 1 && followed.err.hasPrefix("error: you follow 'my-way'\n"))
    try psoas.done("protocol", "stop")
    #expect(try psoas.done("protocol", "remove", "my-way") == "removed your protocol 'my-way'\n")
    #expect(try !psoas.done("protocol", "list").contains("my-way"))
    #expect(try psoas.run("protocol", "remove", "twelve-minute").status == 64)
  }
}
