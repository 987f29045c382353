import Foundation
import Testing

/// A check is heard whatever the clock, the disk or the order of things does.
@Suite struct SafetyNetTests {
  private static let emergency = "Get emergency care now"

  /// A yes given now shows, whatever day it or a resolution claims to speak of.
  @Test(arguments: [["--at", "2026-11-19"], []])
  func aYesIsNeverBehindAResolution(_ at: [String]) throws {
    let psoas = try Binary()
    try psoas.run("pain", "9")
    try psoas.done("check", "--resolved", "ok", "--at", "2026-11-20 18:04")
    let run = try psoas.run(["check", "--yes", "bladder-bowel"] + at)
    #expect(run.status == 3 && run.out.hasPrefix(SafetyNetTests.emergency))
    #expect(try psoas.done("status").hasPrefix(SafetyNetTests.emergency))
  }

  @Test func aRatingEnteredAfterAResolutionCountsWhateverItsDate() throws {
    let psoas = try Binary()
    try psoas.run("pain", "9")
    try psoas.done("check", "--resolved", "seen")
    try psoas.done("pain", "10", "--woke", "--site", "leg", "--at", "2026-11-01", "-q")
    #expect(try psoas.run("check").status == 3)
  }

  @Test func aResolutionOfThePastClosesWhatItSaysItCloses() throws {
    let psoas = try Binary()
    try psoas.run("pain", "9", "--at", "2026-11-18")
    let closed = try psoas.run("check", "--resolved", "seen", "--at", "2026-11-10")
    #expect(closed.out.contains("closed: severe"))
    #expect(try psoas.run("check").status == 0)
  }

  @Test func adviceComesFirstWhereNothingCanBeStored() throws {
    let psoas = try Binary()
    try psoas.handOver()
    _ = try psoas.unprivileged("psoas pain 9 -q")
    _ = try psoas.unprivileged("chmod 400 log.db; chmod 500 .")
    let asked = try psoas.unprivileged("psoas check --yes bladder-bowel")
    #expect(asked.status == 3 && asked.out.hasPrefix(SafetyNetTests.emergency), "\(asked)")
    #expect(asked.err.contains("could not be stored"))
    _ = try psoas.unprivileged("chmod 700 .")
  }

  @Test func adviceComesFirstWhereThereIsNoLogToUse() throws {
    let psoas = try Binary()
    try Data("no database".utf8).write(to: URL(fileURLWithPath: psoas.log))
    let run = try psoas.run("check", "--yes", "leg-weakness")
    #expect(run.status == 3 && run.out.hasPrefix(SafetyNetTests.emergency))
    #expect(run.err.hasPrefix("this check could not be stored\nerror: "))
    let at = try Binary().run("check", "--yes", "leg-weakness", "--at", "whenever")
    #expect(at.status == 3 && at.out.hasPrefix(SafetyNetTests.emergency))
    // Without a yes there is nothing to say first.
    #expect(try psoas.run("check", "--no-to-all").status == 1)
  }

  @Test func longEvidenceIsStored() throws {
    let psoas = try Binary()
    let lines = (0..<60).map {
      "psoas log plank 20s --before 2 --after 5 -q --at '2026-11-\($0 % 20 + 1 < 10 ? "0" : "")\($0 % 20 + 1) 1\($0 / 20):00'"
    }
    try psoas.shell(lines.joined(separator: "; "))
    try psoas.done("config", "check.worse-after.of", "3660", "-q")
    #expect(try psoas.run("check").status == 3)
    #expect(try psoas.objects("list", "checks").count == 1)
  }

  @Test func theFirstYesToAnEmergencyIsAnsweredAtOnce() throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, "psoas check; echo \"[status $?]\"")
    try terminal.expect("trouble passing water? [y/n] ")
    terminal.send("y\r")
    try terminal.expect(SafetyNetTests.emergency)
    try terminal.expect("would touch? [y/n] ")
    terminal.send("\u{04}")
    try terminal.expect(SafetyNetTests.emergency)
    try terminal.expect("[status 3]")
    #expect(try psoas.objects("list", "checks").count == 1)
  }

  @Test func anOldNoIsNoAnswerToday() throws {
    let psoas = try Binary()
    try psoas.run("check", "--no-to-all")
    #expect(try psoas.run("check").out.contains("The questions were not answered"))
  }

  @Test func stagesCannotGetRoundAConcern() throws {
    let psoas = try Binary()
    try psoas.run("protocol", "start", "staged-recovery", "--no-to-all", "--at", "2026-11-01")
    try psoas.done("stage", "advance", "--anyway", "--at", "2026-11-02", "-q")
    try psoas.run("check", "--yes", "bladder-bowel")
    let past = try psoas.run("stage", "advance", "--anyway", "--at", "2026-11-05")
    #expect(past.status == 1 && past.err.contains("an open warning sign blocks this: "))
    let shown = try psoas.run("stage", "show", "--at", "2026-11-05")
    #expect(shown.out.hasPrefix(SafetyNetTests.emergency) && !shown.out.contains("Before mobilise"))
    let back = try psoas.run("stage", "back")
    #expect(back.status == 0 && !back.out.contains("brace-and-hinge"))
  }

  @Test func anAdvanceIsTheOneThatWasConfirmed() throws {
    let psoas = try Binary()
    try psoas.run("protocol", "start", "staged-recovery", "--no-to-all", "--at", "2026-11-10")
    let terminal = try Pseudoterminal(psoas, "psoas stage advance; echo \"[status $?]\"")
    try terminal.expect("Go on anyway? [y/N] ")
    try psoas.done("stage", "advance", "--anyway", "-q")
    terminal.send("y\r")
    try terminal.expect("error: the log has changed in the meantime")
    try terminal.expect("[status 1]")
    #expect(try psoas.objects("list", "stages").count == 2)
  }

  @Test func travelWestKeepsTheStage() throws {
    let psoas = try Binary(now: "2026-11-20T18:00:00Z", zone: "Pacific/Kiritimati")
    try psoas.run("protocol", "start", "twelve-minute", "--no-to-all")
    let west: [String: String?] = ["TZ": "Pacific/Pago_Pago"]
    #expect(try psoas.run("stage", extra: west).out.contains("since Fri 2026-11-20, 0 days"))
    #expect(try psoas.run("status", extra: west).out.contains("Due today     twelve-minute"))
  }

  @Test func negativeThresholdsCanBeSet() throws {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    #expect(try psoas.done("config", "gate.thomas-level", "-10") == "gate.thomas-level = -10\n")
  }
}
