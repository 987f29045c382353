import Core
import Testing

@Suite struct ZoneTests {
  private func resolve(_ zone: Zone, _ date: String, _ time: String) throws -> Zone.Resolution {
    zone.resolve(try #require(Day(date)), time: try #require(ClockTime(time)))
  }

  @Test func ordinaryTimesHappenOnce() throws {
    let noon = try #require(utc("2026-07-01", 10))
    #expect(try resolve(Zones.berlin, "2026-07-01", "12:00") == .once(utc: noon))
    let winter = try #require(utc("2026-01-01", 11))
    #expect(try resolve(Zones.berlin, "2026-01-01", "12:00") == .once(utc: winter))
  }

  @Test(arguments: ["02:00", "02:30", "02:59:59"])
  func springSkips(_ time: String) throws {
    let from = try #require(ClockTime("02:00"))
    let until = try #require(ClockTime("03:00"))
    #expect(try resolve(Zones.berlin, "2026-03-29", time) == .skipped(from: from, to: until))
  }

  @Test func theEdgesOfTheGapAreThere() throws {
    let before = try #require(utc("2026-03-29", 0, 59))
    let after = try #require(utc("2026-03-29", 1, 0))
    #expect(try resolve(Zones.berlin, "2026-03-29", "01:59") == .once(utc: before))
    #expect(try resolve(Zones.berlin, "2026-03-29", "03:00") == .once(utc: after))
  }

  @Test func autumnDoubles() throws {
    let first = try #require(utc("2026-10-25", 0, 30))
    #expect(
      try resolve(Zones.berlin, "2026-10-25", "02:30")
        == .twice(first: first, second: first + 3600))
  }

  @Test func aWholeDayCanBeMissing() throws {
    guard case .skipped = try resolve(Zones.apia, "2011-12-30", "12:00") else {
      Issue.record("30 December 2011 was not skipped")
      return
    }
  }

  /// Every local reading that a moment shows must resolve to that moment again.
  @Test func resolutionInvertsTheClock() throws {
    let start = try #require(utc("2026-01-01", 0))
    for step in 0..<20_000 {
      let moment = start + step * 1571
      let local = moment + Zones.berlin.offset(moment)
      let time = try #require(
        ClockTime(hour: local / 3600 % 24, minute: local / 60 % 60, second: local % 60))
      switch Zones.berlin.resolve(Day(number: local / 86_400), time: time) {
      case .once(let found): #expect(found == moment)
      case .twice(let first, let second): #expect([first, second].contains(moment))
      case .skipped: Issue.record("\(moment) was on the clock, but resolves to nothing")
      }
    }
  }
}
