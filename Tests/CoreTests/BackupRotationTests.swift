import Core
import SeededRandom
import Testing

/// Which automatic copies stay.
@Suite struct BackupRotationTests {
  private let standard = BackupRotation.standard

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test func aYearOfDays() throws {
    let today = try day("2026-11-20")
    let kept = standard.kept((0..<400).map { today.adding(-$0) }, today: today)
    let names = kept.sorted { $0.key > $1.key }.map { "\($0.key) \($0.value.rawValue)" }
    #expect(
      names == [
        "2026-11-20 daily", "2026-11-19 daily", "2026-11-18 daily", "2026-11-17 daily",
        "2026-11-16 daily", "2026-11-15 daily", "2026-11-14 daily", "2026-11-08 weekly",
        "2026-11-01 weekly", "2026-10-31 monthly", "2026-10-25 weekly", "2026-09-30 monthly",
        "2026-08-31 monthly", "2026-07-31 monthly", "2026-06-30 monthly", "2026-05-31 monthly",
        "2026-04-30 monthly", "2026-03-31 monthly", "2026-02-28 monthly", "2026-01-31 monthly",
        "2025-12-31 monthly",
      ])
  }

  @Test func aPauseTakesNothingAway() throws {
    let days = try ["2024-02-29", "2024-12-31", "2025-01-01", "2026-11-20"].map(day)
    #expect(standard.kept(days, today: try day("2026-11-20")).count == 4)
  }

  /// Week 1 of 2025 began in December.
  @Test func weeksAreThoseOfISO() throws {
    let days = try ["2024-12-29", "2024-12-31", "2025-01-01"].map(day)
    let rotation = try #require(BackupRotation("1d 2w"))
    let kept = rotation.kept(days, today: try day("2025-01-01"))
    #expect(Set(kept.keys) == Set([days[0], days[2]]))
  }

  @Test func ofDaysAheadNothingIsCountedOrRemoved() throws {
    let today = try day("2026-11-20")
    let past = (0..<30).map { today.adding(-$0) }
    let ahead = (1...50).map { today.adding($0 * 40) }
    let kept = standard.kept(past + ahead, today: today)
    #expect(kept.filter { $0.key <= today } == standard.kept(past, today: today))
    #expect(ahead.allSatisfy { kept[$0] == .ahead })
  }

  /// Whether old copies go day by day or all at once, the same stay.
  @Test func itDoesNotMatterHowOftenItRuns() {
    var random = SeededRandom(7)
    for _ in 0..<200 {
      let start = Day(number: 20_000 + Int.random(in: 0..<2000, using: &random))
      let pace = Int.random(in: 1...9, using: &random)
      var (all, left): (Set<Day>, Set<Day>) = ([], [])
      for offset in 0..<500 where Int.random(in: 0..<pace, using: &random) == 0 {
        let today = start.adding(offset)
        all.insert(today)
        left = Set(standard.kept(Array(left) + [today], today: today).keys)
      }
      guard let last = all.max() else { continue }
      #expect(left == Set(standard.kept(Array(all), today: last).keys))
    }
  }

  /// Under a clock that jumps, the newest copy up to today always stays, and so do the days, weeks and
  /// months that are counted.
  @Test func whateverTheClockSays() {
    var random = SeededRandom(11)
    for _ in 0..<500 {
      let rotation = BackupRotation(
        "\(Int.random(in: 1...9, using: &random))d \(Int.random(in: 0...6, using: &random))w "
          + "\(Int.random(in: 0...14, using: &random))m")
      var left: Set<Day> = []
      var today = Day(number: 20_000)
      for _ in 0..<60 {
        let jumps = Int.random(in: 0..<10, using: &random) == 0
        today = today.adding(Int.random(in: jumps ? -900...900 : 0...3, using: &random))
        let before = left.union([today])
        left = Set(rotation?.kept(Array(before), today: today).keys.map(\.self) ?? [])
        let past = before.filter { $0 <= today }.sorted(by: >)
        #expect(left.contains(today))
        #expect(left.isSubset(of: before))
        #expect(past.prefix(rotation?.days ?? 0).allSatisfy { left.contains($0) })
        #expect(before.filter { $0 > today }.isSubset(of: left))
        let most = (rotation?.days ?? 0) + (rotation?.weeks ?? 0) + (rotation?.months ?? 0)
        #expect(left.count { $0 <= today } <= most)
      }
    }
  }

  @Test(arguments: [
    ("7d 5w 12m", "7d 5w 12m"), ("12m 1d", "1d 0w 12m"), ("  3d  0w ", "3d 0w 0m"),
    ("9999d", "9999d 0w 0m"),
  ])
  func itIsRead(_ text: String, _ description: String) {
    #expect(BackupRotation(text)?.description == description)
  }

  @Test(arguments: [
    "", "5w 12m", "0d 5w", "7", "d", "-7d", "7d 7d", "7d 5y", "7d5w", "12345d", "٧d", "1.5d", "7D",
  ])
  func anythingElseIsNot(_ text: String) { #expect(BackupRotation(text) == nil) }
}
