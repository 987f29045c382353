import Foundation
import Testing

/// What `protocol`, `stage` and `check` refuse, word for word.
@Suite struct ProtocolErrorTests {
  static let table = [
    Bad(["protocol", "show", "yoga"], 64, "there is no protocol 'yoga'"),
    Bad(
      ["protocol", "show", "st"], 64,
      "the protocol 'st' could be staged-recovery, stretch-and-activate"),
    Bad(
      ["protocol", "compare", "twelve-minute"], 64,
      "there is nothing to compare 'twelve-minute' with"),
    Bad(["protocol", "compare", "twelve", "twelve-minute"], 64, "'twelve-minute' is named twice"),
    Bad(["protocol", "start", "yoga"], 64, "there is no protocol 'yoga'"),
    Bad(
      ["protocol", "start", "twelve-minute"], 64,
      "these questions must be answered first: sharp-pain, spreads, sudden-injury, told-not-to"),
    Bad(
      ["protocol", "start", "twelve-minute", "--no", "spreads"], 64,
      "these questions must be answered first: sharp-pain, sudden-injury, told-not-to"),
    Bad(
      ["protocol", "start", "twelve-minute", "--yes", "rain"], 64, "there is no question 'rain'"),
    Bad(
      ["protocol", "start", "twelve-minute", "--yes", "spreads", "--no", "spreads"], 64,
      "'spreads' is answered both ways"),
    Bad(
      ["protocol", "start", "twelve-minute", "--no-to-all", "--yes", "sharp-pain"], 1,
      "not started: yes to sharp-pain"),
    Bad(
      ["protocol", "start", "twelve-minute", "--no-to-all", "--at", "2027-01-01"], 64,
      "'2027-01-01' is in the future (now it is Fri 2026-11-20 18:00)"),
    Bad(["protocol", "stop"], 1, "you follow no protocol"),
    Bad(
      ["protocol", "add", "/nowhere/x"], 1, "cannot read '/nowhere/x': No such file or directory"),
    Bad(["protocol", "add", "/"], 1, "cannot read '/': Is a directory"),
    Bad(["stage"], 1, "you follow no protocol"),
    Bad(["stage", "advance"], 1, "you follow no protocol"),
    Bad(["stage", "back"], 1, "you follow no protocol"),
    Bad(["check", "--yes", "rain"], 64, "there is no question 'rain'"),
    Bad(["check", "--resolved", "x"], 1, "nothing is open"),
    Bad(["check", "--resolved", "x", "--no-to-all"], 64, "--resolved and answers together"),
    Bad(["check", "--resolved", " "], 64, "the note is empty"),
    Bad(["config", "gate.big-three-days", "many"], 64, "'gate.big-three-days' cannot be 'many'"),
    Bad(
      ["config", "gate.big-three-days", "15"], 64,
      "'gate.big-three-days' cannot be '15': 15 of 14 days cannot be"),
    Bad(
      ["config", "gate.pain-ceiling", "11"], 64,
      "'gate.pain-ceiling' cannot be '11': 'threshold' has to be from 0 to 10"),
    Bad(
      ["config", "gate.big-three-days.days", "7.5"], 64,
      "'gate.big-three-days.days' cannot be '7.5': 'days' has to be a whole number from 1 to 3660"),
    Bad(
      ["config", "check.worse-after.sessions", "4"], 64,
      "'check.worse-after.sessions' cannot be '4': 4 of 3 sessions cannot be"),
    Bad(
      ["config", "gate.daily-practice", "101"], 64,
      "'gate.daily-practice' cannot be '101': 'threshold' has to be from 0 to 100 %"),
    Bad(["config", "gate.big-three"], 64, "there is no setting 'gate.big-three'"),
    Bad(["config", "adherence.share", "0"], 64, "'adherence.share' cannot be '0'"),
  ]

  @Test(arguments: table)
  func refused(_ bad: Bad) throws { try bad.expectRefusal() }

  private func psoas() throws -> Binary {
    let psoas = try Binary()
    try psoas.run("protocol", "start", "twelve-minute", "--no-to-all", "--at", "2026-11-10 08:00")
    return psoas
  }

  private func expect(_ psoas: Binary, _ words: [String], _ status: Int32, _ error: String) throws {
    let before = psoas.bytes()
    let run = try psoas.run(words)
    #expect(run.status == status && run.out.isEmpty)
    #expect(run.err.hasPrefix("error: \(error)\nhint: "), "\(run.err)")
    #expect(psoas.bytes() == before)
  }

  @Test func twoProtocolsAtOnce() throws {
    try expect(
      try psoas(), ["protocol", "start", "balanced-psoas", "--no-to-all"], 1,
      "you follow 'twelve-minute' since 2026-11-10, and two at once cannot be told apart")
  }

  @Test func changesThatOverlapThePast() throws {
    let psoas = try psoas()
    let entered = "'twelve-minute' entered stage 'daily-stretches' on Tue 2026-11-10 08:00"
    for words in [["stage", "advance", "--anyway"], ["protocol", "stop"], ["stage", "back"]] {
      try expect(
        psoas, words + ["--at", "2026-11-10 07:59"], 64,
        "Tue 2026-11-10 07:59 is before the last change: \(entered)")
    }
    try psoas.done("protocol", "stop", "--at", "2026-11-15 08:00")
    try expect(
      psoas, ["protocol", "start", "balanced-psoas", "--no-to-all", "--at", "2026-11-12"], 64,
      "Thu 2026-11-12 12:00 is before the last change: 'twelve-minute' was stopped on Sun 2026-11-15 "
        + "08:00")
  }

  @Test func theFirstStageHasNoneBeforeIt() throws {
    try expect(
      try psoas(), ["stage", "back"], 1, "'daily-stretches' is the first stage of 'twelve-minute'")
  }

  @Test func aClosedGateNamesWhatIsMissing() throws {
    try expect(
      try psoas(), ["stage", "advance"], 1,
      "the gate to 'add-glutes' is not met: daily-practice not met (0 of 14 days since 2026-11-07 (0 %; a day counts with 50 % of its exercises))"
    )
  }

  @Test func aProtocolThatIsGone() throws {
    let psoas = try psoas()
    try psoas.shell("sqlite3 \"$LOG\" \"UPDATE course_change SET protocol = 'old-way'\"")
    try expect(
      psoas, ["stage"], 1,
      "your stage 'daily-stretches' of 'old-way' is in no protocol of this program")
    #expect(try psoas.run("status").status == 0)
    #expect(try psoas.run("protocol", "stop").status == 0)
  }

  @Test func onlyTheLastChangeCanBeTakenBack() throws {
    let psoas = try psoas()
    try psoas.done("protocol", "stop")
    let start = try #require(try psoas.objects("list", "stages").last?["id"] as? String)
    try expect(psoas, ["rm", start], 64, "a later change of stage follows this one")
    try psoas.done("rm", "last")
    #expect(try psoas.run("stage").status == 0)
  }

  @Test func aFileWithAMistakeAddsNothing() throws {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    let file = psoas.path("bad.txt")
    try Data("[exercise heel-slide]\n[routine evening]\nstep: heel-slide 2x8\nstep: fly 2x8\n".utf8)
      .write(to: URL(fileURLWithPath: file))
    try expect(
      psoas, ["protocol", "add", file], 64, "'\(file)', line 4: there is no exercise 'fly'")
    #expect(try psoas.run("exercise", "show", "heel-slide").status == 64)
  }

  /// An own routine whose exercise was taken away elsewhere is named, and keeps nobody from the rest.
  @Test func anOwnDefinitionThatNoLongerFits() throws {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    try psoas.shell(
      "sqlite3 \"$LOG\" \"INSERT INTO own_definition VALUES ('routine', 'x', '[routine x]' || char(10) || 'step: gone 2x8')\""
    )
    let run = try psoas.run("status")
    #expect(run.status == 0)
    #expect(run.err == "your routine 'x' is left out: line 2: there is no exercise 'gone'\n")
  }

  /// What is read back keeps its meaning, in whatever order it was added and whatever came later.
  @Test func ownDefinitionsStayWhatTheyAre() throws {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    let files = [
      "[protocol b-plan]\ntitle: B\nsource: me\n[stage s]\nroutine: b-evening\n[routine b-evening]\nstep: donkey 2x10",
      "[protocol a-plan]\ntitle: A\nsource: me\n[stage s]\nroutine: b-evening",
    ]
    for (number, text) in files.enumerated() {
      let file = psoas.path("\(number).txt")
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      try psoas.done("protocol", "add", file)
    }
    try psoas.done("exercise", "add", "donkey-walk")
    #expect(try psoas.done("routine", "show", "b-evening").contains("Donkey kick"))
    #expect(try psoas.done("protocol", "show", "a-plan").contains("donkey-kick 2x10"))
  }
}
