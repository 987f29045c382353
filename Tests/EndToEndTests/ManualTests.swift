import Foundation
import Testing

/// The pages of the manual.
@Suite struct ManualTests {
  private let psoas: Binary

  /// The pages by name, made once.
  private static let made = Result {
    let psoas = try Binary()
    try psoas.done("__man", psoas.folder.path, "2026-11-20")
    let names = try FileManager.default.contentsOfDirectory(atPath: psoas.folder.path)
    return try names.map { ($0, try Data(contentsOf: psoas.folder.appendingPathComponent($0))) }
  }

  init() throws {
    psoas = try Binary()
    try psoas.shell("mkdir -p share/man/man1")
    for (name, page) in try ManualTests.made.get() {
      try page.write(to: psoas.folder.appendingPathComponent("share/man/man1/\(name)"))
    }
  }

  private func pages() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: psoas.path("share/man/man1")).sorted()
  }

  @Test func everyCommandHasAPage() throws {
    let pages = try pages()
    #expect(pages.count >= 45)
    for name in ["psoas.1", "psoas-pain.1", "psoas-report.1", "psoas-report-weekly.1"] {
      #expect(pages.contains(name))
    }
    let commands = try psoas.done("__complete", "").split(separator: "\n").map {
      String($0.prefix { $0 != "\t" })
    }
    for command in commands where command != "help" {
      #expect(pages.contains("psoas-\(command).1"), "\(command)")
    }
  }

  @Test(.needs(.man)) func aPageSaysWhatTheHelpSays() throws {
    let text = try psoas.shell(
      "MANWIDTH=500 man -l share/man/man1/psoas-pain.1 | sed 's/.\\x08//g'"
    ).out
    for words in [
      "psoas-pain - log a pain score", "--recall window", "--site site", "psoas(1)", "2026-11-20",
      "psoas 0.2.0", "-q, --quiet", "EXAMPLES",
    ] { #expect(text.contains(words), "\(words) in \(text)") }
  }

  @Test(.needs(.man)) func thePagesAreClean() throws {
    let man = try psoas.shell(
      """
      for page in share/man/man1/*.1; do
        LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z $page > /dev/null
      done
      """)
    #expect(man.status == 0 && man.err == "", "\(man.err)")
  }

  @Test(.needs(.mandoc)) func mandocFindsNothing() throws {
    let run = try psoas.shell("mandoc -Tlint -Wwarning share/man/man1/*.1")
    #expect(run.out == "" && run.err == "", "\(run.out)")
  }

  @Test(.needs(.man)) func helpOpensThePageOnATerminal() throws {
    let line = "script -qec 'psoas help report weekly' /dev/null"
    let extra: [String: String?] = ["TERM": "xterm", "MANPAGER": "cat", "MANWIDTH": "80"]
    let found = try psoas.shell(
      line, extra: extra.merging(["MANPATH": psoas.path("share/man")]) { $1 })
    #expect(found.out.contains("PSOAS-REPORT-WEEKLY(1)"), "\(found)")
    // Where there is no page, or nobody to read it, the help.
    let none = try psoas.shell(line, extra: extra.merging(["MANPATH": "/nowhere"]) { $1 })
    #expect(none.out.contains("USAGE: psoas report weekly"), "\(none)")
    let piped = try psoas.shell(
      "psoas help report weekly", extra: ["MANPATH": psoas.path("share/man")])
    #expect(piped.out.contains("USAGE: psoas report weekly"))
  }

  @Test(arguments: [["/nowhere", "2026-11-20"], ["/tmp"], ["/tmp", "x"], []])
  func aFolderIsNeeded(words: [String]) throws {
    let run = try psoas.run(["__man"] + words)
    #expect(run.status != 0 && run.err.hasPrefix("error: ") && run.err.contains("\nhint: "))
  }
}
