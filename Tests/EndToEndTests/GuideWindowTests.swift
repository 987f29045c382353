import Foundation
import Testing

/// Terminals of every kind: small, resized, without a screen, redirected, and programs that fail.
@Suite struct GuideWindowTests {
  @Test func aWindowThatChanges() throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, guiding: "stretch")
    terminal.resize(columns: 40, rows: 12)
    try terminal.expect("\u{1B}[2J")
    try terminal.expect("\u{1B}[12;1H\u{1B}[2K\u{1B}[2m  space pause  n skip  q end  ? help")
    terminal.send("q")
    try terminal.expectEnd()
  }

  /// A screen of 40 columns is never written wider.
  @Test func aSmallWindow() throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, guiding: "twelve", columns: 40, rows: 12)
    terminal.send("?")
    try terminal.expect("Any key goes back.")
    terminal.send(" q")
    try terminal.expectEnd()
    let screen = terminal.text.components(separatedBy: Pseudoterminal.enter)[1]
    for piece in screen.components(separatedBy: "\u{1B}[2K").dropFirst() {
      let line = piece.replacingOccurrences(
        of: "\u{1B}\\[[0-9;?]*[A-Za-z]", with: "", options: .regularExpression)
      #expect(line.components(separatedBy: "nothing was")[0].count <= 40, "\(line)")
    }
  }

  @Test(arguments: [("--plain", "xterm"), ("", "dumb")])
  func withoutAScreen(_ option: String, _ term: String) throws {
    let psoas = try Binary()
    let line = "psoas routine start stretch --ready 600 \(option); echo \"[status $?]\""
    let terminal = try Pseudoterminal(psoas, line, term: term)
    try terminal.expect("keys: space begins")
    #expect(terminal.isRaw)
    terminal.send(" ")
    try terminal.expect("get ready: 600 s")
    terminal.send("x")
    try terminal.expect("exercise 2 of 2: Donkey kick")
    terminal.send("+")
    try terminal.expect("\n  11\r\n")
    terminal.send(" \u{1A}")
    try terminal.expect("Stopped")
    terminal.send("fg\r")
    try terminal.expect("paused")
    terminal.send(" \u{3}")
    try terminal.expect("end here?")
    terminal.send("y")
    for _ in 0..<3 {
      try terminal.expect("or Enter: ")
      terminal.send("\r")
    }
    try terminal.expect("undo: psoas undo")
    try terminal.expect("ready> ")
    #expect(terminal.modes == terminal.before)
    #expect(!terminal.text.contains("\u{1B}") && !terminal.text.contains("\u{7}"))
    #expect(try psoas.objects("list", "sessions").count == 1)
  }

  /// The guide stays on the terminal, the result goes where it is sent.
  @Test func aResultThatGoesIntoAFile() throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, guiding: "stretch --format json > result.json")
    try terminal.kick()
    terminal.send("qy")
    try terminal.expect("pain during donkey-kick")
    terminal.send("\u{4}")
    try terminal.expectEnd()
    let text = try String(contentsOfFile: psoas.path("result.json"), encoding: .utf8)
    #expect(text.contains("\"text\": \"donkey-kick 1x11x2s left\"") && !text.contains("\u{1B}"))
  }

  @Test(arguments: [
    ("> out 2> err", 1, "there is no terminal to show the routine on"),
    ("--screens 2> err", 64, "--screens is for a script"),
  ])
  func refusedAtATerminal(_ words: String, _ status: Int, _ error: String) throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(
      psoas, "psoas routine start big \(words); echo \"[status $?]\"")
    try terminal.expectEnd(status: status)
    let text = try String(contentsOfFile: psoas.path("err"), encoding: .utf8)
    #expect(text.hasPrefix("error: \(error)\nhint: "))
    #expect(psoas.bytes() == nil && !terminal.text.contains("\u{1B}"))
  }

  @Test func theBellOnlyWhenAsked() throws {
    for (option, isHeard) in [("--bell", true), ("", false)] {
      let terminal = try Pseudoterminal(try Binary(), guiding: "twelve \(option)")
      terminal.send("\r")
      try terminal.expect("Hold")
      terminal.send("n")
      try terminal.expect("Figure-4")
      terminal.send("qy")
      // Where it was slow, a second was held and there is something to keep.
      try terminal.expect(Pseudoterminal.leave)
      #expect(terminal.text.contains("\u{7}") == isHeard)
    }
  }

  /// Nothing can hold this stop back, so the modes are the shell's to put right, but going on works.
  @Test func stoppedHardAndBack() throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, guiding: "stretch")
    terminal.signal(SIGSTOP)
    try terminal.expect("Stopped")
    terminal.send("fg\r")
    try terminal.expect("Paused: ")
    #expect(terminal.isRaw)
    terminal.send("q")
    try terminal.expectNothingStored(psoas)
  }

  @Test func aProgramThatFailsGivesTheTerminalBack() throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, guiding: "stretch")
    terminal.signal(SIGSEGV)
    try terminal.expectEnd(status: 128 + Int(SIGSEGV))
    #expect(psoas.bytes() == nil)
  }

  @Test func aLogThatCannotBeWrittenLosesNothing() throws {
    let psoas = try Binary()
    try psoas.shell("mkdir away")
    let terminal = try Pseudoterminal(psoas, guiding: "stretch --db away/log.db")
    try terminal.kick()
    try psoas.shell("rmdir away")
    terminal.send("qy")
    try terminal.expect("or Enter: ")
    terminal.send("\u{4}")
    try terminal.expect("not stored; to enter it later: psoas log donkey-kick 1x11x2s left")
    try terminal.expect("error: ")
    try terminal.expectEnd(status: 1)
  }
}

extension Pseudoterminal {
  fileprivate func expectNothingStored(_ psoas: Binary) throws {
    try expect("nothing was done; nothing is stored")
    try expect("ready> ")
    #expect(modes == before && psoas.bytes() == nil)
  }
}
