import Foundation
import Testing

/// The commands that look at entries, mend them and report on them.
@Suite struct ListingTests {
  /// A log with an entry of every kind, each made in an hour of its own.
  private func small() throws -> Binary {
    let psoas = try Binary()
    let entries = [
      ["pain", "6", "--note", "a, \"b\" | *c*\nd"], ["log", "bird-dog", "3x8", "--minutes", "10"],
      ["measure", "glute-bridge", "126", "128"], ["day", "sitting=9h"],
    ]
    for (hour, words) in entries.enumerated() {
      let run = try psoas.run(words, extra: ["PSOAS_NOW": "2026-11-20T0\(6 + hour):00:00Z"])
      try #require(run.status == 0)
    }
    return psoas
  }

  @Test func theListIsNewestFirstWithItsKeys() throws {
    let psoas = try small()
    let all = try psoas.objects("list")
    #expect(all.map { $0["type"] as? String } == ["day", "measurement", "session", "pain"])
    #expect(
      all.map { $0["at"] as? String } == [
        "2026-11-20T09:00:00+00:00", "2026-11-20T08:00:00+00:00", "2026-11-20T07:00:00+00:00",
        "2026-11-20T06:00:00+00:00",
      ])
    #expect(all.allSatisfy { $0["day"] as? String == "2026-11-20" })
    #expect(all.allSatisfy { ($0["id"] as? String)?.count == 32 })
    for (subject, type) in [
      ("sessions", "session"), ("pain", "pain"), ("measures", "measurement"), ("days", "day"),
    ] {
      #expect(try psoas.objects("list", subject).map { $0["type"] as? String } == [type])
    }
  }

  @Test func theListIsBoundedByDaysAndNumber() throws {
    let psoas = try Binary()
    for day in 1...5 {
      let at = "2026-11-1\(day)"
      try psoas.run("pain", "\(day)", "--at", at)
    }
    func scores(_ words: String...) throws -> [Int?] {
      let found = try psoas.json(["list"] + words + ["--format", "json"]) as? [[String: Any]]
      return try #require(found).map { $0["score"] as? Int }
    }
    #expect(try scores() == [5, 4, 3, 2, 1])
    #expect(try scores("--limit", "2") == [5, 4])
    #expect(try scores("--since", "2026-11-13") == [5, 4, 3])
    #expect(try scores("--until", "2026-11-13") == [3, 2, 1])
    #expect(try scores("pain", "--since", "2026-11-12", "--until", "2026-11-13") == [3, 2])
    #expect(try scores("--since", "-6d") == [5, 4])
    let none = try psoas.run("list", "sessions")
    #expect(none.status == 0 && none.out == "" && none.err == "no entries there\n")
    #expect(try psoas.done("list", "sessions", "--quiet") == "")
  }

  @Test func csvAndMarkdownEscape() throws {
    let psoas = try small()
    let id = try #require(try psoas.objects("list", "pain").first?["id"] as? String)
    #expect(
      try psoas.done("list", "pain", "--format", "csv") == """
        id,type,at,day,zone,score,recall,sites,triggers,woke,session,tie,answers,note
        \(id),pain,2026-11-20T06:00:00+00:00,2026-11-20,UTC,6,now,,,false,,,,"a, ""b"" | *c*
        d"

        """)
    #expect(
      try psoas.done("list", "pain", "--format", "markdown") == """
        | Id | Kind | At | Day | Entry | Note |
        |---|---|---|---|---|---|
        | \(id) | pain | 2026-11-20T06:00:00+00:00 | 2026-11-20 | pain 6 | a, "b" \\| \\*c\\* d |

        """)
  }

  @Test func showTakesAnUnambiguousBeginning() throws {
    let psoas = try small()
    let id = try #require(try psoas.objects("list", "sessions").first?["id"] as? String)
    for length in [7, 12, 32] {
      let shown = try psoas.object("show", String(id.prefix(length)))
      #expect(shown["id"] as? String == id)
    }
    #expect(try psoas.object("show", id.uppercased())["id"] as? String == id)
    #expect(
      try psoas.done("show", id) == """
        id       \(id)
        kind     session
        at       Fri 2026-11-20 07:00 +00:00 UTC
        done     bird-dog 3x8
        minutes  10

        """)
    #expect(
      try psoas.done("show", id, "--format", "csv") == """
        field,value
        id,\(id)
        kind,session
        at,Fri 2026-11-20 07:00 +00:00 UTC
        done,bird-dog 3x8
        minutes,10

        """)
    #expect(try psoas.done("show", id, "--format", "markdown").hasPrefix("| Field | Value |\n"))
  }

  @Test func anAmbiguousBeginningIsRefused() throws {
    let psoas = try small()
    // The text of a key is its bytes backwards: two keys that share their last bytes.
    try psoas.shell(
      """
      sqlite3 "$LOG" "UPDATE pain SET id = x'019e000000007000800000000000dcba';
        UPDATE measurement_kind SET own = own; PRAGMA foreign_keys=OFF;
        UPDATE day_record SET id = x'019e000000007000800000000001dcba';
        UPDATE day_factor SET day_id = x'019e000000007000800000000001dcba'"
      """)
    let before = psoas.bytes()
    let run = try psoas.run("rm", "abcd")
    #expect(run.status == 1)
    #expect(
      run.err == """
        error: the id 'abcd' is ambiguous
        hint: it could be abcd00000000 (pain), abcd10000000 (day)

        """)
    #expect(psoas.bytes() == before)
    #expect(try psoas.object("show", "abcd1")["type"] as? String == "day")
  }

  @Test func rmTakesTheLastOrTheNamed() throws {
    let psoas = try small()
    #expect(try psoas.done("rm", "last").hasPrefix("removed "))
    #expect(
      try psoas.objects("list").map { $0["type"] as? String } == ["measurement", "session", "pain"])
    let id = try #require(try psoas.objects("list", "pain").first?["id"] as? String)
    #expect(
      try psoas.done("rm", String(id.prefix(7)))
        == "removed \(id.prefix(7))  Fri 2026-11-20 06:00  pain 6 ✎\n")
    #expect(try psoas.objects("list").count == 2)
    for _ in 0..<2 { try psoas.done("rm", "last", "--quiet") }
    let empty = try psoas.run("rm", "last")
    #expect(empty.status == 1)
    #expect(empty.err.hasPrefix("error: there is no entry yet\nhint: "))
    #expect(try psoas.integrity() == "ok\n")
  }

  @Test func rmOfASessionTakesItsPainWithIt() throws {
    let psoas = try Binary()
    try psoas.run("log", "bird-dog", "3x8", "--before", "5", "--after", "4")
    #expect(try psoas.objects("list").count == 3)
    try psoas.done("rm", "last")
    #expect(try psoas.objects("list").isEmpty)
    #expect(try psoas.shell("sqlite3 \"$LOG\" 'SELECT count(*) FROM exercise_set'").out == "0\n")
  }

  /// Entries of the same moment keep the order in which they were made: what is removed is the last.
  @Test func lastIsTheLastUnderAFixedClock() throws {
    for _ in 0..<6 {
      let psoas = try Binary()
      for score in ["1", "2", "3"] { try psoas.run("pain", score) }
      let last = try psoas.object("show", "last")["score"] as? Int
      let listed = try psoas.objects("list").map { $0["score"] as? Int }
      #expect(last == 3)
      #expect(listed == [3, 2, 1])
    }
  }

  @Test func settingsAreKept() throws {
    let psoas = try Binary()
    #expect(try psoas.done("config", "day.start") == "04:00\n")
    #expect(psoas.bytes() == nil)
    let run = try psoas.run("config", "day.start", "5:30")
    #expect(run.status == 0 && run.out == "day.start = 05:30\n")
    #expect(try psoas.done("config", "day.start") == "05:30\n")
    try psoas.done("config", "report.weeks", "3")
    let weeks = try #require(try psoas.object("report", "weekly")["weeks"] as? [Any])
    #expect(weeks.count == 3)
    let settings = try psoas.objects("config").prefix(2)
    #expect(settings.map { $0["key"] as? String } == ["day.start", "report.weeks"])
    #expect(settings.map { $0["value"] as? String } == ["05:30", "3"])
    #expect(settings.map { $0["isDefault"] as? Bool } == [false, false])
    #expect(try psoas.done("config", "day.start", "--unset") == "day.start = 04:00\n")
    #expect(try psoas.done("config", "day.start") == "04:00\n")
  }
}
