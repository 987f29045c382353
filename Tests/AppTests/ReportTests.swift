import Analytics
import App
import Core
import Store
import Testing

/// Reports from what the log has; what they conclude is tested in Analytics.
@Suite struct ReportTests {
  private let user: AppFixture

  /// Sixteen weeks of pain that falls, range that rises and sessions three times a week.
  init() throws {
    user = try AppFixture()
    let end = user.now
    user.wait(days: -16 * 7)
    for week in 0..<16 {
      for day in 0..<3 {
        let context = user.context
        let score = NPRSScore.points("\(max(1, 7 - week / 3))")
        _ = try context.recordSession(
          SessionRequest(
            entries: ["bird-dog", "3x8"], duration: Duration(seconds: 900),
            effort: try Effort("4"), pain: PainAround(before: score)))
        _ = try context.recordPain(PainRequest(score: score))
        _ = try context.recordDay([try Factor("sitting=\(6 + (week + day) % 4)h")], at: nil)
        if day == 0 {
          _ = try context.recordMeasurement(
            MeasurementRequest(arguments: ["glute-bridge", "\(110 + week)"]))
        }
        user.wait(days: day == 2 ? 3 : 2)
      }
    }
    user.now = end
    _ = user.takeNotes()
  }

  @Test func theWeeksAreThoseAskedFor() throws {
    let usual = try user.context.weeklyReport()
    #expect(usual.rows.count == 12)
    let four = try user.context.weeklyReport(ReportWindow(weeks: 4))
    #expect(four.rows.count == 4 && four.rows.last?.week == Day("2026-11-20")?.week)
    let days = try user.context.weeklyReport(
      ReportWindow(since: "2026-10-01", until: "2026-10-20"))
    #expect(
      days.rows.map(\.week.start.description) == [
        "2026-09-28", "2026-10-05", "2026-10-12", "2026-10-19",
      ])
    let from = try user.context.weeklyReport(ReportWindow(weeks: 2, since: "2026-10-01"))
    #expect(from.rows.count == 2)
  }

  @Test func windowsThatCannotBeAreRefused() throws {
    let windows = [
      ReportWindow(weeks: 2, since: "2026-10-01", until: "2026-11-01"),
      ReportWindow(since: "2026-11-01", until: "2026-10-01"),
      ReportWindow(since: "0200-01-01"),
    ]
    for window in windows {
      #expect(throws: InputError.self) { try user.context.weeklyReport(window) }
    }
  }

  @Test func anEmptyWindowSaysWhereEntriesAre() throws {
    _ = try user.context.weeklyReport(ReportWindow(weeks: 2, until: "2026-02-01"))
    #expect(user.takeNotes().first?.contains("try --until 2026-11-") == true)
    _ = try user.context.trendReport(
      of: "pain", SeriesRequest(window: ReportWindow(weeks: 2, until: "2026-02-01")))
    #expect(user.takeNotes().first?.contains("try --until 2026-11-") == true)
    _ = try user.context.trendReport(of: "pain:worst")
    #expect(user.takeNotes().first?.contains("the log has pain, which is never mixed") == true)
  }

  @Test func trendsFollowTheirSeries() throws {
    let pain = try user.context.trendReport(of: "pain")
    #expect(pain.values.series.name == "pain" && pain.values.values.count == 17)
    let range = try user.context.trendReport(of: "glute-bridge")
    #expect(range.values.values.count == 16)
    let days = try user.context.trendReport(of: "sitting", SeriesRequest(step: .day))
    #expect(days.values.values.count == 48)
    #expect(throws: InputError.self) { try user.context.trendReport(of: "nothing") }
  }

  @Test func aFactorNamedLikeAnotherSeriesIsPointedOut() throws {
    _ = try user.context.recordDay([try Factor("load=3")], at: nil)
    _ = try user.context.trendReport(of: "load")
    #expect(user.takeNotes().contains { $0.contains("'factor:load'") })
  }

  @Test func twoSeriesAreRelated() throws {
    let report = try user.context.relationReport(of: "pain", with: "glute-bridge", lag: 1)
    #expect(report.lag == 1)
    #expect(throws: InputError.self) { try user.context.relationReport(of: "pain", with: "pain") }
  }

  @Test func phasesAreComparedByDayAndByProtocol() throws {
    let split = try user.context.compareReport(
      of: "pain", PhaseRequest(split: "2026-10-01"))
    #expect(split.parts.count == 2)
    #expect(throws: InputError.self) {
      try user.context.compareReport(of: "pain", PhaseRequest(split: "2027-01-01"))
    }
    #expect(throws: Failure.self) { try user.context.compareReport(of: "pain", PhaseRequest()) }
    for (name, at) in [("twelve-minute", "2026-09-01"), ("staged-recovery", "2026-10-20")] {
      _ = try user.context.startProtocol(
        ProtocolRequest(name: name, details: EntryDetails(at: at)),
        answers: { questions in Dictionary(uniqueKeysWithValues: questions.map { ($0, false) }) },
        ask: nil)
      if name == "twelve-minute" {
        _ = try user.context.stopProtocol(EntryDetails(at: "2026-10-19"))
      }
    }
    let phases = try user.context.compareReport(of: "pain", PhaseRequest(kind: .protocol))
    #expect(phases.parts.map(\.phase.label) == ["twelve-minute", "staged-recovery"])
    for request in [
      PhaseRequest(later: "twelve-minute"), PhaseRequest(earlier: "nowhere"),
      PhaseRequest(earlier: "staged-recovery", later: "staged-recovery"),
    ] {
      #expect(throws: InputError.self) { try user.context.compareReport(of: "pain", request) }
    }
  }

  @Test func factorsAreThoseOfTheLog() throws {
    let report = try user.context.factorsReport(of: "pain")
    #expect(report.rows.contains { $0.candidate.name.text == "sitting" })
    #expect(throws: InputError.self) { try user.context.factorsReport(of: "glute-bridge") }
  }

  @Test func sessionsHaveTheirAnswers() throws {
    let report = try user.context.responseReport()
    #expect(report.sessions.count == 36 || !report.sessions.isEmpty)
    _ = try user.context.set("response.fine", to: "2")
    #expect(try user.context.responseReport().thresholds.fine == 20)
  }

  @Test func statusAndThePageForAClinicianAgree() throws {
    let status = try user.context.statusReport()
    #expect(status.alerts.isEmpty && status.stage == nil)
    _ = try user.context.set("clinician.name", to: "A. Tester")
    _ = try user.context.recordPain(
      PainRequest(score: .points("2"), details: EntryDetails(note: "better")))
    let page = try user.context.clinicianReport(withNotes: true)
    #expect(page.name == "A. Tester" && page.notes?.map(\.text) == ["better"])
    #expect(try user.context.clinicianReport().notes == nil)
    #expect(page.measures.count == 1)
  }

  @Test func adherenceNeedsAProtocol() throws {
    #expect(try user.context.adherenceReport().summary == nil)
  }
}
