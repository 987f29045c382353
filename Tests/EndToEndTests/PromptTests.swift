import Foundation
import Testing

/// The questions that are asked at a terminal, answered there.
@Suite struct PromptTests {
  @Test func aStartAsksAndBegins() throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, "psoas protocol start twelve-minute")
    try terminal.expect("Is the pain sharp rather than dull? [y/n] ")
    terminal.send("maybe\r")
    try terminal.expect("please type y or n")
    try terminal.expect("Is the pain sharp rather than dull? [y/n] ")
    for _ in 0..<3 {
      terminal.send("n\r")
      try terminal.expect("[y/n] ")
    }
    terminal.send("no\r")
    try terminal.expect("started twelve-minute, stage daily-stretches")
    try terminal.expect("ready> ")
    #expect((try psoas.objects("list", "stages")[0]["answers"] as? [String: Bool])?.count == 4)
  }

  @Test func aYesDoesNotBegin() throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, "psoas protocol start stretch-and-activate")
    try terminal.expect("not to exercise for now? [y/n] ")
    terminal.send("n\r")
    try terminal.expect("down a leg? [y/n] ")
    terminal.send("y\r")
    try terminal.expect(
      "error: not started: yes to spreads\r\nhint: Let a physiotherapist look at it")
    try terminal.expect("ready> ")
    #expect(psoas.bytes() == nil)
  }

  @Test func theEndOfTheInputStoresNothing() throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, "psoas check; echo \"[status $?]\"")
    try terminal.expect("bladder or bowels, or trouble passing water? [y/n] ")
    terminal.send("\u{04}")
    try terminal.expect("error: the questions were not answered")
    try terminal.expect("[status 1]")
    #expect(psoas.bytes() == nil)
  }

  @Test func aCheckAsksAllItsQuestions() throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, "psoas check; echo \"[status $?]\"")
    for number in 1...12 {
      try terminal.expect("? [y/n] ")
      terminal.send(number == 2 ? "y\r" : "n\r")
    }
    try terminal.expect("Get emergency care now")
    try terminal.expect("[status 3]")
    let answers = try psoas.objects("list", "checks")[0]["answers"] as? [String: Bool]
    #expect(answers?.count == 12 && answers?.filter(\.value).keys.first == "saddle-numbness")
  }

  @Test func aClosedGateIsAskedAbout() throws {
    let psoas = try Binary()
    try psoas.run("protocol", "start", "twelve-minute", "--no-to-all", "--at", "2026-11-10")
    let terminal = try Pseudoterminal(psoas, "psoas stage advance; echo \"[status $?]\"")
    try terminal.expect("the gate to 'add-glutes' is not met: daily-practice not met")
    try terminal.expect("Go on anyway? [y/N] ")
    terminal.send("\r")
    try terminal.expect("[status 1]")
    #expect(try psoas.objects("list", "stages").count == 1)
    terminal.send("psoas stage advance; echo \"[status $?]\"\r")
    try terminal.expect("Go on anyway? [y/N] ")
    terminal.send("y\r")
    try terminal.expect("[status 0]")
    #expect(try psoas.objects("list", "stages")[0]["unmet"] as? [String] == ["daily-practice"])
  }
}
