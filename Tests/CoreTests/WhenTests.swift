import Core
import Testing

@Suite struct WhenTests {
  /// Friday 2026-11-20, 18:00 in Berlin.
  private let parser: WhenParser

  init() throws {
    parser = WhenParser(
      now: try #require(utc("2026-11-20", 17)), zone: Zones.berlin,
      dayStart: ClockTime.defaultDayStart)
  }

  private func at(_ now: (String, Int, Int), _ text: String) throws -> When {
    try WhenParser(
      now: try #require(utc(now.0, now.1, now.2)), zone: Zones.berlin,
      dayStart: ClockTime.defaultDayStart
    ).parse(text)
  }

  @Test(arguments: [
    ("now", "2026-11-20T18:00:00+01:00"),
    ("today", "2026-11-20T18:00:00+01:00"),
    ("2026-11-20", "2026-11-20T18:00:00+01:00"),
    ("2026-11-19", "2026-11-19T12:00:00+01:00"),
    ("2026-11-20 07:30", "2026-11-20T07:30:00+01:00"),
    ("  2026-11-20   07:30 ", "2026-11-20T07:30:00+01:00"),
    ("2026-11-20T07:30", "2026-11-20T07:30:00+01:00"),
    ("2026-11-20T07:30:15", "2026-11-20T07:30:15+01:00"),
    ("2026-11-20T07:30:15.25", "2026-11-20T07:30:15+01:00"),
    ("2026-11-20T07:30:00+01:00", "2026-11-20T07:30:00+01:00"),
    ("2026-11-20T07:30-05:00", "2026-11-20T07:30:00-05:00"),
    ("2026-11-20T07:30-0500", "2026-11-20T07:30:00-05:00"),
    ("2026-11-20t07:30z", "2026-11-20T08:30:00+01:00"),
    ("2026-11-20 07:30 +02:00", "2026-11-20T07:30:00+02:00"),
    ("07:30", "2026-11-20T07:30:00+01:00"),
    ("7:30", "2026-11-20T07:30:00+01:00"),
    ("23:00", "2026-11-19T23:00:00+01:00"),
    ("yesterday", "2026-11-19T12:00:00+01:00"),
    ("Yesterday 21:00", "2026-11-19T21:00:00+01:00"),
    ("today 06:15", "2026-11-20T06:15:00+01:00"),
    ("mon", "2026-11-16T12:00:00+01:00"),
    ("monday", "2026-11-16T12:00:00+01:00"),
    ("fri", "2026-11-20T18:00:00+01:00"),
    ("fri 07:00", "2026-11-20T07:00:00+01:00"),
    ("fri 19:00", "2026-11-13T19:00:00+01:00"),
    ("sat", "2026-11-14T12:00:00+01:00"),
    ("sun 09:00", "2026-11-15T09:00:00+01:00"),
    ("-2d", "2026-11-18T18:00:00+01:00"),
    ("-0d", "2026-11-20T18:00:00+01:00"),
    ("-2d 07:00", "2026-11-18T07:00:00+01:00"),
    ("2 days ago", "2026-11-18T18:00:00+01:00"),
    ("2d ago", "2026-11-18T18:00:00+01:00"),
    ("1 day ago 08:00", "2026-11-19T08:00:00+01:00"),
    ("-1w", "2026-11-13T18:00:00+01:00"),
    ("-3h", "2026-11-20T15:00:00+01:00"),
    ("3 hours ago", "2026-11-20T15:00:00+01:00"),
    ("-90min", "2026-11-20T16:30:00+01:00"),
    ("-30d", "2026-10-21T18:00:00+02:00"),
  ])
  func reads(_ text: String, _ expected: String) throws {
    let when = try parser.parse(text)
    #expect(when.moment.iso8601 == expected)
    #expect(when.notice == nil)
  }

  @Test(arguments: [
    "", " ", "tomorrow", "yesterdayy", "20.11.2026", "11/20/2026", "2026-11", "-3", "3h", "-3x",
    "2026-11-20 25:00", "2026-11-20 07:30 Berlin", "2026-11-20T", "T07:30", "noon", "-999999d",
    "2026-11-20 07:30+25:00", "2026-11-20 07:30+1:00", "--", "-", "now now", "ago", "2 days",
    "2026-11-20T07:30+01:00 extra words", "mo", "07:30pm", "９:30", "-٣h", "fri fri",
  ])
  func refusesUnknownForms(_ text: String) {
    let error = #expect(throws: InputError.self) { try parser.parse(text) }
    #expect(error?.hint?.contains("yesterday") == true)
  }

  @Test(arguments: ["2026-02-30", "2026-11-31 07:30", "2026-13-01", "0000-00-00"])
  func namesImpossibleDates(_ text: String) {
    let error = #expect(throws: InputError.self) { try parser.parse(text) }
    #expect(error?.message.hasPrefix("there is no date") == true)
  }

  @Test(arguments: ["2026-11-21", "2026-11-20 18:06", "2099-01-01", "2026-11-20T19:00+01:00"])
  func refusesTheFuture(_ text: String) {
    let error = #expect(throws: InputError.self) { try parser.parse(text) }
    #expect(error?.message.contains("is in the future (now it is Fri 2026-11-20 18:00)") == true)
  }

  @Test func allowsFiveMinutesOfTheFuture() throws {
    #expect(try parser.parse("2026-11-20 18:05").moment.utc == utc("2026-11-20", 17, 5))
  }

  @Test(arguments: ["1969-12-31", "1970-01-01T00:30+01:00", "0001-01-01", "-30000d"])
  func refusesBefore1970(_ text: String) {
    let error = #expect(throws: InputError.self) { try parser.parse(text) }
    #expect(error?.message.contains("is before 1970") == true)
  }

  @Test func namesATimeThatTheClockSkipped() {
    let error = #expect(throws: InputError.self) { try parser.parse("2026-03-29 02:30") }
    #expect(
      error?.message
        == "'2026-03-29 02:30' never was: on 2026-03-29 the clock in Europe/Berlin went from 02:00 "
        + "to 03:00")
  }

  @Test func takesTheFirstOfADoubledTimeAndSaysSo() throws {
    let when = try parser.parse("2026-10-25 02:30")
    #expect(when.moment.iso8601 == "2026-10-25T02:30:00+02:00")
    #expect(when.notice?.contains("02:30 came twice on 2026-10-25 in Europe/Berlin") == true)
    #expect(try parser.parse("2026-10-25T02:30+01:00").notice == nil)
    #expect(try parser.parse("2026-10-25T02:30+01:00").moment.zone == "Europe/Berlin")
    #expect(try parser.parse("2026-10-25T02:30-03:00").moment.zone == "-03:00")
  }

  @Test func smallHoursBelongToTheDayBefore() throws {
    #expect(try parser.parse("2026-11-20 03:59").moment.day == Day("2026-11-19"))
    #expect(try parser.parse("2026-11-20 04:00").moment.day == Day("2026-11-20"))
    // A date without a time names the user's day.
    #expect(try parser.parse("2026-11-19").moment.day == Day("2026-11-19"))
  }

  @Test func atNightDateWordsCountInTheUsersDays() throws {
    let night = ("2026-11-21", 1, 0)  // Saturday 02:00 in Berlin: Friday is not over
    #expect(try at(night, "today").moment.day == Day("2026-11-20"))
    #expect(try at(night, "yesterday").moment.day == Day("2026-11-19"))
    #expect(try at(night, "yesterday").moment.iso8601 == "2026-11-19T12:00:00+01:00")
    #expect(try at(night, "fri").moment.day == Day("2026-11-20"))
    #expect(try at(night, "01:30").moment.iso8601 == "2026-11-21T01:30:00+01:00")
    // With a clock time, a word means the calendar date.
    #expect(try at(night, "yesterday 21:00").moment.iso8601 == "2026-11-20T21:00:00+01:00")
    #expect(try at(night, "today 01:00").moment.iso8601 == "2026-11-21T01:00:00+01:00")
  }

  @Test func aBareTimeOnTheDayTheClockChanges() throws {
    // 29 March, 08:00: 02:30 was skipped today, and the user is told.
    let error = #expect(throws: InputError.self) { try at(("2026-03-29", 6, 0), "02:30") }
    #expect(error?.message.contains("never was") == true)
    #expect(
      try at(("2026-03-30", 0, 30), "-1d").moment.iso8601 == "2026-03-29T03:00:00+02:00")
  }

  @Test func ofADoubledTimeTheLastOneThatHasBeen() throws {
    // 25 October, 02:40 for the second time: 02:30 was ten minutes ago.
    #expect(
      try at(("2026-10-25", 1, 40), "02:30").moment.iso8601 == "2026-10-25T02:30:00+01:00")
    // 02:20 for the second time: 02:30 was fifty minutes ago, the second is to come.
    #expect(
      try at(("2026-10-25", 1, 20), "02:30").moment.iso8601 == "2026-10-25T02:30:00+02:00")
  }

  @Test func readsDaysOfAWindow() throws {
    #expect(try parser.parseDay("2026-12-24") == Day("2026-12-24"))
    #expect(try parser.parseDay("-14d") == Day("2026-11-06"))
    #expect(try parser.parseDay("2 weeks ago") == Day("2026-11-06"))
    #expect(try parser.parseDay("mon") == Day("2026-11-16"))
    #expect(throws: InputError.self) { try parser.parseDay("07:30") }
    #expect(throws: InputError.self) { try parser.parseDay("2026-02-30") }
    #expect(throws: InputError.self) { try parser.parseDay("") }
  }
}

@Suite struct FixedClockTests {
  @Test(arguments: [
    ("2026-11-20T07:30:00+01:00", 1_795_156_200, 60), ("2026-11-20 07:30+01:00", 1_795_156_200, 60),
    ("2026-11-20T06:30:00.500-00:00", 1_795_156_200, 0),
  ])
  func reads(_ text: String, _ utc: Int, _ minutes: Int) throws {
    let clock = try FixedClock(text)
    #expect(clock.utc == utc)
    #expect(clock.offsetMinutes == minutes)
  }

  @Test func zuluSaysNotWhere() throws {
    let clock = try FixedClock("2026-11-20T06:30:00Z")
    #expect(clock.utc == 1_795_156_200)
    #expect(clock.offsetMinutes == nil)
  }

  @Test(arguments: [
    "", "2026-11-20", "2026-11-20T07:30:00", "now", "2026-02-30T00:00Z", "T", "1e9",
  ])
  func refuses(_ text: String) {
    #expect(throws: InputError.self) { try FixedClock(text) }
  }
}
