import App
import Core
import Render
import Store
import Testing

/// What is entered, from typed values to what the log has.
@Suite struct RecordTests {
  private let user: AppFixture
  private let style = Style(width: 100, unicode: true, colour: false)

  init() throws { user = try AppFixture() }

  @Test func aRatingMakesTheLogAndIsConfirmedWithItsWeek() throws {
    let confirmation = try user.context.recordPain(PainRequest(score: .points("4")))
    #expect(user.takeNotes() == ["made a new log at '\(user.path("log.db"))'"])
    let text = confirmation.text(style)
    #expect(text.contains("pain 4"))
    #expect(text.contains("week 47: 0 sessions, pain median 4"))
    let entries = try user.context.entries(of: .pain, since: nil, until: nil, limit: nil)
    #expect(entries.map(\.id) == [confirmation.id])
  }

  @Test func withoutAReaderNothingMoreIsRead() throws {
    let confirmation = try user.context(wantsRemarks: false).recordPain(
      PainRequest(score: .points("4")))
    #expect(!confirmation.text(style).contains("week 47"))
  }

  @Test(arguments: [
    ("yesterday", "2026-11-19"), ("2026-11-01", "2026-11-01"), ("-2d", "2026-11-18"),
  ])
  func whenIsReadByTheUsersClock(at: String, day: String) throws {
    _ = try user.context.recordPain(
      PainRequest(score: .points("4"), details: EntryDetails(note: "so", at: at)))
    let entry = try user.context.entry(named: "last")
    #expect(entry.moment.day.description == day)
  }

  @Test func aClockThatCannotBeIsRefused() throws {
    user.now = 253_402_300_800
    #expect(throws: InputError.self) {
      try user.context.recordPain(PainRequest(score: .points("4")))
    }
  }

  @Test func aMorningRatingSaysWhatItAnswers() throws {
    _ = try user.context.recordSession(
      SessionRequest(
        entries: ["bird-dog", "3x8"], details: EntryDetails(at: "yesterday 18:00")))
    let first = try user.context.recordPain(
      PainRequest(
        score: .points("3"), recall: .morning, details: EntryDetails(at: "07:00")))
    #expect(first.text(style).contains("the morning after session"))
    let second = try user.context.recordPain(
      PainRequest(
        score: .points("4"), recall: .morning, details: EntryDetails(at: "06:00")))
    #expect(second.text(style).contains("of that morning the later rating counts, 3 at 07:00"))
    let none = try user.context.recordPain(
      PainRequest(
        score: .points("4"), recall: .morning, details: EntryDetails(at: "2026-11-10 07:00")))
    #expect(none.text(style).contains("has no session in this log"))
  }

  @Test func aSessionTakesItsPainAlong() throws {
    let confirmation = try user.context.recordSession(
      SessionRequest(
        entries: ["bird-dog", "6-4-2x10s"], duration: Duration(seconds: 1080),
        effort: try Effort("5"), pain: PainAround(before: .points("4"), after: .points("3"))))
    let text = confirmation.text(style)
    #expect(text.contains("18 min, effort 5, pain before 4, pain after 3"))
    let ratings = try user.context.entries(of: .pain, since: nil, until: nil, limit: nil)
    #expect(ratings.count == 2)
    let removed = try user.context.removeEntry(named: confirmation.id.description)
    #expect(removed.text(style).hasPrefix("removed "))
    #expect(try user.context.entries(of: nil, since: nil, until: nil, limit: nil).isEmpty)
  }

  @Test func theLastSessionCanBeRepeated() throws {
    #expect(throws: Failure.self) {
      try user.context.recordSession(SessionRequest(isRepeat: true))
    }
    _ = try user.context.recordSession(SessionRequest(entries: ["bird-dog", "3x8"]))
    user.wait(days: 1)
    let again = try user.context.recordSession(SessionRequest(isRepeat: true))
    #expect(again.text(style).contains("bird-dog 3x8"))
    #expect(throws: InputError.self) {
      try user.context.recordSession(SessionRequest(entries: ["plank", "30s"], isRepeat: true))
    }
  }

  @Test func aRoutineBringsItsExercises() throws {
    let confirmation = try user.context.recordSession(SessionRequest(routine: "twelve-minute"))
    let entry = try user.context.entry(named: confirmation.id.short)
    guard case .session(let session, _) = entry else {
      Issue.record("\(entry)")
      return
    }
    #expect(session.routine?.text == "twelve-minute" && session.entries.count > 3)
    #expect(throws: InputError.self) { try user.context.recordSession(SessionRequest()) }
  }

  @Test func measurementsAreCheckedAgainstTheirKind() throws {
    let context = user.context
    let flat = try context.recordMeasurement(
      MeasurementRequest(arguments: ["glute-bridge", "126", "128"], degrees: ["127"]))
    #expect(flat.text(style).contains("mean of 126 128 127"))
    #expect(throws: InputError.self) {
      try context.recordMeasurement(MeasurementRequest(arguments: []))
    }
    #expect(throws: InputError.self) {
      try context.recordMeasurement(MeasurementRequest(arguments: ["thomas", "-5"]))
    }
    #expect(throws: InputError.self) {
      try context.recordMeasurement(
        MeasurementRequest(arguments: ["odi", "20"], method: MeasurementMethod(motion: .active)))
    }
    let sided = try context.recordMeasurement(
      MeasurementRequest(arguments: ["thomas", "-5"], side: .left, pain: .points("0")))
    #expect(sided.text(style).contains("thomas left -5°, pain-free"))
  }

  @Test func aKindOfOnesOwnIsDefinedOnce() throws {
    let defined = try user.context.defineKind(
      named: "heel-to-seat", unit: .centimetres, better: .lower, sided: true, title: nil)
    #expect(defined.text(style).contains("psoas measure heel-to-seat 12 --side left"))
    #expect(throws: InputError.self) {
      try user.context.defineKind(
        named: "heel-to-seat", unit: .centimetres, better: .lower, sided: true, title: nil)
    }
    #expect(throws: InputError.self) {
      try user.context.defineKind(
        named: "thomas", unit: nil, better: nil, sided: false, title: nil)
    }
    #expect(throws: InputError.self) {
      try user.context.defineKind(
        named: "reach", unit: nil, better: .lower, sided: false, title: nil)
    }
    let measured = try user.context.recordMeasurement(
      MeasurementRequest(arguments: ["heel-to-seat", "12"], side: .right))
    #expect(measured.text(style).contains("heel-to-seat right 12"))
  }

  @Test func aDayAddsUp() throws {
    let context = user.context
    #expect(throws: InputError.self) { try context.recordDay([], at: nil) }
    #expect(throws: InputError.self) {
      try context.recordDay([try Factor("sitting=9h"), try Factor("sitting=8h")], at: nil)
    }
    _ = try context.recordDay([try Factor("sitting=9h")], at: nil)
    let later = try context.recordDay([try Factor("sitting=7h"), try Factor("steps=900")], at: nil)
    #expect(later.text(style).contains("sitting was 9h"))
  }

  @Test func flaresNeverOverlap() throws {
    let context = user.context
    #expect(throws: Failure.self) { try context.endFlare(EntryDetails()) }
    _ = try context.startFlare(EntryDetails(note: "drive", at: "2026-11-10 08:00"))
    #expect(throws: Failure.self) { try context.startFlare(EntryDetails()) }
    #expect(throws: InputError.self) {
      try context.endFlare(EntryDetails(at: "2026-11-09 08:00"))
    }
    _ = try context.endFlare(EntryDetails(note: "over", at: "2026-11-12 08:00"))
    #expect(throws: InputError.self) {
      try context.startFlare(EntryDetails(at: "2026-11-11 08:00"))
    }
    #expect(throws: InputError.self) {
      try context.startFlare(EntryDetails(at: "2026-11-01 08:00"))
    }
    let report = try context.flareReport()
    #expect(report.rows.count == 1)
    guard case .flare(let flare) = try context.entry(named: "last") else { return }
    #expect(flare.note == "drive\nover")
  }

  @Test func entriesAreFoundByWordsAndDays() throws {
    let context = user.context
    _ = try context.recordPain(
      PainRequest(score: .points("4"), details: EntryDetails(note: "after gardening")))
    #expect(try context.entries(holding: "gardening", limit: 5).count == 1)
    #expect(try context.entries(holding: "snow", limit: 5).isEmpty)
    #expect(user.takeNotes().last?.contains("'snow'") == true)
    #expect(throws: InputError.self) { try context.entries(holding: " ", limit: 5) }
    #expect(throws: InputError.self) {
      try context.entries(of: nil, since: "today", until: "yesterday", limit: nil)
    }
    #expect(try context.entries(of: .flare, since: nil, until: nil, limit: nil).isEmpty)
    for name in ["zz", "00000000", "0"] {
      #expect(throws: (any Error).self) { try context.entry(named: name) }
    }
  }

  @Test func anEmptyLogHasNoLastEntry() throws {
    #expect(try user.context.createLog())
    #expect(try !user.context.createLog())
    #expect(throws: Failure.self) { try user.context.entry(named: "last") }
  }

  @Test func withoutALogReadersSayHowToBegin() throws {
    let error = #expect(throws: Failure.self) { try user.context.statusReport() }
    #expect(error?.hint?.contains("psoas pain 4") == true)
  }
}
