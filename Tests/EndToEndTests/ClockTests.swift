import Foundation
import Testing

/// Zones, clock changes and windows as a user meets them.
@Suite struct ClockTests {
  @Test func aTimeThatNeverWas() throws {
    let psoas = try Binary(zone: "Europe/Berlin")
    try psoas.run("pain", "4")
    let before = psoas.bytes()
    let run = try psoas.run("pain", "4", "--at", "2026-03-29 02:30")
    #expect(run.status == 64 && run.out == "")
    #expect(
      run.err == """
        error: '2026-03-29 02:30' never was: on 2026-03-29 the clock in Europe/Berlin went from \
        02:00 to 03:00
        hint: give a time before 02:00 or from 03:00 on, or add an offset

        """)
    #expect(psoas.bytes() == before)
    try psoas.done("pain", "5", "--at", "2026-03-29 03:00")
    #expect(try psoas.objects("list").last?["at"] as? String == "2026-03-29T03:00:00+02:00")
  }

  @Test func aTimeThatCameTwice() throws {
    let psoas = try Binary(zone: "Europe/Berlin")
    try psoas.done("init", "--quiet")
    let run = try psoas.run("pain", "4", "--at", "2026-10-25 02:30")
    #expect(run.status == 0)
    #expect(
      run.err == """
        02:30 came twice on 2026-10-25 in Europe/Berlin as the clock was put back; taken as the \
        first (+02:00), add the offset +01:00 for the second

        """)
    #expect(try psoas.object("show", "last")["at"] as? String == "2026-10-25T02:30:00+02:00")
    #expect(
      try psoas.shell("sqlite3 \"$LOG\" 'SELECT at, utc_offset, zone FROM pain'").out
        == "1792888200|120|Europe/Berlin\n")
    try psoas.done("pain", "5", "--at", "2026-10-25 02:30+01:00")
    #expect(try psoas.objects("list").first?["at"] as? String == "2026-10-25T02:30:00+01:00")
    let quiet = try psoas.run("pain", "4", "--quiet", "--at", "2026-10-25 02:30")
    #expect(quiet.status == 0 && quiet.err == "")
  }

  @Test(arguments: ["Mars/Olympus", "Mars", "../../etc/passwd", "Europe/Berln", "Europe"])
  func anUnknownZone(zone: String) throws {
    let psoas = try Binary()
    let run = try psoas.run("pain", "4", extra: ["TZ": zone])
    #expect(run.status == 64)
    #expect(run.err.hasPrefix("error: the time zone '\(zone)' in TZ is not known here\nhint: "))
    #expect(psoas.bytes() == nil)
  }

  @Test(arguments: [
    ("2026-11-19", "2026-11-19T12:00:00+00:00"), ("2026-11-19 07:30", "2026-11-19T07:30:00+00:00"),
    ("2026-11-20T07:30+01:00", "2026-11-20T07:30:00+01:00"), ("07:30", "2026-11-20T07:30:00+00:00"),
    ("20:00", "2026-11-19T20:00:00+00:00"), ("today", "2026-11-20T18:00:00+00:00"),
    ("yesterday", "2026-11-19T12:00:00+00:00"), ("yesterday 21:00", "2026-11-19T21:00:00+00:00"),
    ("mon", "2026-11-16T12:00:00+00:00"), ("sat", "2026-11-14T12:00:00+00:00"),
    ("fri", "2026-11-20T18:00:00+00:00"), ("-2d", "2026-11-18T18:00:00+00:00"),
    ("2 days ago", "2026-11-18T18:00:00+00:00"), ("-3h", "2026-11-20T15:00:00+00:00"),
    ("18:05", "2026-11-20T18:05:00+00:00"), ("1970-01-02", "1970-01-02T12:00:00+00:00"),
  ])
  func everyFormOfTheContract(when: String, at: String) throws {
    let psoas = try Binary()
    let run = try psoas.run("pain", "4", "--at", when)
    #expect(run.status == 0, "\(run.err)")
    #expect(try psoas.object("show", "last")["at"] as? String == at)
  }

  @Test func aFixedClockBringsItsOffset() throws {
    let psoas = try Binary()
    let run = try psoas.run(
      "pain", "4", "--now", "2026-11-20T07:30:00+05:30", extra: ["TZ": nil, "PSOAS_NOW": nil])
    #expect(run.status == 0, "\(run.err)")
    #expect(try psoas.object("show", "last")["at"] as? String == "2026-11-20T07:30:00+05:30")
  }

  @Test func aListThatEndsBeforeItBegins() throws {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    let run = try psoas.run("list", "--since", "2026-11-20", "--until", "2026-11-10")
    #expect(run.status == 64)
  }

  @Test func theWeeklyReportHasTheKeysOfTheContract() throws {
    let psoas = try Binary()
    try psoas.run("log", "bird-dog", "3x8", "--minutes", "10", "--effort", "3", "--before", "5")
    try psoas.done("measure", "thomas", "-5", "-3", "--side", "left")
    let report = try psoas.object("report", "weekly", "--weeks", "2")
    #expect(report["report"] as? String == "weekly")
    let weeks = try #require(report["weeks"] as? [[String: Any]])
    #expect(weeks.map { $0["week"] as? String } == ["2026-W46", "2026-W47"])
    #expect(weeks.map { $0["start"] as? String } == ["2026-11-09", "2026-11-16"])
    let week = weeks[1]
    #expect(
      Set(week.keys).isSuperset(of: [
        "week", "start", "sessions", "activeDays", "minutes", "sets", "load", "pain", "measures",
        "stage",
      ]))
    #expect(
      ["sessions", "activeDays", "minutes", "sets", "load"].map { week[$0] as? Double }
        == [1, 1, 10, 3, 30])
    let pain = try #require(week["pain"] as? [String: Any])
    #expect(["n", "median", "worst"].map { pain[$0] as? Double } == [1, 5, 5])
    let measures = try #require(week["measures"] as? [String: [String: Any]])
    #expect(measures.keys.sorted() == ["thomas:left"])
    #expect(measures["thomas:left"]?["n"] as? Int == 1)
    #expect(measures["thomas:left"]?["value"] as? Double == -4)
    #expect((weeks[0]["pain"] as? [String: Any])?["median"] is NSNull)
  }

  @Test func aClockThatIsFarOffLeavesNoLog() throws {
    for (now, zone) in [
      ("1969-06-01T00:00:00Z", "UTC"), ("2026-11-20T18:00:00Z", "ABC+99"),
      ("9999-12-31T23:59:59Z", "<+14>-14"),
    ] {
      let psoas = try Binary(now: now, zone: zone)
      let run = try psoas.run("pain", "4")
      #expect(run.status == 64, "\(now) \(zone): \(run.err)")
      #expect(!run.err.contains("report"))
      #expect(psoas.bytes() == nil)
    }
  }

  @Test(arguments: ["zone.tab", "/etc/passwd", "../../etc/passwd", "Europe"])
  func aFileThatIsNoZoneIsNoZone(name: String) throws {
    let psoas = try Binary(zone: name)
    let run = try psoas.run("pain", "4")
    #expect(run.status == 64 && run.err.contains("is not known here"))
    #expect(psoas.bytes() == nil)
  }
}
