import Foundation
import Testing

/// Ways out that are full, closed or gone.
@Suite struct PipeTests {
  /// A log whose list as JSON is larger than the buffer of a pipe.
  private static let log = LogTemplate { psoas in
    let note = String(repeating: "long ", count: 3000)
    for _ in 0..<8 { try psoas.run("pain", "4", "--note", note) }
    try #require(try psoas.done("list", "--format", "json").utf8.count > 65_536)
  }

  private func large() throws -> Binary { try PipeTests.log.copy() }

  @Test func aReaderThatLeavesIsAQuietEnd() throws {
    let psoas = try large()
    let run = try psoas.shell("set -o pipefail; psoas list --format json | head -1")
    #expect(run.status == 0)
    #expect(run.out == "[\n")
    #expect(run.err == "")
  }

  @Test(arguments: ["list", "list --format json", "status", "report weekly", "--help", "--version"])
  func aFullDiskIsAFailure(words: String) throws {
    let psoas = try large()
    let before = psoas.bytes()
    let run = try psoas.shell("psoas \(words) >/dev/full")
    #expect(run.status == 1)
    #expect(
      run.err.hasPrefix("error: cannot write to standard output: No space left on device\n"))
    #expect(psoas.bytes() == before)
  }

  @Test func aFullDiskBehindOutputIsAFailure() throws {
    let psoas = try large()
    try psoas.handOver()
    let run = try psoas.unprivileged("psoas list --output /dev/full")
    #expect(run.status == 1 && run.out == "")
    #expect(run.err.hasPrefix("error: cannot write to '/dev/full': No space left on device\n"))
  }

  @Test(arguments: ["list", "pain 4", "log bird-dog 3x8", "--help"])
  func aClosedWayOutIsAFailure(words: String) throws {
    let psoas = try large()
    let run = try psoas.shell("psoas \(words) >&-")
    #expect(run.status == 1)
    #expect(run.err.hasPrefix("error: cannot write to standard output: Bad file descriptor\n"))
    #expect(try psoas.integrity() == "ok\n")
    #expect(try psoas.shell("psoas \(words) >&- 2>&- <&-").status == 1)
    #expect(try psoas.integrity() == "ok\n")
    #expect(try psoas.run("list").status == 0)
  }

  /// Who repeats a command that failed must not do it twice.
  @Test func whatIsDoneIsSaidToBeDone() throws {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    let done = "the command itself was carried out"
    for (words, hint) in [
      ("edit last --score 5", done), ("undo", done), ("redo", done), ("rm last", done),
      ("config report.weeks 8", done), ("exercise add heel-slide", done), ("backup", done),
      ("history --forget", done), ("export csv out", done),
      ("check --no-to-all", "the check was stored"),
      ("check --yes fever", "the check was stored"),
      ("check --resolved seen", done),
      ("doctor --accept", "the repair was done"),
      ("doctor --salvage rescued.db", "what was saved is in 'rescued.db'"),
    ] {
      let run = try psoas.shell("psoas \(words) --color never >/dev/full")
      #expect(run.status == 1)
      let message = "error: cannot write to standard output: No space left on device\nhint: "
      #expect(run.err.hasSuffix(message + hint + "\n"), "\(words): \(run.err)")
    }
    // Nothing was done.
    for words in ["edit last --resolution seen", "init", "config report.weeks"] {
      let run = try psoas.shell("psoas \(words) >/dev/full")
      #expect(run.err.contains("\nhint: send it elsewhere"), "\(words): \(run.err)")
    }
  }

  /// 8 KiB are too little to write the log's new page.
  @Test func aLimitOnFileSizesIsAFailure() throws {
    let psoas = try large()
    let before = psoas.bytes()
    let line = "ulimit -c 0; ulimit -f 8; exec env"
    let run = try psoas.shell("\(line) --ignore-signal=XFSZ psoas pain 4")
    #expect(run.status == 1 && run.out == "")
    #expect(run.err.hasPrefix("error: reading or writing '\(psoas.log)' failed: disk I/O error\n"))
    #expect(run.err.contains("\nhint: "))
    let signalled = try psoas.shell("\(line) --default-signal=XFSZ psoas pain 4")
    #expect(signalled.status == 1)
    #expect(signalled.err.hasPrefix("error: "))
    #expect(try psoas.objects("list").count == 8)
    #expect(psoas.bytes() == before)
    #expect(try psoas.integrity() == "ok\n")
  }
}
