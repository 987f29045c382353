import Foundation
import Testing

/// Guided sessions at a real terminal. Nothing here depends on how fast it goes.
@Suite struct GuideTerminalTests {
  private func expectKick(_ psoas: Binary, pain: String = "") throws {
    let sessions = try psoas.objects("list", "sessions")
    #expect(sessions.count == 1)
    let session = try #require(sessions.first)
    let entries = try #require(session["entries"] as? [[String: Any]])
    #expect(entries.map { $0["text"] as? String } == ["donkey-kick 1x11x2s left\(pain)"])
    #expect(
      session["planned"] as? [String] == [
        "half-kneeling-stretch 3x30s/side", "donkey-kick 2x10x2s/side",
      ])
    #expect(session["routine"] as? String == "stretch-and-activate")
    #expect(try psoas.integrity() == "ok\n")
  }

  @Test func toTheEndWithAnswers() throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, guiding: "stretch --before 5")
    try terminal.kick()
    terminal.send("x")
    try terminal.expect(Pseudoterminal.leave)
    try terminal.expect("pain during donkey-kick, 0-10, or Enter: ")
    #expect(terminal.modes == terminal.before, "questions are answered as at any prompt")
    terminal.send("2\r")
    try terminal.expect("pain after it, 0-10, or Enter: ")
    terminal.send("11\r")
    try terminal.expect("the pain after the session '11' is not on the scale")
    try terminal.expect("pain after it, 0-10, or Enter: ")
    terminal.send("3\r")
    try terminal.expect("effort, 0-10 (CR10), or Enter: ")
    terminal.send("\r")
    try terminal.expect("undo: psoas undo")
    try terminal.expectEnd()
    try expectKick(psoas, pain: " pain=2")
    let pain = try #require(try psoas.object("show", "last")["pain"] as? [String: Any])
    #expect(pain["before"] as? Int == 5 && pain["after"] as? Int == 3)
  }

  /// The keys `q` and Ctrl-C, and a signal from elsewhere that means the same.
  @Test(arguments: ["q", "\u{3}", "INT"])
  func endingEarly(_ how: String) throws {
    for (answer, isKept) in [("y", true), ("n", false)] {
      let psoas = try Binary()
      let terminal = try Pseudoterminal(psoas, guiding: "stretch")
      try terminal.kick()
      if how == "INT" { terminal.signal(SIGINT) } else { terminal.send(how) }
      try terminal.expect("End here?")
      try terminal.expect("donkey-kick 1x11x2s left")
      terminal.send(answer)
      if isKept {
        for _ in 0..<3 {
          try terminal.expect("or Enter: ")
          terminal.send("\r")
        }
        try terminal.expectEnd()
        try expectKick(psoas)
      } else {
        try terminal.expect("thrown away; nothing is stored")
        try terminal.expectEnd()
        #expect(psoas.bytes() == nil)
      }
    }
  }

  @Test func nothingDoneIsNotAskedAbout() throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, guiding: "stretch")
    terminal.send("q")
    try terminal.expect("nothing was done; nothing is stored")
    try terminal.expectEnd()
    #expect(psoas.bytes() == nil)
  }

  /// What was done is kept, and nobody is asked.
  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func aSignalThatEnds(_ signal: Int32) throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, guiding: "stretch --note mine")
    try terminal.kick()
    terminal.signal(signal)
    try terminal.expect("undo: psoas undo")
    try terminal.expectEnd()
    try expectKick(psoas)
    #expect(try psoas.object("show", "last")["note"] as? String == "mine")
  }

  /// As when the connection is lost.
  @Test func aTerminalThatGoesAway() throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, guiding: "stretch")
    try terminal.kick()
    terminal.hangUp()
    let end = Date().addingTimeInterval(30)
    // Nothing says when it is done; the file may be there before what is written in it.
    while try psoas.run("show", "last").status != 0, Date() < end { usleep(50_000) }
    try expectKick(psoas)
  }

  @Test func ctrlCAtAQuestionLeavesTheRestOut() throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, guiding: "stretch")
    try terminal.kick()
    terminal.send("x")
    try terminal.expect("pain during donkey-kick, 0-10, or Enter: ")
    terminal.send("2\r")
    try terminal.expect("pain after it, 0-10, or Enter: ")
    terminal.send("7\u{3}")
    try terminal.expectEnd()
    try expectKick(psoas, pain: " pain=2")
    #expect(try psoas.objects("list", "pain").isEmpty)
  }

  @Test func aStoppedJobThatIsToldToEnd() throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, guiding: "stretch")
    try terminal.kick()
    terminal.send("\u{1A}")
    try terminal.expect("Stopped")
    // Once the job has ended, a prompt of the shell says so.
    terminal.send("kill %1; while kill -0 %1; do sleep 0.1; done 2> /dev/null; echo ended\r")
    try terminal.expect("undo: psoas undo")
    try terminal.expect("ended\r\n")
    #expect(terminal.modes == terminal.before)
    try expectKick(psoas)
  }

  @Test func ctrlZAtAQuestion() throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, guiding: "stretch")
    try terminal.kick()
    terminal.send("x")
    try terminal.expect("pain during donkey-kick, 0-10, or Enter: ")
    terminal.send("\u{1A}")
    try terminal.expect("Stopped")
    terminal.send("fg\r")
    try terminal.expect("pain during donkey-kick, 0-10, or Enter: ")
    terminal.send("4\r")
    try terminal.expect("pain after it")
    terminal.signal(SIGTERM)
    try terminal.expect("undo: psoas undo")
    try expectKick(psoas, pain: " pain=4")
  }

  @Test func ctrlZAndBack() throws {
    let psoas = try Binary()
    let terminal = try Pseudoterminal(psoas, guiding: "stretch")
    for _ in 0..<2 {
      terminal.send("\u{1A}")
      try terminal.expect(Pseudoterminal.leave)
      try terminal.expect("Stopped")
      try terminal.expect("ready> ")
      #expect(terminal.modes == terminal.before)
      terminal.send("fg\r")
      try terminal.expect(Pseudoterminal.enter)
      try terminal.expect("Paused: ")
      #expect(terminal.isRaw)
    }
    terminal.send(" q")
    try terminal.expect("nothing was done; nothing is stored")
    try terminal.expect("ready> ")
    #expect(terminal.modes == terminal.before)
  }
}
