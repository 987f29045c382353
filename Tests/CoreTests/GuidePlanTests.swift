import Core
import Testing

/// How a routine becomes the tasks of a guided session.
@Suite struct GuidePlanTests {
  private func words(_ plan: GuidePlan) -> [String] {
    plan.tasks.map { task in
      let side = task.side.map { " \($0.rawValue)" } ?? ""
      return "\(task.step).\(task.set)\(side) \(task.lead) \(task.leadSeconds) \(task.work)"
    }
  }

  @Test func sidesAlternateSetBySet() throws {
    let plan = try GuideFixtures.plan("half-kneeling-stretch 2x30s/side", "knees-to-chest 60s")
    #expect(
      words(plan) == [
        "0.0 left ready 5 hold(30)", "0.0 right switchSides 5 hold(30)",
        "0.1 left ready 5 hold(30)", "0.1 right switchSides 5 hold(30)", "1.0 ready 5 hold(60)",
      ])
    #expect(plan.seconds == 4 * 35 + 65)
    #expect(!plan.isEstimate)
  }

  @Test func longHoldsAreTimedAndShortOnesCounted() throws {
    let plan = try GuideFixtures.plan(
      "curl-up 6-4x10s", "donkey-kick 1x10x2s left", "squat 2x8", "walking")
    #expect(
      words(plan) == [
        "0.0 ready 5 holds(6, each: 10)", "0.1 rest 20 holds(4, each: 10)",
        "1.0 left ready 0 count(10, each: Optional(2))", "2.0 ready 0 count(8, each: nil)",
        "2.1 rest 20 count(8, each: nil)", "3.0 ready 0 open",
      ])
    // 5 + 75, 20 + 49, then 3 s a repetition besides its hold, and 30 s for what has no dose.
    #expect(plan.seconds == 80 + 69 + 50 + 24 + 44 + 30)
    #expect(plan.isEstimate)
  }

  @Test func aRestOfTheRoutinesOwnHoldsForAllItsSets() throws {
    let plan = try GuideFixtures.plan("figure-4 2x20s/side", "plank 2x20s", rest: 45, ready: 0)
    #expect(plan.steps.map(\.rest) == [45, 45])
    #expect(plan.tasks.filter { $0.lead == .rest }.map(\.leadSeconds) == [45, 45])
    #expect(plan.tasks.filter { $0.lead != .rest }.allSatisfy { $0.leadSeconds == 0 })
    #expect(try GuideFixtures.plan("plank 2x20s", rest: 0).steps.map(\.rest) == [0])
    #expect(try GuideFixtures.plan("plank 20s").steps.map(\.rest) == [0])
  }

  @Test func twelveMinutesTakeTheirHoldsAndTheChanges() throws {
    let catalogue = Catalogue().withProtocols()
    let plan = GuidePlan(try catalogue.routine(named: "twelve"), exercises: catalogue.index)
    #expect(plan.tasks.count == 10)
    #expect(plan.seconds == 720 + 10 * 5)
    #expect(plan.remark == "some doses of twelve-minute are our defaults")
    #expect(plan.steps.allSatisfy { $0.cue != nil && $0.name != $0.entry.exercise.text })
  }

  @Test(arguments: ["big-three", "balanced-psoas", "stretch-and-activate"])
  func everyTaskBelongsToItsStep(_ name: String) throws {
    let catalogue = Catalogue().withProtocols()
    let routine = try catalogue.routine(named: name)
    let plan = GuidePlan(routine, exercises: catalogue.index)
    for (number, step) in routine.steps.enumerated() {
      let tasks = plan.tasks.filter { $0.step == number }
      #expect(tasks.count == step.sets.count * (step.side == .both ? 2 : 1))
    }
    #expect(plan.tasks.map(\.step) == plan.tasks.map(\.step).sorted())
  }
}
