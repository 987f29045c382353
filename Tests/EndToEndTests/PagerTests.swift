import Foundation
import Testing

/// Long results on a terminal.
@Suite struct PagerTests {
  private let psoas: Binary

  private static let log = LogTemplate { psoas in
    try psoas.shell("for i in {1..40}; do psoas pain 4 -q --note n${i}n; done")
  }

  init() throws { psoas = try PagerTests.log.copy() }

  /// What a command shows on a terminal of 24 rows, up to the word that ends it.
  private func shown(_ line: String) throws -> String {
    let terminal = try Pseudoterminal(psoas, "\(line); echo \"end:$?\"")
    try terminal.expect("end:0")
    return terminal.text
  }

  private static let marking = "sed s/^/page:/"

  @Test func whatIsLongerThanTheScreenIsPaged() throws {
    #expect(try shown("PSOAS_PAGER='\(PagerTests.marking)' psoas list").contains("page:"))
    #expect(try shown("PAGER='\(PagerTests.marking)' psoas list --format json").contains("page:"))
    let both = try shown("PAGER=false PSOAS_PAGER='\(PagerTests.marking)' psoas list")
    #expect(both.contains("page:"))
  }

  @Test(arguments: [
    "psoas list --limit 3", "psoas list --no-pager", "psoas --no-pager list", "psoas list | cat",
    "TERM=dumb psoas list", "psoas list > file; cat file", "psoas list --output file",
  ])
  func theRestIsNot(line: String) throws {
    #expect(try !shown("export PAGER='\(PagerTests.marking)'; \(line)").contains("page:"))
  }

  @Test(arguments: ["", "cat", "/nowhere/pager", "exit 126"])
  func withoutAPagerAllIsPrinted(pager: String) throws {
    let text = try shown("PSOAS_PAGER='\(pager)' psoas list 2> /dev/null")
    #expect(text.components(separatedBy: "pain 4").count == 41)
  }

  @Test func leavingThePagerIsAQuietEnd() throws {
    #expect(
      try shown("PSOAS_PAGER='head -n 1' psoas list").components(separatedBy: "pain 4").count == 2)
    #expect(!(try shown("PSOAS_PAGER=true psoas list --format json")).contains("error"))
  }

  /// With `less` as it is: the first screen, a key that leaves, and the terminal as it was.
  @Test(.needs(.less)) func lessIsTheUsualOne() throws {
    let terminal = try Pseudoterminal(psoas, "psoas list; echo \"end:$?\"")
    try terminal.expect("pain 4")
    try terminal.expect(":")
    terminal.send("q")
    try terminal.expect("end:0")
    #expect(terminal.modes == terminal.before)
    #expect(terminal.text.components(separatedBy: "pain 4").count < 30)
    // Ctrl-C is for the pager: psoas stays until it has ended. Whether less paints the screen again by itself
    // depends on what it was doing, so that it is asked to.
    terminal.send("psoas list; echo \"end:$?\"\r")
    try terminal.expect("\n:")
    terminal.send("\u{3}")
    terminal.send("r")
    try terminal.expect("pain 4")
    try terminal.expect("\n:")
    terminal.send("q")
    try terminal.expect("end:0")
  }
}
