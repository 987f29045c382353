import Foundation
import Testing

/// Health data stays with its owner: permissions, links that others may set, and no network.
@Suite struct PrivacyTests {
  /// A line for every command; `psoas` is the program.
  private static let everyCommand = """
    psoas init; psoas log bird-dog 3x8 --after 3; psoas pain 4 --note first; psoas pain 3
    psoas measure thomas 9 --side left; psoas day sitting=9h sleep=6.5h; psoas status; psoas list
    psoas show last; psoas edit last --note x; psoas search first; psoas undo; psoas redo
    psoas rm last; psoas history; psoas protocol list; psoas protocol show staged-recovery
    psoas stage; psoas check --look; psoas flare start; psoas flare; psoas flare end; psoas config
    psoas config day.start 05:00; psoas exercise list; psoas exercise show bird-dog
    psoas exercise add heel-slide; psoas routine list; psoas routine show big-three
    for report in weekly 'trend pain' 'relate pain sitting' compare response factors adherence; do
      psoas report $report; psoas report $report --format svg
    done
    echo '<HealthData/>' > export.xml; psoas import apple-health export.xml; rm export.xml
    psoas --help; psoas help report
    """

  @Test(.needs(.strace)) func noCommandOpensASocket() throws {
    let psoas = try Binary()
    // The calls of every process that the program starts are in the one file.
    let traced = "strace -f -qq -A -e trace=%network -e signal=none -o calls"
    let run = try psoas.shell(
      "psoas() { \(traced) \"$PROGRAM\" \"$@\"; }; \(PrivacyTests.everyCommand)",
      extra: ["PROGRAM": Binary.path])
    #expect(try psoas.objects("list").count > 3, "\(run)")
    #expect(try String(contentsOfFile: psoas.path("calls"), encoding: .utf8) == "")
  }

  @Test(.needs(.nm)) func theProgramKnowsNoWayToTheNetwork() throws {
    for (program, sign) in [("psoas", "sqlite3_open_v2"), ("psoas-unpack", "XML_Parse")] {
      let path = URL(fileURLWithPath: Binary.path).deletingLastPathComponent()
        .appendingPathComponent(program).path
      let symbols = try Binary().shell(
        "nm -D --undefined-only \"$PROGRAM\"", extra: ["PROGRAM": path])
      let names = Set(
        symbols.out.split(whereSeparator: \.isWhitespace).map { $0.prefix { $0 != "@" } })
      #expect(names.contains(sign[...]))
      for name in ["socket", "connect", "bind", "send", "sendto", "getaddrinfo", "gethostbyname"] {
        #expect(!names.contains(name[...]), "\(program): \(name)")
      }
    }
  }

  /// Killed when it is about to remove the journal, which lies beside the log until the next command.
  @Test(.needs(.strace)) func theJournalIsPrivate() throws {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    try psoas.shell(
      "umask 0; strace -f -qq -o trace -e inject=unlink:signal=KILL psoas pain 5")
    #expect(try psoas.mode(psoas.path("log.db-journal")) == 0o600)
    #expect(try psoas.objects("list").count == 1)
  }

  @Test func theDraftOfAnEditorIsPrivate() throws {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    try psoas.shell(
      """
      echo 'stat -c %a "$1" "${1%/*}" >modes' >look
      umask 0; EDITOR='sh look' psoas edit last
      """)
    #expect(try psoas.shell("cat modes").out == "600\n700\n")
  }

  @Test func aResultNeverGoesThroughALink() throws {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    try psoas.shell("echo kept >target; ln -s target link; ln -s nowhere dangling; ln -s . folder")
    for link in ["link", "dangling", "folder"] {
      for words in [["list"], ["pain", "5"]] {
        let run = try psoas.run(words + ["--output", psoas.path(link)])
        #expect(run.status == 1 && run.out.isEmpty)
        #expect(
          run.err.hasPrefix(
            "error: cannot write to '\(psoas.path(link))': it is a link to another file\nhint: "))
      }
    }
    #expect(try psoas.shell("cat target; ls nowhere").out == "kept\n")
    #expect(try psoas.objects("list").count == 1)
    // A folder that is a link is a way like any other.
    #expect(try psoas.done("list", "--output", psoas.path("folder/new")) == "")
  }

  /// People keep such files elsewhere and link to them.
  @Test func aLogMayBeALink() throws {
    let psoas = try Binary()
    try psoas.shell("mkdir far; : >far/real.db; ln -s far/real.db log.db; umask 0; psoas pain 4")
    #expect(try psoas.run("pain", "5").status == 0)
    #expect(try psoas.objects("list", "--db", psoas.path("far/real.db")).count == 2)
    #expect(
      try psoas.shell("stat -c '%F %a' log.db far/real.db").out.hasSuffix("regular file 600\n"))
    #expect(try psoas.shell("ls -A far").out == "real.db\n")
  }

  @Test func aLogThatIsALinkToNothing() throws {
    let psoas = try Binary()
    try psoas.shell("ln -s real.db log.db")
    for words in [["list"], ["pain", "4"], ["init"]] {
      let run = try psoas.run(words)
      #expect(run.status == 1 && run.out.isEmpty)
      #expect(
        run.err.hasPrefix("error: '\(psoas.log)' is a link that leads nowhere\nhint: "), "\(run)")
    }
    #expect(try psoas.shell("ls -A").out == "log.db\n")
  }

  /// In a folder where everyone may make files, a link may be a trap.
  @Test(.needsRoot) func aLinkOfAnotherUserInASharedFolder() throws {
    let psoas = try Binary()
    try psoas.shell(
      """
      mkdir shared; : >real.db; chmod 666 real.db; chmod 777 .; chown 65534 shared; chmod 1777 shared
      ln -s ../real.db shared/log.db; chown -h 1 shared/log.db
      """)
    let run = try psoas.run("pain", "4", "--db", psoas.path("shared/log.db"))
    #expect(run.status == 1 && run.out.isEmpty)
    #expect(
      run.err.hasPrefix(
        "error: '\(psoas.path("shared/log.db"))' is a link that another user put into a shared folder"
          + "\nhint: "), "\(run)")
    #expect(try psoas.shell("cat real.db").out.isEmpty)
  }
}
