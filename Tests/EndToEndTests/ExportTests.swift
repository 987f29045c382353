import Foundation
import Testing

/// What goes out comes back as it was.
@Suite struct ExportTests {
  @Test func theFolderOneIsInIsRefused() throws {
    let psoas = try Binary()
    try psoas.done("pain", "4", "--quiet")
    let run = try psoas.shell("mkdir empty; cd empty; psoas --db ../log.db export csv .")
    #expect(
      run.err == """
        error: '.' is the folder that you are in
        hint: name a new folder in it

        """)
    #expect(run.status == 1)
  }

  @Test(arguments: 1...8)
  func aRandomLogComesBackFromJSON(seed: UInt64) throws {
    let psoas = try Binary()
    try RandomLog.fill(psoas, seed: seed)
    let first = try psoas.done("export", "json")
    try psoas.done("export", "json", "--output", psoas.path("log.json"))
    #expect(try psoas.mode(psoas.path("log.json")) == 0o600)
    #expect(try String(contentsOfFile: psoas.path("log.json"), encoding: .utf8) == first)
    #expect(try JSONSerialization.jsonObject(with: Data(first.utf8)) is [String: Any])
    let fresh = psoas.path("fresh.db")
    try psoas.done("import", "json", psoas.path("log.json"), "--db", fresh, "--quiet")
    #expect(try psoas.done("export", "json", "--db", fresh) == first)
    let again = try psoas.done("import", "json", psoas.path("log.json"), "--db", fresh)
    #expect(again.hasPrefix("nothing new in '"), "\(again)")
    #expect(try psoas.done("export", "json", "--db", fresh) == first)
  }

  @Test(arguments: 11...18)
  func aRandomLogComesBackFromTables(seed: UInt64) throws {
    let psoas = try Binary()
    try RandomLog.fill(psoas, seed: seed)
    let whole = try psoas.done("export", "json")
    try psoas.done("export", "csv", psoas.path("tables"), "--quiet")
    #expect(try psoas.mode(psoas.path("tables")) == 0o700)
    #expect(try psoas.mode(psoas.path("tables/sessions.csv")) == 0o600)
    let fresh = psoas.path("fresh.db")
    try psoas.done("import", "tables", psoas.path("tables"), "--db", fresh, "--quiet")
    try psoas.done("export", "csv", psoas.path("again"), "--db", fresh, "--quiet")
    let difference = try psoas.shell("diff -r tables again")
    #expect(difference.status == 0, "\(difference.out)")
    // An empty text where nothing would do comes back as nothing.
    func plain(_ text: String) -> String {
      text.replacingOccurrences(of: ",\"harder\":\"\"", with: "")
    }
    #expect(try plain(psoas.done("export", "json", "--db", fresh)) == plain(whole))
  }

  @Test func anImportIsOneStep() throws {
    let psoas = try Binary()
    try RandomLog.fill(psoas, seed: 99)
    try psoas.done("export", "json", "--output", psoas.path("log.json"))
    let other = psoas.path("other.db")
    try psoas.done("init", "--db", other)
    let empty = try psoas.done("export", "json", "--db", other)
    let tried = try psoas.done("import", "json", psoas.path("log.json"), "--db", other, "--dry-run")
    #expect(tried.hasPrefix("would add "))
    #expect(try psoas.done("export", "json", "--db", other) == empty)
    #expect(
      try psoas.done("import", "json", psoas.path("log.json"), "--db", other).hasSuffix(
        "undo: psoas undo\n"))
    try psoas.done("undo", "--db", other)
    #expect(try psoas.done("export", "json", "--db", other) == empty)
  }

  @Test func whatIsThereStays() throws {
    let psoas = try Binary()
    try psoas.done("pain", "4", "--note", "as it was", "--quiet")
    try psoas.done("export", "json", "--output", psoas.path("log.json"))
    try psoas.done("edit", "last", "--note", "as it is", "--quiet")
    try psoas.done("pain", "5", "--quiet")
    let run = try psoas.done("import", "json", psoas.path("log.json"))
    #expect(
      run
        == "nothing new in '\(psoas.path("log.json"))'\nthere already, and left as it is: 1 pain rating\n"
    )
    #expect(try psoas.done("export", "json").contains("as it is"))
  }

  @Test func redactedMeansWithoutTheUsersWords() throws {
    let psoas = try Binary()
    try psoas.done("exercise", "add", "my-move", "--name", "SECRET name", "--quiet")
    try psoas.done("pain", "4", "--note", "SECRET note", "--trigger", "secret trigger", "--quiet")
    try psoas.done("log", "my-move", "3x8", "--note", "SECRET", "--quiet")
    try psoas.done("flare", "start", "--note", "SECRET", "--quiet")
    try psoas.done("config", "alias.bad", "pain 7 --note SECRET", "--quiet")
    let text = try psoas.done("export", "json", "--redact")
    #expect(!text.lowercased().contains("secret"))
    #expect(text.contains("\"redacted\": true") && text.contains("\"score\":4"))
    try psoas.done("export", "csv", psoas.path("tables"), "--redact", "--quiet")
    #expect(try psoas.shell("grep -ri secret tables").status == 1)
    try psoas.done("import", "tables", psoas.path("tables"), "--db", psoas.path("b.db"), "--quiet")
    #expect(try psoas.done("export", "json", "--redact", "--db", psoas.path("b.db")) == text)
  }

  @Test(arguments: [
    ("{}", "the file is no export of psoas"), ("nonsense", "the file is no export of psoas"),
    ("", "the file is no export of psoas"),
    (
      "{\"format\":\"psoas\",\"version\":2}",
      "the file has version 2 of the form, this psoas knows 1"
    ),
    (
      "{\"format\":\"psoas\",\"version\":1,\"pain\":[",
      "line 1: the file ends in the middle; the rest of it may be missing"
    ),
    (
      "{\"format\":\"psoas\",\"version\":1,\n\"pain\":[\n{\"id\":\"x\"}]}",
      "line 3: 'id' of the pain rating is 'x', which is no key of 32 hexadecimal digits"
    ),
    (
      "{\"format\":\"psoas\",\"version\":1,\"pain\":[{\"mood\":1}]}",
      "line 1: a pain rating has 'mood', which this psoas does not know"
    ),
    (
      "{\"format\":\"psoas\",\"version\":1,\"moods\":[]}",
      "line 1: there is a list 'moods', which this psoas does not know"
    ),
    (
      "{\"format\":\"psoas\",\"version\":1,\"settings\":[{\"key\":\"a\"}]}",
      "line 1: 'value' of the setting is missing"
    ),
    (
      "{\"format\":\"psoas\",\"version\":1,\"pain\":[{\"id\":\"00000000000000000000000000000001\",\"at\":\"2026-02-30T07:30:00+01:00\"}]}",
      "line 1: 'at' of the pain rating is '2026-02-30T07:30:00+01:00', which is no moment such as 2026-11-20T07:30:00+01:00"
    ),
    (
      "{\"format\":\"psoas\",\"version\":1,\"aliases\":[{\"alias\":\"a\",\"exercise\":\"b\"}]}",
      "line 1: the alias names the exercise 'b', which neither the log nor the file before it has"
    ),
    (
      "{\"format\":\"psoas\",\"version\":1,\"kinds\":[{\"slug\":\"a\",\"title\":\"a\",\"unit\":\"s\",\"better\":\"lower\",\"sided\":false,\"lowest\":3,\"highest\":3,\"own\":true}]}",
      "line 1: the kind of measurement has values that do not go together"
    ),
  ])
  func badFilesAreRefused(_ text: String, _ message: String) throws {
    let psoas = try Binary()
    try psoas.done("pain", "3", "--quiet")
    let before = psoas.bytes()
    try Data(text.utf8).write(to: URL(fileURLWithPath: psoas.path("x.json")))
    let run = try psoas.run("import", "json", psoas.path("x.json"))
    #expect(run.status == 1 && run.out.isEmpty)
    #expect(run.err.hasPrefix("error: \(message)\nhint: "), "\(run.err)")
    #expect(psoas.bytes() == before)
    // Where there is no log, none is left behind for a file that cannot be read.
    let fresh = psoas.path("fresh.db")
    _ = try psoas.run("import", "json", psoas.path("x.json"), "--db", fresh)
    if !message.contains("neither the log") && !message.contains("together") {
      #expect(!FileManager.default.fileExists(atPath: fresh))
    }
  }

  @Test func badFoldersAreRefused() throws {
    let psoas = try Binary()
    try psoas.done("pain", "3", "--quiet")
    try psoas.done("export", "csv", psoas.path("tables"), "--quiet")
    func refused(_ change: String) throws -> String {
      try psoas.shell("rm -rf t; cp -r tables t; cd t; \(change)")
      let run = try psoas.run("import", "tables", psoas.path("t"))
      #expect(run.status == 1 && run.err.contains("\nhint: "))
      return String(run.err.prefix { $0 != "\n" })
    }
    #expect(
      try refused("rm pain.csv")
        == "error: cannot read '\(psoas.path("t/pain.csv"))': No such file or directory")
    #expect(
      try refused("sed -i 's/,3,now/,11,now/' pain.csv")
        == "error: 'pain.csv', line 2: 'score (0-10)' of the pain rating is '11', which is no number from 0 to 10 with at most one decimal"
    )
    #expect(
      try refused("sed -i '1s/zone/place/' pain.csv").hasPrefix(
        "error: 'pain.csv' does not have the columns 'id', 'at', 'zone'"))
    #expect(
      try refused("echo '00000000000000000000000000000001,hip,left' >> pain-sites.csv")
        == "error: 'pain-sites.csv', line 2: the site belongs to no pain rating of 'pain.csv', or not in its order"
    )
    #expect(try refused("echo x > psoas.csv") == "error: 'psoas.csv' is no export of psoas")
    for (path, message) in [
      ("tables", "there are files in '\(psoas.path("tables"))' already"),
      ("log.db", "'\(psoas.path("log.db"))' exists and is not a folder"),
      ("no/where", "cannot make the folder '\(psoas.path("no/where"))': No such file or directory"),
    ] {
      let run = try psoas.run("export", "csv", psoas.path(path))
      #expect(run.status == 1 && run.err.hasPrefix("error: \(message)\nhint: "), "\(run.err)")
    }
    try psoas.shell("mkdir empty")
    try psoas.done("export", "csv", psoas.path("empty"), "--quiet")
    #expect(try psoas.mode(psoas.path("empty")) == 0o700)
  }

  @Test func wrongWords() throws {
    for bad in [
      Bad(["export", "json", "--format", "csv"], 64, "this result has no format 'csv'"),
      Bad(["import", "word", "x"], 64, "there is no format 'word'"),
      Bad(
        ["import", "json", "/nowhere/x"], 1, "cannot read '/nowhere/x': No such file or directory"),
      Bad(["import", "json", "/tmp"], 1, "'/tmp' is a folder"),
      Bad(["export", "csv", ""], 64, "the name of the folder is empty"),
    ] {
      try bad.expectRefusal()
    }
  }
}
