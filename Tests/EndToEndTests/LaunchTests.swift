import Foundation
import Testing

/// The program before its commands: help, names, options in front, ways out.
@Suite struct LaunchTests {
  private static let commands = [
    "", "init", "log", "pain", "measure", "day", "status", "list", "show", "rm", "report",
    "report weekly", "exercise", "exercise list", "exercise show", "exercise add", "config",
    "routine", "routine list", "routine show", "routine start",
  ]

  @Test(arguments: commands)
  func everyCommandHasHelpWithAnExample(command: String) throws {
    let psoas = try Binary()
    let words = command.split(separator: " ").map(String.init)
    for help in ["--help", "-h"] {
      let run = try psoas.run(words + [help])
      #expect(run.status == 0 && run.err == "")
      #expect(run.out.contains("Example: psoas \(command)"), "\(run.out)")
      #expect(run.out.contains("USAGE: psoas \(command)"), "\(run.out)")
    }
    #expect(try psoas.run(["help"] + words).out == (try psoas.run(words + ["--help"]).out))
    #expect(psoas.bytes() == nil)
  }

  @Test func theVersion() throws {
    let psoas = try Binary()
    #expect(try psoas.done("--version") == "psoas 0.2.0\n")
  }

  @Test func withoutWordsItHelps() throws {
    let psoas = try Binary()
    #expect(try psoas.done() == (try psoas.done("--help")))
  }

  @Test(arguments: [
    ("paim", "did you mean 'psoas pain'?"), ("stauts", "did you mean 'psoas status'?"),
    ("mesure", "did you mean 'psoas measure'?"), ("lst", "did you mean 'psoas list'?"),
  ])
  func theNearestCommandIsSuggested(word: String, hint: String) throws {
    let run = try Binary().run(word, "4")
    #expect(run.status == 64)
    #expect(run.err == "error: '\(word)' is not a command of psoas\nhint: \(hint)\n")
  }

  @Test func helpOnAnUnknownCommandFails() throws {
    let run = try Binary().run("help", "nope")
    #expect(run.status == 64)
    #expect(run.err.hasPrefix("error: 'nope' is not a command of psoas\nhint: "))
  }

  @Test func anOptionInFrontWithoutItsValueIsNamedRight() throws {
    let run = try Binary().run("--db")
    #expect(run.status == 64)
    #expect(run.err.hasPrefix("error: missing value for '--db"))
  }

  @Test func optionsMayStandInFront() throws {
    let psoas = try Binary()
    let other = psoas.path("other.db")
    try psoas.done(
      "--db", other, "--quiet", "--now=2026-11-19T10:00:00Z", "--color", "never", "pain", "4")
    #expect(psoas.bytes() == nil)
    let all = try psoas.objects("--db=\(other)", "list")
    #expect(all.map { $0["at"] as? String } == ["2026-11-19T10:00:00+00:00"])
    try psoas.done("-q", "log", "bird-dog", "3x8", "--db", other)
    #expect(try psoas.objects("list", "--db", other).count == 2)
    let weekly = try psoas.object("--db", other, "report", "weekly")
    #expect(weekly["report"] as? String == "weekly")
  }

  @Test func anOutsideCommandRunsFromPath() throws {
    let psoas = try Binary()
    let script = psoas.path("psoas-foo")
    try psoas.shell(
      """
      printf '#!/bin/sh\\necho "$PSOAS_DB|$PSOAS_NOW|$#|$1|$2"\\nexit 7\\n' >psoas-foo
      chmod 755 psoas-foo
      """)
    let path: [String: String?] = ["PATH": "\(psoas.folder.path):/usr/bin:/bin"]
    let run = try psoas.run("foo", "a b", "--x", extra: path)
    #expect(run.status == 7)
    #expect(run.out == "\(psoas.log)|2026-11-20T18:00:00Z|2|a b|--x\n")
    let moved = try psoas.run(
      "--db", "/d b", "--now=2026-01-01T00:00:00Z", "foo", extra: path)
    #expect(moved.out == "/d b|2026-01-01T00:00:00Z|0||\n")
    // Its own commands come first, and a file that cannot be run is none.
    try psoas.shell("cp psoas-foo psoas-pain; cp psoas-foo psoas-bar; chmod 644 psoas-bar")
    #expect(try psoas.run("pain", "4", extra: path).status == 0)
    #expect(try psoas.run("bar", extra: path).status == 64)
    #expect(FileManager.default.fileExists(atPath: script))
  }

  @Test func outputReplacesAFileInOneStep() throws {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    try psoas.shell("umask 0; echo old >out; chmod 666 out; ln out link; ln -s out sym")
    #expect(try psoas.done("list", "--format", "csv", "--output", psoas.path("out")) == "")
    let csv = try psoas.done("list", "--format", "csv")
    #expect(try psoas.shell("cat out").out == csv)
    #expect(try psoas.mode(psoas.path("out")) == 0o600)
    // A new file took the name; the old one lives on under its other name.
    #expect(try psoas.shell("cat link").out == "old\n")
    #expect(try psoas.shell("ls -A").out == "link\nlog.db\nout\nsym\n")
    try psoas.shell("umask 0; psoas status --output new")
    #expect(try psoas.mode(psoas.path("new")) == 0o600)
  }

  @Test func outputGoesToStandardOutputByItsName() throws {
    let psoas = try Binary()
    // Never as root: a mistake would replace /dev/stdout, which is a link, for the whole system.
    try psoas.handOver()
    let status = try psoas.unprivileged("psoas status")
    let run = try psoas.unprivileged("psoas status --output /dev/stdout >out; cat out")
    #expect(run.out == status.out)
    #expect(run.err == "")
  }

  @Test func outputThatCannotBeWrittenFails() throws {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    for (file, reason) in [
      ("/nope/x", "No such file or directory"), ("", "No such file or directory"),
      (psoas.folder.path, "Is a directory"),
    ] {
      let run = try psoas.run("list", "--output", file)
      #expect(run.status == 1 && run.out == "")
      #expect(run.err.hasPrefix("error: cannot write to '\(file)': \(reason)\n"))
      #expect(run.err.contains("\nhint: "))
    }
  }

  @Test func quietLeavesOutConfirmationsOnly() throws {
    let psoas = try Binary()
    #expect(try psoas.done("pain", "4", "--quiet") == "")
    #expect(try psoas.done("init", "-q") == "")
    #expect(try psoas.done("list", "--quiet").hasSuffix("  Fri 2026-11-20 18:00  pain 4\n"))
    let json = try psoas.object("pain", "5", "--quiet")
    #expect(json["score"] as? Int == 5)
    let run = try psoas.run("pain", "11", "--quiet")
    #expect(run.status == 64 && run.err.hasPrefix("error: "))
  }

  @Test func colourOnlyWhereItIsWanted() throws {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    let plain = try psoas.done("status")
    #expect(!plain.contains("\u{1B}"))
    #expect(try psoas.done("status", "--color", "never") == plain)
    let tinted = try psoas.done("status", "--color", "always", extra: ["NO_COLOR": "1"])
    #expect(tinted.contains("\u{1B}[1mToday"))
    for form in ["csv", "json", "markdown"] {
      let text = try psoas.done("report", "weekly", "--format", form, "--color", "always")
      #expect(!text.contains("\u{1B}"))
    }
    try psoas.done("report", "weekly", "--color", "always", "--output", psoas.path("weekly"))
    #expect(try !psoas.shell("cat weekly").out.contains("\u{1B}"))
    // On a terminal, which `script` makes.
    let line = "script -qec 'psoas status' /dev/null"
    #expect(try psoas.shell(line, extra: ["TERM": "xterm"]).out.contains("\u{1B}[1mToday"))
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
      let run = try psoas.shell(line, extra: [name: value])
      #expect(run.out.contains("Today") && !run.out.contains("\u{1B}"))
    }
  }

  @Test func wordsThatAreNotUTF8AreRefused() throws {
    let psoas = try Binary()
    let run = try psoas.shell("psoas pain 4 --note $'a\\xffb'")
    #expect(run.status == 64)
    #expect(run.err.hasPrefix("error: word 4 of the command line is not UTF-8\nhint: "))
    #expect(psoas.bytes() == nil)
  }
}
