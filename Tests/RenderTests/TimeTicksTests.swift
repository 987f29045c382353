import Testing

@testable import Render

@Suite struct TimeTicksTests {
  @Test(arguments: [1, 2, 3, 12, 53, 54, 104, 520, 5300]) func weeksAreThinned(_ count: Int) {
    for first in stride(from: 2900, to: 2960, by: 7) {
      for most in [1, 4, 13] {
        let ticks = TimeTicks(.week, span: first...(first + count - 1), most: most).ticks
        #expect((1...most).contains(ticks.count))
        #expect(Set(ticks.map(\.label)).count == ticks.count || ticks.contains { $0.year != nil })
        let gaps = zip(ticks, ticks.dropFirst()).map { $1.x - $0.x }
        #expect(gaps.allSatisfy { $0 >= count / (most + 1) / 3 })
      }
    }
  }

  @Test func labelsSayTheCalendar() {
    let weeks = TimeTicks(.week, span: 2962...2980, most: 30).ticks
    #expect(weeks[0] == .init(x: 2962, label: "W41", year: "2026"))
    #expect(weeks.first { $0.label == "W01" }?.year == "2027")
    let days = TimeTicks(.day, span: 20_700...20_760, most: 12).ticks
    #expect(days.map(\.label).prefix(2) == ["7 Sep", "14 Sep"])
    #expect(
      TimeTicks(.day, span: 20_700...20_760, most: 3).ticks.map(\.label)
        == ["1 Oct", "1 Nov"].map { String($0.suffix(3)) })
    #expect(
      TimeTicks(.day, span: 13_400...20_700, most: 8).ticks.map(\.label) == [
        "2010", "2015", "2020", "2025",
      ])
  }
}
