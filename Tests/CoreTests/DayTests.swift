import Core
import Glibc
import Testing

@Suite struct DayTests {
  /// Every day of 400 years (a whole Gregorian cycle) against the C library's calendar.
  @Test func agreesWithStrftimeOver400Years() throws {
    let first = try #require(Day(year: 1800, month: 1, day: 1))
    let last = try #require(Day(year: 2200, month: 1, day: 1))
    var buffer = [CChar](repeating: 0, count: 32)
    for number in first.number...last.number {
      let day = Day(number: number)
      var seconds = time_t(number * 86_400)
      var parts = tm()
      gmtime_r(&seconds, &parts)
      let length = strftime(&buffer, buffer.count, "%Y-%m-%d %G-W%V %u", &parts)
      let expected = String(
        decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let actual = "\(day) \(day.week) \(day.weekday + 1)"
      guard actual == expected else {
        Issue.record("day \(number): \(actual), strftime has \(expected)")
        return
      }
      guard Day(day.description) == day, day.week.start <= day, day <= day.week.end else {
        Issue.record("\(day) does not come back")
        return
      }
    }
  }

  @Test(arguments: [
    "2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-04-31", "2100-02-29", "26-01-01",
    "2026-1-1", "2026-01-011", "2026/01/01", "", "0000-01-01", "２０２６-01-01", "2026-01-0١",
  ])
  func refuses(_ text: String) { #expect(Day(text) == nil) }

  @Test func knowsLeapDays() {
    #expect(Day("2024-02-29")?.adding(1).description == "2024-03-01")
    #expect(Day("2000-02-29") != nil)
  }

  @Test(arguments: [
    ("2020-12-31", "2020-W53"), ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"),
    ("2024-12-30", "2025-W01"), ("2026-08-31", "2026-W36"),
  ])
  func weekOf(_ date: String, _ week: String) {
    #expect(Day(date)?.week.description == week)
  }
}

@Suite struct ClockTimeTests {
  @Test(arguments: [
    ("7:30", "07:30"), ("07:30", "07:30"), ("23:59:59", "23:59:59"), ("00:00", "00:00"),
    ("07:30:15.123", "07:30:15"),
  ])
  func reads(_ text: String, _ shown: String) { #expect(ClockTime(text)?.description == shown) }

  @Test(arguments: [
    "24:00", "7:3", "7", "12:60", "12:30:60", "12:30:", "1:2:3:4", "-1:30", "12:30.5", "", ":",
    "007:30",
  ])
  func refuses(_ text: String) { #expect(ClockTime(text) == nil) }
}
