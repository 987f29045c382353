import Core
import Testing

/// A guided session without a clock: time and keys are handed to it.
@Suite struct GuideSessionTests {
  private func done(_ session: GuideSession) -> [String] { session.entries().map(\.text) }

  @Test func nothingHappensBeforeItBegins() throws {
    var session = GuideSession(try GuideFixtures.plan("plank 20s"))
    session.advance(100_000)
    session.press(.next)
    session.press(.exercise)
    #expect(session.pauseReason == .intro && session.elapsed == 0 && session.phase == .lead)
    session.press(.space)
    #expect(session.pauseReason == nil)
  }

  @Test func timeCarriesThroughHoldsAndRests() throws {
    var session = try GuideFixtures.session("plank 2x20s")
    session.advance(4999)
    #expect(session.phase == .lead)
    session.advance(1)
    #expect(session.phase == .hold(rep: 0) && session.signals == 1)
    session.advance(20_000)
    #expect(session.phase == .lead && session.position == 1 && session.signals == 2)
    #expect(session.task?.lead == .rest && session.remaining == 40_000)
    session.advance(40_000)
    #expect(session.ending == .finished && session.elapsed == 65_000 && session.pauseReason == nil)
    #expect(done(session) == ["plank 2x20s"])
    session.advance(1_000_000)
    #expect(session.elapsed == 65_000)
  }

  @Test func sidesDoneAlikeAreOneEntry() throws {
    var session = try GuideFixtures.session("figure-4 2x30s/side", ready: 0)
    session.advance(120_000)
    #expect(session.ending == .finished)
    #expect(done(session) == ["figure-4 2x30s/side"])
  }

  @Test func sidesDoneDifferentlyAreTwo() throws {
    var session = try GuideFixtures.session("figure-4 2x30s/side", ready: 0)
    session.advance(60_000 + 12_600)
    session.press(.next)
    session.press(.next)
    #expect(session.ending == .finished)
    #expect(done(session) == ["figure-4 30s,12s left", "figure-4 30s right"])
    #expect(session.planned == ["figure-4 2x30s/side"])
  }

  @Test func aHoldBelowASecondIsNoHold() throws {
    var session = try GuideFixtures.session("plank 20s", ready: 0)
    session.advance(999)
    session.press(.next)
    #expect(session.ending == .finished && session.entries().isEmpty)
    session = try GuideFixtures.session("plank 20s", ready: 0)
    session.advance(1999)
    session.press(.next)
    #expect(done(session) == ["plank 1s"])
  }

  @Test func timedRepetitionsCountWhenHeldToTheirEnd() throws {
    var session = try GuideFixtures.session("curl-up 3x10s", "curl-up 1x3x10s", ready: 0)
    session.press(.exercise)
    #expect(session.task?.step == 1)
    session.advance(10_000)
    #expect(session.phase == .release(rep: 0) && session.remaining == 3000 + 23_000)
    session.advance(3000 + 10_000 + 3000 + 6000)
    #expect(session.phase == .hold(rep: 2) && session.remaining == 4000)
    session.press(.no)
    #expect(done(session) == ["curl-up 1x2x10s"])
  }

  @Test func aFirstRepetitionBrokenOffCountsAsLongAsItWasHeld() throws {
    var session = try GuideFixtures.session("curl-up 1x3x10s", ready: 0)
    session.advance(6500)
    session.press(.next)
    #expect(done(session) == ["curl-up 1x1x6s"])
  }

  @Test func repetitionsAreWhatTheUserConfirms() throws {
    var session = try GuideFixtures.session("squat 3x8@20kg")
    session.advance(25_000)
    #expect(session.phase == .count && session.reps == 8)
    session.press(.more)
    session.press(.space)
    session.press(.enter)
    for _ in 0..<20 { session.press(.fewer) }
    #expect(session.reps == 0)
    session.press(.enter)
    session.press(.next)
    session.press(.fewer)
    session.press(.enter)
    #expect(session.ending == .finished)
    #expect(done(session) == ["squat 9,7@20kg"])
  }

  @Test func withoutADoseItIsDoneOrNot() throws {
    var session = try GuideFixtures.session("walking", "pigeon left")
    session.press(.more)
    session.press(.space)
    session.press(.next)
    #expect(done(session) == ["walking"])
  }

  @Test func pausingStopsTime() throws {
    var session = try GuideFixtures.session("plank 20s")
    session.advance(7000)
    session.press(.space)
    session.advance(60_000)
    #expect(session.pauseReason == .paused && session.elapsed == 7000 && session.spent == 2000)
    session.pause()
    session.press(.enter)
    #expect(session.pauseReason == nil)
    session.advance(1000)
    #expect(session.spent == 3000)
  }

  @Test func helpGoesBackToWhereItWas() throws {
    var session = try GuideFixtures.session("plank 20s")
    session.press(.space)
    session.press(.help)
    session.advance(5000)
    #expect(session.pauseReason == .help && session.elapsed == 0)
    session.press(.other)
    #expect(session.pauseReason == .paused)
    session.press(.help)
    session.press(.quit)
    #expect(session.ending == .kept, "nothing was done, so there is nothing to ask")
  }

  @Test func goingBackUndoes() throws {
    var session = try GuideFixtures.session("plank 20s", "squat 1x8", ready: 0)
    session.advance(20_000)
    session.press(.fewer)
    session.press(.back)
    #expect(session.position == 0 && session.entries().isEmpty && session.spent == 0)
    session.advance(10_000)
    session.press(.back)
    #expect(session.position == 0 && session.entries().isEmpty, "a set under way begins anew")
    session.press(.back)
    #expect(session.position == 0)
    session.advance(20_000)
    #expect(session.reps == 8)
    session.press(.space)
    #expect(done(session) == ["plank 20s", "squat 1x8"])
  }

  @Test func goingBackUndoesWhatWasCounted() throws {
    var session = try GuideFixtures.session("squat 1x8", "curl-up 1x3x10s", "walking", ready: 0)
    session.press(.space)
    session.advance(36_000)
    #expect(done(session) == ["squat 1x8", "curl-up 1x3x10s"])
    session.press(.back)
    #expect(done(session) == ["squat 1x8"] && session.phase == .hold(rep: 0))
    session.press(.back)
    #expect(done(session).isEmpty && session.phase == .count)
  }

  @Test func restsAreSkippedByThemselves() throws {
    var session = try GuideFixtures.session("plank 2x20s")
    session.press(.enter)
    session.advance(20_000)
    session.press(.next)
    #expect(session.phase == .hold(rep: 0) && session.position == 1)
    session.advance(20_000)
    #expect(done(session) == ["plank 2x20s"])
  }

  @Test func endingAsksWhetherToKeep() throws {
    let begun = try {
      var session = try GuideFixtures.session("plank 20s", ready: 0)
      session.advance(5000)
      session.press(.quit)
      return session
    }()
    #expect(begun.pauseReason == .leaving && begun.ending == nil)
    var session = begun
    session.advance(9000)
    session.press(.other)
    #expect(session.pauseReason == .leaving && session.spent == 5000)
    session.press(.escape)
    #expect(session.pauseReason == nil)
    for (key, ending) in [(GuideKey.yes, GuideSession.Ending.kept), (.no, .discarded)] {
      session = begun
      session.press(key)
      #expect(session.ending == ending && done(session) == ["plank 5s"])
    }
    session = begun
    session.press(.quit)
    #expect(session.ending == .kept, "pressed twice it loses nothing")
    session = begun
    session.stop()
    #expect(session.ending == .kept)
  }

  @Test func painBelongsToItsExercise() throws {
    var session = try GuideFixtures.session("figure-4 20s/side", "plank 20s", ready: 0)
    session.advance(20_000)
    session.press(.next)
    session.advance(20_000)
    #expect(session.doneSteps == [0, 1])
    let pain = try NPRSScore("3")
    #expect(
      session.entries(pain: [0: pain]).map(\.text) == ["figure-4 20s left pain=3", "plank 20s"])
  }

  @Test func aRoutineWithoutStepsIsOverAtOnce() throws {
    var session = GuideSession(try GuideFixtures.plan())
    #expect(session.ending == .finished && session.entries().isEmpty && session.remaining == 0)
    session.press(.space)
    session.advance(1000)
    #expect(session.elapsed == 0 && session.task == nil && session.upcoming == nil)
  }
}
