import Testing

/// The commands that record: what is stored, what is said, and where.
@Suite struct CommandTests {
  @Test func initMakesAnEmptyLog() throws {
    let psoas = try Binary()
    #expect(
      try psoas.done("init")
        == "created an empty log at '\(psoas.log)'; start with 'psoas pain 4' or 'psoas log …'\n")
    let made = psoas.bytes()
    #expect(
      try psoas.done("init") == "there is a log at '\(psoas.log)' already; nothing was changed\n")
    #expect(psoas.bytes() == made)
    #expect(try psoas.objects("list").isEmpty)
    #expect(try psoas.integrity() == "ok\n")
  }

  @Test func theFirstEntryMakesTheLogAndSaysSo() throws {
    let psoas = try Binary()
    let run = try psoas.run("pain", "4")
    #expect(run.status == 0)
    #expect(run.err == "made a new log at '\(psoas.log)'\n")
    let id = String(run.out.prefix(7))
    #expect(
      run.out == """
        \(id)  Fri 2026-11-20 18:00  pain 4
        week 47: 0 sessions, pain median 4 · undo: psoas undo

        """)
  }

  @Test func painWithAllItsParts() throws {
    let psoas = try Binary(zone: "Europe/Berlin")
    try psoas.run(
      "pain", "3.5", "--recall", "morning", "--site", "low-back", "--site", "butt:l", "--trigger",
      "Sitting", "--trigger", "long drive", "--woke", "--note", "two\nlines", "--at", "07:00")
    let pain = try psoas.object("show", "last")
    #expect(
      Set(pain.keys) == [
        "id", "type", "at", "day", "zone", "score", "recall", "sites", "triggers", "woke",
        "session", "tie", "answers", "note",
      ])
    #expect(pain["type"] as? String == "pain")
    #expect(pain["at"] as? String == "2026-11-20T07:00:00+01:00")
    #expect(pain["day"] as? String == "2026-11-20")
    #expect(pain["zone"] as? String == "Europe/Berlin")
    #expect(pain["score"] as? Double == 3.5)
    #expect(pain["recall"] as? String == "morning")
    #expect(pain["sites"] as? [String] == ["buttock:left", "low-back"])
    #expect(pain["triggers"] as? [String] == ["long drive", "sitting"])
    #expect(pain["woke"] as? Bool == true)
    #expect(pain["note"] as? String == "two\nlines")
    #expect((pain["id"] as? String)?.count == 32)
  }

  @Test func aSessionWithDosesAndPainAround() throws {
    let psoas = try Binary()
    try psoas.run(
      "log", "bird-dog", "6-4-2x10s/side", "pain=2", "side plank 3x20s left", "glute-bridge",
      "3x12@20kg", "--minutes", "18.5", "--effort", "3", "--before", "5", "--after", "3.5",
      "--note", "good")
    let session = try #require(try psoas.objects("list", "sessions").first)
    #expect(session["minutes"] as? Double == 18.5)
    #expect(session["effort"] as? Double == 3)
    #expect(session["load"] as? Double == 55.5)
    #expect(session["sets"] as? Int == 9)
    #expect(session["note"] as? String == "good")
    let pain = try #require(session["pain"] as? [String: Any])
    #expect(Set(pain.keys) == ["before", "after", "nextMorning"])
    #expect(pain.compactMapValues { $0 as? Double } == ["before": 5, "after": 3.5])
    let entries = try #require(session["entries"] as? [[String: Any]])
    #expect(
      entries.map { $0["exercise"] as? String } == ["bird-dog", "side-plank", "glute-bridge"])
    #expect(entries.map { $0["dose"] as? String } == ["6-4-2x10s", "3x20s", "3x12"])
    #expect(entries.map { $0["side"] as? String } == ["both", "left", nil])
    #expect(entries.map { $0["pain"] as? Double } == [2, nil, nil])
    #expect(entries.map { $0["load"] as? Double } == [nil, nil, 20])
    let sets = try #require(entries[0]["sets"] as? [[String: Int]])
    #expect(sets.map { $0["reps"] } == [6, 4, 2])
    #expect(sets.map { $0["holdSeconds"] } == [10, 10, 10])
    let ratings = try psoas.objects("list", "pain")
    #expect(Set(ratings.map { $0["tie"] as? String }) == ["before", "after"])
    #expect(ratings.allSatisfy { $0["session"] as? String == session["id"] as? String })
    #expect(ratings.allSatisfy { $0["recall"] as? String == "now" })
  }

  @Test func againAndRoutines() throws {
    let psoas = try Binary()
    try psoas.run(
      "log", "donkey-kick", "2x10x2s", "both", "curl-up", "8,8,7", "pain=1", "--minutes", "12",
      "--effort", "4", "--before", "4", "--at", "yesterday")
    try psoas.done("log", "--again", "--after", "2", "--at", "10:00")
    let again = try #require(try psoas.objects("list", "sessions").first)
    let entries = try #require(again["entries"] as? [[String: Any]])
    #expect(entries.map { $0["exercise"] as? String } == ["donkey-kick", "curl-up"])
    #expect(entries.map { $0["dose"] as? String } == ["2x10x2s", "8,8,7"])
    #expect(entries.allSatisfy { $0["pain"] as? Double == nil })
    #expect(again["minutes"] as? Double == 12)
    #expect(again["effort"] as? Double == nil)
    #expect((again["pain"] as? [String: Any])?["after"] as? Double == 2)

    try psoas.done("log", "--routine", "big-three")
    let routine = try #require(try psoas.objects("list", "sessions").first)
    #expect(routine["routine"] as? String == "big-three")
    let steps = try #require(routine["entries"] as? [[String: Any]])
    #expect(steps.map { $0["exercise"] as? String } == ["curl-up", "side-plank", "bird-dog"])
    #expect(steps.map { $0["dose"] as? String } == Array(repeating: "6-4-2x10s", count: 3))
    #expect(steps.map { $0["side"] as? String } == [nil, "both", "both"])
  }

  @Test(arguments: [
    ("birddog 3x8", "bird-dog"), ("bird 3x8", "bird-dog"), ("mcgill-curl-up 3x8", "curl-up"),
    ("side plank 3x20s", "side-plank"), ("BIRD-DOG 3X8", "bird-dog"),
    ("couch 50s", "couch-stretch"),
  ])
  func exercisesAreFound(entry: String, slug: String) throws {
    let psoas = try Binary()
    try psoas.run("log", entry)
    let session = try psoas.object("show", "last")
    let entries = try #require(session["entries"] as? [[String: Any]])
    #expect(entries.map { $0["exercise"] as? String } == [slug])
  }

  @Test func daysAddUp() throws {
    let psoas = try Binary()
    try psoas.run("day", "sitting=9h", "sleep=6.5h", "posture=2", "walking=30m")
    let run = try psoas.run("day", "sitting=8h15m", "steps=8420")
    #expect(run.status == 0 && run.err == "")
    #expect(run.out.contains("\nsitting was 9h · week 47: "))
    let days = try psoas.objects("list", "days")
    let amounts = days.map { day in
      (day["factors"] as? [String: [String: Any]])?.mapValues {
        "\($0["value"] as? Double ?? -1) \($0["unit"] as? String ?? "?")"
      }
    }
    #expect(
      amounts == [
        ["sitting": "8.25 h", "steps": "8420.0 "],
        ["sitting": "9.0 h", "sleep": "6.5 h", "posture": "2.0 ", "walking": "0.5 h"],
      ])
    // Of the two amounts of sitting the later counts.
    let report = try #require(
      try psoas.json(["report", "weekly", "--weeks", "1", "--format", "json"]) as? [String: Any])
    let week = try #require((report["weeks"] as? [[String: Any]])?.first)
    let factors = try #require(week["factors"] as? [String: [String: Any]])
    #expect(factors["sitting"]?["median"] as? Double == 8.25)
    #expect(factors["sleep"]?["median"] as? Double == 6.5)
    let before = psoas.bytes()
    let other = try psoas.run("day", "sitting=3")
    #expect(other.status == 64)
    #expect(
      other.err == """
        error: 'sitting' is a time on other days of this log, not '3'
        hint: give a time, such as 6.5h or 30m, or use another name

        """)
    #expect(psoas.bytes() == before)
  }

  @Test func theSmallHoursBelongToTheDayBefore() throws {
    let psoas = try Binary(now: "2026-11-20T03:59:59Z")
    try psoas.run("pain", "4")
    #expect(try psoas.object("show", "last")["day"] as? String == "2026-11-19")
    try psoas.done("config", "day.start", "03:00")
    try psoas.done("pain", "5", "--at", "-1min")
    let ratings = try psoas.objects("list", "pain")
    #expect(ratings.first { $0["score"] as? Int == 4 }?["day"] as? String == "2026-11-19")
    #expect(ratings.first { $0["score"] as? Int == 5 }?["day"] as? String == "2026-11-20")
  }
}
