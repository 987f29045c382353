import Foundation
import Testing

/// What a guided session refuses, and what it says.
@Suite struct GuideErrorTests {
  @Test(arguments: refusals)
  func refused(bad: Bad) throws {
    try bad.expectRefusal()
    try bad.expectNoFile()
  }

  /// In all of these standard input is empty.
  static let refusals: [Bad] = [
    Bad(["routine", "start"], 64, "missing expected argument '<name>'"),
    Bad(["routine", "start", "yoga"], 64, "there is no routine 'yoga'"),
    Bad(["routine", "start", "big", "big"], 64, "unexpected argument 'big'"),
    Bad(["routine", "start", "big", "--ready", "x"], 64, "--ready cannot be 'x'"),
    Bad(["routine", "start", "big", "--ready", "601"], 64, "--ready cannot be '601'"),
    Bad(["routine", "start", "big", "--ready", "-1"], 64, "--ready cannot be '-1'"),
    Bad(["routine", "start", "big", "--ready", "1.5"], 64, "--ready cannot be '1.5'"),
    Bad(["routine", "start", "big", "--ready"], 64, "missing value for '--ready <seconds>'"),
    Bad(
      ["routine", "start", "big", "--before", "11"], 64,
      "the pain before the session '11' is not on the scale"),
    Bad(["routine", "start", "big", "--note", ""], 64, "the note is empty"),
    Bad(
      ["routine", "start", "big", "--at", "yesterday"], 64,
      "unknown option '--at'. Did you mean '--db'?"),
    Bad(["routine", "start", "big", "--plain", "--screens"], 64, "--plain and --screens together"),
    Bad(["routine", "start", "big", "--format", "xml"], 64, "unknown format 'xml'"),
    Bad(
      ["routine", "start", "big"], 1, "standard input is neither a terminal nor a script"),
    Bad(
      ["--db", "/nowhere/log.db", "routine", "start", "big"], 1,
      "cannot write to '/nowhere/log.db': No such file or directory"),
  ]

  /// A script and what is wrong with it.
  static let scripts: [(String, String)] = [
    ("key", "line 1: cannot read 'key'"),
    ("\n\nkey spce", "line 3: there is no key 'spce'"),
    ("key space \u{1B}", "line 1: there is no key '\\u{1b}'"),
    ("wait", "line 1: cannot read 'wait'"),
    ("wait a while", "line 1: cannot read 'wait a while'"),
    ("wait -1", "line 1: cannot wait for '-1'"),
    ("wait 86400.001", "line 1: cannot wait for '86400.001'"),
    ("wait 1e3", "line 1: cannot wait for '1e3'"),
    ("# so far so good\r\npress space", "line 2: cannot read 'press space'"),
    ("key space\nanswer 3", "line 2: there is no question yet"),
    (
      "key space\nwait 6\nkey q y\nkey n",
      "line 4: a question waits for an answer (pain during curl-up, 0-10)"
    ),
    (
      "key space\nwait 6\nkey q y\nanswer none",
      "line 4: the pain during an exercise 'none' is not on the scale"
    ),
    (
      "key space\nwait 6\nkey q y\nanswer\nanswer -1",
      "line 5: the pain after the session '-1' is not on the scale"
    ),
    (
      "key space\nwait 6\nkey q y\nanswer\nanswer\nanswer hard",
      "line 6: the effort 'hard' is not on the scale"
    ),
    (
      "key space\nwait 6\nkey q y\nanswer\nanswer\nanswer\n\nwait 1",
      "line 8: nothing is left to do or to answer"
    ),
  ]

  @Test(arguments: scripts)
  func scriptsThatCannotBeFollowed(_ script: String, _ error: String) throws {
    let psoas = try Binary()
    let file = URL(fileURLWithPath: psoas.path("script"))
    try Data((script + "\n").utf8).write(to: file)
    let run = try psoas.shell("psoas routine start big < script")
    let lines = run.err.split(separator: "\n").map(String.init)
    #expect(run.status == 64 && run.out == "")
    #expect(lines.count == 2 && lines[0] == "error: \(error)", "\(run.err)")
    #expect(lines.last?.hasPrefix("hint: ") == true)
    #expect(psoas.bytes() == nil)
  }

  @Test func aScriptWithoutEnd() throws {
    let psoas = try Binary()
    let run = try psoas.shell("yes '# nothing' | psoas routine start big")
    #expect(run.status == 64 && run.err.hasPrefix("error: the script is longer than 1048576 bytes"))
    let empty = try psoas.shell("printf '# only a word\\n\\n' | psoas routine start big")
    #expect(empty.status == 1)
    #expect(empty.err.hasPrefix("error: standard input is neither a terminal nor a script\nhint: "))
    #expect(psoas.bytes() == nil)
  }
}
