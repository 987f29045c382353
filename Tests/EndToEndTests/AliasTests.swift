import Foundation
import Testing

/// Names of the user's for commands, and programs beside psoas.
@Suite struct AliasTests {
  private let psoas: Binary

  init() throws { psoas = try Binary() }

  private func set(_ name: String, _ line: String) throws {
    try #require(try psoas.run("config", "alias.\(name)", line).status == 0)
  }

  @Test func anAliasStandsForItsWords() throws {
    try set("bad", "pain 7 --note \"it's bad\"")
    try set("morning", "pain --quiet --recall morning")
    try set("again", "morning 3")
    #expect(try psoas.done("bad").contains("  pain 7"))
    #expect(try psoas.done("morning", "4") == "")
    #expect(try psoas.done("--db", psoas.log, "again", "--site", "hip") == "")
    let ratings = try psoas.objects("list", "pain")
    #expect(Set(ratings.map { $0["score"] as? Int }) == [7, 4, 3])
    #expect(Set(ratings.map { $0["recall"] as? String }) == ["now", "morning"])
    #expect(ratings.contains { $0["note"] as? String == "it's bad" })
    #expect(ratings.contains { $0["sites"] as? [String] == ["hip"] })
    // It belongs to its log.
    #expect(try psoas.run("bad", "--db", psoas.path("other.db")).status == 64)
    #expect(try psoas.run("bad", extra: ["PSOAS_DB": psoas.path("other.db")]).status == 64)
  }

  @Test func configShowsAndForgetsIt() throws {
    let made = try psoas.run("config", "alias.trend", "report trend pain --weeks 8")
    #expect(made.out == "alias.trend = report trend pain --weeks 8\n")
    #expect(try psoas.done("config", "alias.trend") == "report trend pain --weeks 8\n")
    #expect(
      try psoas.done("config").hasSuffix(
        "alias.trend = report trend pain --weeks 8\n  what 'psoas trend' runs\n"))
    try psoas.done("config", "alias.trend", "--unset")
    #expect(try !psoas.done("config").contains("alias."))
    #expect(try psoas.run("trend").status == 64)
    try psoas.done("undo")
    #expect(try psoas.done("config", "alias.trend") == "report trend pain --weeks 8\n")
  }

  @Test(arguments: [
    (["alias.pain", "log"], "'pain' is a command of psoas, so it cannot be an alias"),
    (["alias.help", "log"], "'help' is a command of psoas, so it cannot be an alias"),
    (["alias.a b", "log"], "'a b' cannot be an alias"),
    (["alias.", "log"], "'' cannot be an alias"),
    (["alias.x", "  "], "the alias 'x' would expand to nothing"),
    (["alias.x", "pain 4\n"], "the alias 'x' is too long or has control characters"),
    (
      ["alias.x", String(repeating: "x", count: 4097)],
      "the alias 'x' is too long or has control characters"
    ), (["alias.x", "pain 4 --note 'a"], "a quote in 'pain 4 --note 'a' is not closed"),
    (["alias.x", "x 4"], "the alias 'x' leads back to itself: x, x"),
    (["alias.x", "a"], "the alias 'x' leads back to itself: x, a, b, x"),
  ])
  func anAliasThatCannotBe(words: [String], message: String) throws {
    try set("a", "b 1")
    try set("b", "x")
    try Bad(["config"] + words, 64, message).expectRefusal(by: psoas)
  }

  @Test func anAliasThatIsNotThere() throws {
    try set("a", "pain 4")
    try Bad(["config", "alias.x"], 1, "there is no alias 'x'").expectRefusal(by: psoas)
  }

  /// Which only another program can have written.
  @Test func aLoopInTheLogEnds() throws {
    try set("a", "pain 4")
    try psoas.shell("sqlite3 log.db \"UPDATE setting SET value = 'a 4' WHERE key = 'alias.a'\"")
    try Bad(["a"], 64, "the alias 'a' leads back to itself: a, a").expectRefusal(by: psoas)
    #expect(try psoas.done("config", "alias.a") == "a 4\n")
  }

  @Test func programsBesidePsoasGoFirst() throws {
    try set("foo", "pain 4")
    try psoas.shell("printf '#!/bin/sh\\necho outside\\n' > psoas-foo; chmod 755 psoas-foo")
    let path: [String: String?] = ["PATH": "\(psoas.folder.path):/usr/bin:/bin"]
    #expect(try psoas.done("foo", extra: path) == "outside\n")
    #expect(try psoas.done("foo").contains("  pain 4"))
    let offered = try psoas.run("__complete", "fo", extra: path)
    #expect(offered.out.contains("foo\tpsoas-foo\n"))
  }

  @Test func whatAProgramBesidePsoasFindsInItsEnvironment() throws {
    try psoas.shell(
      "printf '#!/bin/sh\\nenv | grep ^PSOAS_ | sort\\n' > psoas-foo; chmod 755 psoas-foo")
    let extra: [String: String?] = [
      "PATH": "\(psoas.folder.path):/usr/bin:/bin", "PSOAS_DB": nil, "PSOAS_NOW": nil,
    ]
    let plain = try psoas.done("foo", extra: extra)
    #expect(
      plain == """
        PSOAS_COMMIT=
        PSOAS_DB=\(psoas.folder.path)/.local/share/psoas/log.db
        PSOAS_PROGRAM=\(URL(fileURLWithPath: Binary.path).resolvingSymlinksInPath().path)
        PSOAS_VERSION=0.2.0

        """)
    let given = try psoas.run(
      ["-q", "--color=never", "--now", "2026-11-20T18:00:00Z", "--db", "x.db", "foo"], extra: extra)
    for line in [
      "PSOAS_QUIET=1", "PSOAS_COLOR=never", "PSOAS_NOW=2026-11-20T18:00:00Z", "/x.db\n",
    ] { #expect(given.out.contains(line)) }
    #expect(given.out.contains("PSOAS_DB=/"))
  }
}
