import Analytics
import Core
import Render
import Store
import Testing

@testable import App

/// Protocols, stages and warning signs.
@Suite struct ProtocolUseTests {
  private let user: AppFixture
  private let style = Style(width: 100, unicode: true, colour: false)

  init() throws { user = try AppFixture() }

  private func no(_ questions: [Slug]) -> [Slug: Bool] {
    Dictionary(uniqueKeysWithValues: questions.map { ($0, false) })
  }

  private func start(_ name: String = "staged-recovery", at: String? = nil) throws {
    _ = try user.context.startProtocol(
      ProtocolRequest(name: name, details: EntryDetails(at: at)), answers: no, ask: nil)
  }

  @Test func questionsComeFirst() throws {
    let none: ([Slug]) -> [Slug: Bool] = { _ in [:] }
    #expect(throws: InputError.self) {
      try user.context.startProtocol(
        ProtocolRequest(name: "staged-recovery"), answers: none, ask: nil)
    }
    var asked: [String] = []
    #expect(throws: Failure.self) {
      try user.context.startProtocol(
        ProtocolRequest(name: "staged-recovery"), answers: none,
        ask: {
          asked.append($0)
          return true
        })
    }
    #expect(!asked.isEmpty)
    let started = try user.context.startProtocol(
      ProtocolRequest(name: "staged-recovery", dealtWith: "seen by a doctor"), answers: none,
      ask: { _ in true })
    #expect(started.text(style).contains("stage 1 of"))
    guard case .stage(let change) = try user.context.entry(named: "last") else { return }
    #expect(change.note == "seen by a doctor" && change.answers.values.allSatisfy { $0 })
  }

  /// On the day of a session nobody knows the next morning, also where a report looks back at that day.
  @Test func theMorningAfterIsUnknownOnTheDay() throws {
    _ = try user.context.recordSession(
      SessionRequest(entries: ["bird-dog", "3x8"], details: EntryDetails(at: "2026-11-18 18:00")))
    _ = try user.context.recordPain(
      PainRequest(
        score: .points("6"), recall: .morning, details: EntryDetails(at: "2026-11-19 07:00")))
    let log = try #require(try LogStore.open(user.path("log.db")))
    func inputs(_ day: String) throws -> GateInputs {
      try GateInputs(
        log, today: try #require(Day(day)), protocolHistory: ProtocolHistory([]),
        settings: Settings([:]), catalogue: try Catalogue.whole(log), safety: Safety(), checks: [])
    }
    #expect(try inputs("2026-11-17").gateContext.sessions.isEmpty)
    let evening = try inputs("2026-11-18").gateContext.sessions.map(\.pain.nextMorning?.tenths)
    #expect(evening == [nil])
    let later = try inputs("2026-11-19").gateContext.sessions.map(\.pain.nextMorning?.tenths)
    #expect(later == [60])
  }

  /// The morning after is asked for on the next day alone, and until it is rated.
  @Test func aSessionWaitsForItsMorning() throws {
    _ = try user.context.recordSession(
      SessionRequest(entries: ["bird-dog", "3x8"], details: EntryDetails(at: "yesterday")))
    #expect(try user.context.statusReport().waiting.count == 1)
    user.wait(days: 1)
    #expect(try user.context.statusReport().waiting.isEmpty)
    user.wait(days: -1)
    _ = try user.context.recordPain(
      PainRequest(score: .points("2"), recall: .morning, details: EntryDetails(at: "07:00")))
    #expect(try user.context.statusReport().waiting.isEmpty)
  }

  @Test func oneProtocolAtATime() throws {
    #expect(throws: Failure.self) { try user.context.stopProtocol(EntryDetails()) }
    try start()
    #expect(throws: Failure.self) { try start("twelve-minute") }
    #expect(throws: InputError.self) {
      try user.context.stopProtocol(EntryDetails(at: "2026-01-01"))
    }
    _ = try user.context.stopProtocol(EntryDetails(note: "enough"))
    #expect(throws: InputError.self) { try start("twelve-minute", at: "2026-11-01") }
    #expect(try user.context.protocols().followed == nil)
  }

  @Test func aStageAsksBeforeItsGate() throws {
    #expect(throws: Failure.self) { try user.context.stageReport(at: nil) }
    try start(at: "2026-11-01")
    let (stage, alerts) = try user.context.stageReport(at: nil)
    #expect(stage.number == 1 && alerts.isEmpty && !stage.isOpen)
    #expect(throws: Failure.self) {
      try user.context.advanceStage(EntryDetails()) { _, _ in throw Failure("not now") }
    }
    var missing: [Slug] = []
    _ = try user.context.advanceStage(EntryDetails()) { report, _ in
      missing = report.missing.map(\.criterion.id)
    }
    guard case .stage(let change) = try user.context.entry(named: "last") else { return }
    #expect(change.kind == .advance && change.unmet == missing && !missing.isEmpty)
    #expect(try user.context.stageReport(at: "2026-11-02").stage.number == 1)
    let back = try user.context.goBackAStage(EntryDetails())
    #expect(back.text(style).contains("stage 1 of"))
    #expect(throws: Failure.self) { try user.context.goBackAStage(EntryDetails()) }
  }

  @Test func theLastStageHasNoNext() throws {
    try start(at: "2026-11-01")
    var stages = 1
    #expect(throws: Failure.self) {
      while stages < 20 {
        user.now += 60
        _ = try user.context.advanceStage(EntryDetails()) { _, _ in }
        stages += 1
      }
    }
    let known = try user.context.rehabProtocol(named: "staged-recovery").rehabProtocol.stages
    #expect(stages == known.count)
  }

  @Test func aYesBlocksUntilItIsDealtWith() throws {
    try start(at: "2026-11-01")
    let flag = try #require(Safety().flags.first)
    let outcome = try user.context.check([flag.id: true], at: nil)
    #expect(outcome.isStored && outcome.report.alerts.map(\.id) == [flag.id])
    #expect(throws: Failure.self) {
      try user.context.advanceStage(EntryDetails()) { _, _ in }
    }
    #expect(throws: Failure.self) {
      try GuidedSession(user.context, routine: "twelve-minute", ready: 5, before: nil, note: nil)
    }
    // A check without answers finds what is open and stores nothing new.
    let again = try user.context.check([:], at: nil)
    #expect(!again.isStored && again.report.alerts.count == 1)
    _ = try user.context.resolveAlerts("physiotherapist: carry on", at: nil)
    #expect(try user.context.check([:], at: nil).report.alerts.isEmpty)
    #expect(throws: Failure.self) { try user.context.resolveAlerts("again", at: nil) }
  }

  @Test func answersAloneGiveAdvice() throws {
    let safety = Safety()
    #expect(CheckReport.ofAnswersAlone([:], safety: safety) == nil)
    let flag = try #require(safety.flags.first)
    let report = try #require(CheckReport.ofAnswersAlone([flag.id: true], safety: safety))
    #expect(report.alerts.map(\.id) == [flag.id] && report.asked.count == safety.flags.count)
  }

  @Test func aGuidedSessionIsStoredWithItsPain() throws {
    let guided = try GuidedSession(
      user.context, routine: "twelve-minute", ready: 0, before: .points("4"), note: "quiet")
    var session = GuideSession(guided.plan)
    session.press(.space)
    session.advance(30_000)
    let known = try user.context.routine(named: "twelve-minute").routine.steps
    let stored = try guided.store(
      Array(known.prefix(2)), of: session, effort: try Effort("3"), after: .points("2"),
      context: user.context)
    guard case .session(let kept, let pain) = try user.context.entry(named: stored.id.short)
    else { return }
    #expect(kept.note == "quiet" && kept.entries.count == 2 && kept.effort == Effort(tenths: 30))
    #expect(pain.before == .points("4") && pain.after == .points("2"))
  }

  @Test func aLogThatCannotBeWrittenIsSaidBeforeASession() throws {
    #expect(throws: Failure.self) {
      try GuidedSession(
        user.context(log: "nowhere/log.db"), routine: "twelve-minute", ready: 0, before: nil,
        note: nil)
    }
  }

  @Test func definitionsOfOnesOwn() throws {
    let context = user.context
    let slide = Exercise(
      slug: try Slug("heel-slide", for: "an exercise"), name: "Heel slide", aliases: ["slides"],
      oneSided: false, dose: .reps, aim: nil, cue: nil, own: true)
    #expect(try context.add(slide).text(style).contains("added 'heel-slide'"))
    #expect(throws: InputError.self) { try context.add(slide) }
    #expect(try context.exercise(named: "slides").name == "Heel slide")
    #expect(try context.exercises().contains { $0.slug.text == "heel-slide" })
    let file = try user.write(
      "[routine evening]\ntitle = Evening\nsource = own\nheel-slide 2x10\n", to: "evening.txt")
    do {
      _ = try context.addDefinitions(fromFile: file)
      #expect(try context.routine(named: "evening").routine.steps.count == 1)
      #expect(try context.routines().contains { $0.slug.text == "evening" })
      #expect(try context.removeDefinition(named: "evening").text(style).contains("'evening'"))
    } catch let error as InputError {
      // The form of the file is tested where it is read.
      #expect(error.message.hasPrefix("'\(file)', "), "\(error)")
    }
    #expect(throws: InputError.self) { try context.removeDefinition(named: "evening") }
    let bad = try user.write("nonsense\n", to: "bad.txt")
    #expect(throws: InputError.self) { try context.addDefinitions(fromFile: bad) }
    #expect(throws: Failure.self) { try context.addDefinitions(fromFile: user.path("none")) }
  }

  @Test func protocolsAreComparedByName() throws {
    let context = user.context
    #expect(throws: InputError.self) { try context.compareProtocols(named: ["twelve-minute"]) }
    #expect(throws: InputError.self) {
      try context.compareProtocols(named: ["twelve-minute", "twelve"])
    }
    let all = try context.compareProtocols(named: []).text(style)
    let two = try context.compareProtocols(named: ["twelve-minute", "staged"]).text(style)
    #expect(all.count > two.count && two.contains("twelve-minute"))
  }
}
