import Foundation
import Testing

/// The rating of the next morning and the sessions that it answers.
@Suite struct MorningTests {
  private let psoas: Binary

  init() throws {
    psoas = try Binary()
    try psoas.done("init", "--quiet")
  }

  private func log(_ words: String...) throws -> String {
    let run = try psoas.run(["log", "--quiet"] + words)
    try #require(run.status == 0, "\(run.err)")
    return try #require(try psoas.object("show", "last")["id"] as? String)
  }

  @Test func aMorningNamesTheSessionsItAnswers() throws {
    let first = try log("bird-dog", "3x8", "--minutes", "9", "--at", "yesterday 08:00")
    let one = try psoas.done("pain", "4", "--recall", "morning", "--at", "06:00")
    #expect(
      one.contains("\nthe morning after session \(first.prefix(7)): bird-dog 3x8, 9 min · week 47"))
    let second = try log("plank", "30s", "--at", "yesterday 20:00", "--after", "3")
    let two = try psoas.done("pain", "4.5", "--recall", "morning", "--at", "07:00")
    let line = two.split(separator: "\n").dropFirst().joined(separator: " ")
    #expect(
      line.hasPrefix(
        "the morning after sessions \(first.prefix(7)): bird-dog 3x8, 9 min; "
          + "\(second.prefix(7)): plank 30s · week 47"))
    let earlier = try psoas.done("pain", "2", "--recall", "morning", "--at", "05:00")
    #expect(earlier.contains("\nof that morning the later rating counts, 4.5 at 07:00 · week 47"))
    let none = try psoas.done("pain", "4", "--recall", "morning", "--at", "yesterday")
    #expect(none.contains("\nthe day before, Wed 2026-11-18, has no session in this log · week 47"))
    #expect(try !psoas.done("pain", "4").contains("morning"))
    #expect(try psoas.done("pain", "4", "--recall", "morning", "--quiet") == "")
  }

  @Test func theJSONHasBothEnds() throws {
    let session = try log("bird-dog", "3x8", "--at", "yesterday", "--before", "3", "--after", "4")
    let run = try psoas.object("pain", "5.5", "--recall", "morning")
    #expect(run["answers"] as? [String] == [session])
    let shown = try psoas.object("show", session)
    #expect(shown["pain"] as? [String: Double] == ["before": 3, "after": 4, "nextMorning": 5.5])
    let listed = try #require(try psoas.objects("list", "sessions").first)
    #expect(listed["pain"] as? [String: Double] == ["before": 3, "after": 4, "nextMorning": 5.5])
    let ratings = try psoas.objects("list", "pain")
    #expect(ratings.map { ($0["answers"] as? [String])?.count } == [1, 0, 0])
    #expect(
      try psoas.object("status")["lastPain"].flatMap { $0 as? [String: Any] }?["answers"]
        as? [String] == [session])
    #expect(try psoas.done("show", session).contains("\nnext morning  5.5\n"))
    let rating = try #require(run["id"] as? String)
    #expect(
      try psoas.done("show", rating).contains(
        "\nanswers  the morning after \(session.prefix(7))\n"))
    let csv = try psoas.done("list", "sessions", "--format", "csv")
    #expect(csv.contains(",pain.before,pain.after,pain.nextMorning,"))
  }

  @Test func aSessionEnteredLaterIsAnsweredToo() throws {
    try psoas.done("pain", "5", "--recall", "morning", "--at", "07:00")
    let run = try psoas.done("log", "plank", "30s", "--before", "3", "--at", "yesterday")
    #expect(run.contains("plank 30s, pain before 3, next morning 5\n"))
    try psoas.done("rm", "last")
    #expect(try psoas.objects("list", "pain").map { $0["recall"] as? String } == ["morning"])
  }
}
