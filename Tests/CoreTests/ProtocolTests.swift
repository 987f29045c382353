import Testing

@testable import Core

/// The five protocols say what their articles say, and mark what is ours.
@Suite struct ProtocolTests {
  private let catalogue = Catalogue().withProtocols()

  private func rehabProtocol(_ name: String) throws -> RehabProtocol {
    try catalogue.rehabProtocol(named: name)
  }

  @Test func thereAreFive() {
    #expect(
      catalogue.protocols.map(\.slug.text) == [
        "staged-recovery", "stretch-and-activate", "balanced-psoas", "twelve-minute",
        "release-and-strengthen",
      ])
    for rehabProtocol in catalogue.protocols {
      #expect(
        !rehabProtocol.idea.isEmpty && !rehabProtocol.indications.isEmpty, "\(rehabProtocol.slug)")
      #expect(!rehabProtocol.questions.isEmpty, "\(rehabProtocol.slug)")
      for stage in rehabProtocol.stages {
        #expect(!stage.plans.isEmpty && !stage.aim.isEmpty, "\(stage.slug)")
      }
    }
  }

  @Test func stagedRecoveryHasItsFiveStagesAndGates() throws {
    let staged = try rehabProtocol("staged-recovery")
    #expect(
      staged.stages.map(\.slug.text) == [
        "desensitise", "endurance", "mobilise", "glutes", "load",
      ])
    #expect(
      staged.stages.map { $0.gate.map(\.id.text) } == [
        ["days-calming", "pain-settling", "pain-ceiling"],
        ["big-three-days", "big-three-pain", "side-plank-even"],
        [
          "pain-settling-longer", "pain-ceiling", "big-three-days", "big-three-pain",
          "side-plank-even", "mobility-sessions",
        ], ["bridges-pain-free", "split-squat-sessions"], [],
      ])
    // The article gives no numbers for its gates.
    #expect(staged.criteria.allSatisfy { $0.source == "default" })
    let mobilise = try #require(staged.stage(Slug(stored: "mobilise")))
    #expect(
      mobilise.plans[0].routine.steps.map(\.exercise.text) == [
        "psoas-release-ball", "standing-psoas-stretch",
      ])
  }

  @Test func stretchAndActivateHasTheDosesOfItsArticle() throws {
    let plan = try rehabProtocol("stretch-and-activate").stages[0].plans[0]
    #expect(
      plan.routine.steps.map(\.text) == [
        "half-kneeling-stretch 3x30s/side", "donkey-kick 2x10x2s/side",
      ])
    // The article gives ranges, and a frequency for one of the two.
    #expect(plan.routine.doseSource == "mixed" && plan.source == "mixed")
    #expect(plan.daysPerWeek == 7)
  }

  @Test func twelveMinuteIsNotForWhatItsArticleExcludes() throws {
    let twelve = try rehabProtocol("twelve-minute")
    let asked = twelve.questions.filter { $0.source == "article" }.map(\.id.text)
    #expect(asked == ["sharp-pain", "spreads", "sudden-injury"])
    #expect(twelve.contraindications.count == 3)
    #expect(twelve.stages[1].plans.map(\.routine.slug.text).last == "bridges-and-thrusts")
  }

  @Test(arguments: [
    (
      "stretch-now",
      ["staged-recovery": "not yet", "stretch-and-activate": "yes", "twelve-minute": "yes"]
    ),
    (
      "half-kneeling",
      ["staged-recovery": "no", "stretch-and-activate": "yes", "twelve-minute": "yes"]
    ),
    (
      "strengthen-flexor",
      ["staged-recovery": "not yet", "balanced-psoas": "yes", "release-and-strengthen": "yes"]
    ),
    (
      "glutes-when",
      ["staged-recovery": "later", "stretch-and-activate": "now", "twelve-minute": "later"]
    ),
    ("knees-to-chest", ["staged-recovery": "depends", "twelve-minute": "yes"]),
    (
      "tightness-cause",
      [
        "staged-recovery": "no", "stretch-and-activate": "yes", "balanced-psoas": "yes",
        "twelve-minute": "yes", "release-and-strengthen": "unproven",
      ]
    ),
  ])
  func disagreements(_ topic: String, _ answers: [String: String]) {
    var found: [String: String] = [:]
    for rehabProtocol in catalogue.protocols {
      for stance in rehabProtocol.stances where stance.topic.text == topic {
        found[rehabProtocol.slug.text] = stance.answer
      }
    }
    #expect(found == answers)
    #expect(catalogue.topics.contains { $0.id.text == topic })
  }

  @Test func criteriaSayTheirNumbers() throws {
    for criterion in catalogue.protocols.flatMap(\.criteria) + Safety().rules {
      #expect(!criterion.statement.contains("{"), "\(criterion.id)")
      #expect(criterion.contradiction == nil, "\(criterion.id)")
      if let threshold = criterion.tenths["threshold"] {
        #expect(criterion.statement.contains(Decimal.text(tenths: threshold)), "\(criterion.id)")
      }
    }
    let days = try #require(
      try rehabProtocol("staged-recovery").criteria.first { $0.id.text == "big-three-days" })
    #expect(days.statement == "All of the Big 3 on at least 10 of the last 14 days")
    #expect(
      days.with(["threshold": 120]).statement
        == "All of the Big 3 on at least 12 of the last 14 days")
    #expect(days.with(["threshold": 150]).contradiction == "15 of 14 days cannot be")
  }

  @Test func theRedFlagsAreThere() throws {
    let safety = Safety()
    #expect(
      safety.flags.filter { $0.urgency == .emergency }.map(\.id.text) == [
        "bladder-bowel", "saddle-numbness", "sexual-function", "both-legs", "leg-weakness",
      ])
    #expect(
      safety.flags.filter { $0.urgency == .prompt }.map(\.id.text) == [
        "trauma", "cancer", "fever", "weight-loss", "infection-risk", "night-pain", "age",
      ])
    #expect(safety.rules.allSatisfy { $0.advice != nil })
  }
}
