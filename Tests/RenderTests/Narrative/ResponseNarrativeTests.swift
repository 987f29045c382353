import Analytics
import Core
import ReportFixtures
import Testing

@testable import Render

@Suite struct ResponseNarrativeTests {
  @Test func exercisesThatShareTheAnswerStandTogether() throws {
    var log = ResponseLog()
    try log.session(20_000, "bird-dog 3x8 plank 30s", after: 2)
    try log.session(20_001, "bird-dog 3x8 plank 30s", after: 4)
    #expect(
      log.report().statements.last
        == "Sat 2024-10-05: amber, pain after 4. No exercise stands out, so each is named: bird-dog "
        + "3x8, plank 30s; the same was tolerated on 2024-10-04.")
  }

  @Test func anotherDoseIsNamedWithItsDay() throws {
    var log = ResponseLog()
    try log.session(20_000, "plank 30s", after: 2)
    try log.session(20_001, "plank 60s", after: 6)
    try log.session(20_002, "bird-dog", after: 1)
    try log.session(20_003, "bird-dog 3x8", after: 6)
    let statements = log.report().statements
    #expect(statements[1].hasSuffix("plank 60s; last tolerated: 30s on 2024-10-04."))
    #expect(statements[2].hasSuffix("bird-dog 3x8; last tolerated: without a dose on 2024-10-06."))
  }

  @Test func howFarItLookedIsSaid() throws {
    var log = ResponseLog()
    try log.session(20_000, "plank 30s", after: 4)
    func text(_ begins: Int?) -> String { log.report(logBegins: begins).statements.last ?? "" }
    let reach = Day(number: 20_000 - ResponseReport.lookBack)
    #expect(text(20_000).contains("plank 30s; no tolerated dose in this log yet."))
    #expect(text(reach.number).contains("no tolerated dose in this log yet."))
    #expect(text(reach.number - 1).contains("no tolerated dose since \(reach)."))
  }

  @Test func theSummaryCountsTheColours() throws {
    var log = ResponseLog()
    #expect(log.report().statements == ["No sessions from 2024-10-04 to 2024-10-31."])
    try log.session(20_000, "plank 20s", after: 1)
    #expect(log.report().statements == ["1 session: 1 green, 0 amber, 0 red."])
    try log.session(20_001, "plank 20s", before: 3)
    try log.session(20_002, "plank 20s", before: 3, morning: 5)
    #expect(
      log.report().statements[0]
        == "3 sessions: 1 green, 0 amber, 1 red, 1 without a colour.")
    #expect(log.report().statements.count == 2)
  }

  @Test func aFlareIsNamed() throws {
    var log = ResponseLog()
    try log.session(20_001, "plank 20s", hour: 12, after: 4)
    try log.session(20_003, "plank 20s", hour: 12, after: 4)
    let statements = log.report(flares: [flare(20_000, 20_002)]).statements
    #expect(statements.map { $0.contains(", in a flare.") } == [false, true, false])
  }

  @Test func aSessionWithoutExercisesSaysSo() throws {
    var log = ResponseLog()
    try log.session(20_000, "", after: 4)
    #expect(
      log.report().statements.last
        == "Fri 2024-10-04: amber, pain after 4. No exercises were logged with it.")
    #expect(log.report().exercises.isEmpty)
  }

  @Test func everyThresholdHasItsSource() throws {
    let standard = ResponseLog().report().remarks.joined(separator: " ")
    #expect(standard.contains("up to 3 is green, up to 5 amber"))
    #expect(standard.contains("Silbernagel"))
    #expect(standard.contains("tested in tendinopathy, not in low-back pain"))
    #expect(standard.contains("1 or more above is amber, 2 or more red"))
    #expect(standard.contains("our default") && !standard.contains("your settings"))
    let own = try #require(ResponseThresholds(fine: 20, tooMuch: 50, morning: 10, morningRed: 30))
    let changed = ResponseLog().report(thresholds: own).remarks.joined(separator: " ")
    #expect(changed.contains("up to 2 is green") && changed.contains("3 or more red"))
    #expect(changed.contains("your settings; the pain-monitoring rule (Silbernagel)"))
    #expect(changed.contains("your settings; the rule says worse, our default is 1 and 2"))
  }

  /// The words that this log never says of a person's data, nor that anything is fine.
  @Test func noSentencePromises() throws {
    var log = ResponseLog()
    for (offset, after) in [nil, 0.0, 3, 4, 6, 10].enumerated() {
      for (hour, morning) in [nil, 0.0, 3, 4, 5, 9].enumerated() {
        try log.session(
          20_000 + offset, "plank \(10 + hour)s bird-dog", hour: hour + 6, before: 3, after: after,
          morning: morning)
      }
    }
    let report = log.report()
    #expect(report.statements.count > 20)
    for text in report.statements + report.remarks {
      for word in ["because", "works", "proves", "safe", "healed", "fine", "nan", "inf", "nil"] {
        #expect(!text.lowercased().contains(word), "\(text)")
      }
      #expect(text.hasSuffix("."))
    }
  }
}
