import Core
import SeededRandom
import Testing

/// Whatever keys and times come, a guided session stays true to itself.
@Suite struct GuidePropertyTests {
  private static let runs = 400
  private static let events = 120

  private func plan(_ random: inout SeededRandom) throws -> GuidePlan {
    let doses = [
      "plank 3x20s", "figure-4 2x30s/side", "curl-up 6-4-2x10s", "side-plank 2x3x10s/side",
      "donkey-kick 2x10x2s both", "squat 8,8,7@20kg", "walking", "bird-dog 1x6 left", "pigeon 1s",
    ]
    let steps = (0..<Int.random(in: 1...4, using: &random)).compactMap { _ in
      doses.randomElement(using: &random)
    }
    return try GuideFixtures.plan(
      try GuideFixtures.routine(steps, rest: [nil, 0, 15].randomElement(using: &random) ?? nil),
      ready: Int.random(in: 0...6, using: &random))
  }

  private func amount(_ entries: [ExerciseEntry], _ part: (SetDone) -> Int) -> Int {
    entries.reduce(0) { total, entry in
      total + entry.sets.reduce(0) { $0 + part($1) } * (entry.side == .both ? 2 : 1)
    }
  }

  @Test func anySequenceOfKeysAndTimes() throws {
    var random = SeededRandom(20_261_121)
    for run in 0..<GuidePropertyTests.runs {
      let plan = try plan(&random)
      let planned = plan.steps.map(\.entry)
      var session = GuideSession(plan)
      var added = 0
      for _ in 0..<GuidePropertyTests.events {
        let before = session
        if Bool.random(using: &random) {
          let time = [0, 1, 100, 999, 5000, 61_000, 100_000_000, -5, .max, .min]
          session.advance(time.randomElement(using: &random) ?? 0)
          #expect(session.elapsed >= before.elapsed)
          if before.pauseReason != nil {
            #expect(session == before, "run \(run): time stands still")
          }
        } else {
          // Ending it is rare, so that much happens before.
          var key = GuideKey.allCases.randomElement(using: &random) ?? .space
          if key == .quit, Int.random(in: 0...9, using: &random) > 0 { key = .space }
          if key == .more { added += 1 }
          session.press(key)
          #expect(session.elapsed == before.elapsed)
          if key == .back, before.pauseReason == nil || before.pauseReason == .paused {
            #expect(session.position <= before.position)
            // Nothing is left of what was gone back over.
            #expect(amount(session.entries()) { _ in 1 } <= session.position)
          }
        }
        #expect((0...plan.tasks.count).contains(session.position))
        if let length = session.length { #expect((0..<max(1, length)).contains(session.spent)) }
        #expect(session.remaining >= 0 && session.remaining <= plan.seconds * 1000)
        #expect((session.ending == nil) == (session.phase != .over))
      }
      let done = session.entries()
      #expect(amount(done) { _ in 1 } <= amount(planned) { _ in 1 }, "run \(run): sets")
      #expect(amount(done) { $0.reps ?? 0 } <= amount(planned) { $0.reps ?? 0 } + added)
      #expect(
        amount(done) { $0.reps == nil ? $0.hold ?? 0 : 0 }
          <= amount(planned) { $0.reps == nil ? $0.hold ?? 0 : 0 })
      #expect(done.allSatisfy { $0.sets.allSatisfy { ($0.reps ?? 1) >= 1 && ($0.hold ?? 1) >= 1 } })
    }
  }

  /// In whichever pieces time comes, it leads to the same state.
  @Test func timeAddsUp() throws {
    var random = SeededRandom(7)
    for _ in 0..<GuidePropertyTests.runs {
      var whole = GuideSession(try plan(&random))
      whole.press(.space)
      var pieces = whole
      let time = Int.random(in: 0...400_000, using: &random)
      whole.advance(time)
      var left = time
      while left > 0 {
        let piece = min(left, Int.random(in: 1...20_000, using: &random))
        pieces.advance(piece)
        left -= piece
      }
      #expect(whole == pieces)
    }
  }

  /// Without any key but those that confirm, exactly what was planned gets done.
  @Test func followedToTheEndItIsThePlan() throws {
    var random = SeededRandom(11)
    for _ in 0..<GuidePropertyTests.runs {
      let plan = try plan(&random)
      var session = GuideSession(plan)
      while session.ending == nil {
        session.advance(1000)
        if session.phase == .count || session.pauseReason == .intro { session.press(.space) }
      }
      #expect(session.entries() == plan.steps.map(\.entry))
    }
  }
}
