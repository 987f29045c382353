import Foundation
import Testing

/// What the program offers for a line that is being typed.
@Suite struct CompletionTests {
  private let psoas: Binary

  init() throws { psoas = try Binary() }

  /// A log with something of the user's own of every kind.
  private func fill() throws {
    for line in [
      "exercise add bird-watching --name 'Bird watching'", "pain 4 --site low-back",
      "measure thomas -5 --side left", "day sitting=9h tea=3",
      "measure --define heel-to-seat --unit cm --better lower",
      "config alias.evening 'log --routine big-three'",
      "protocol start staged-recovery --no-to-all",
    ] { try #require(try psoas.shell("psoas \(line)").status == 0, "\(line)") }
  }

  /// The words offered for the last of these.
  private func offered(_ words: String..., extra: [String: String?] = [:]) throws -> [String] {
    let run = try psoas.run(["__complete"] + words, extra: extra)
    #expect(run.status == 0 && run.err == "", "\(words): \(run)")
    return run.out.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
  }

  @Test func commandsAndOptions() throws {
    #expect(try offered("st") == ["status", "stage"])
    #expect(try offered("report", "").contains("weekly"))
    #expect(try offered("--db", "x", "-q", "pai") == ["pain"])
    #expect(try offered("pain", "--re") == ["--recall"])
    #expect(try offered("pain", "4", "--recall", "") == ["now", "average", "worst", "morning"])
    #expect(try offered("pain", "--recall=w") == ["--recall=worst"])
    #expect(try offered("--q") == ["--quiet"])
    #expect(try offered("--") == ["--no-pager", "--quiet", "--color", "--db", "--now"])
    #expect(try offered("pa", "4", "--rec") == ["--recall"])
    #expect(try offered("weekly", "--wee") == ["--weeks"])
    #expect(try offered("trend", "glute") == ["glute-bridge"])
    #expect(try offered("help", "tr") == [])
    #expect(try offered("help", "rep", "tr") == ["trend"])
    #expect(try offered("exercise", "--fo") == ["--format"])
    #expect(try offered("help", "report", "tr") == ["trend"])
    #expect(try offered("list", "--format", "") == ["text", "markdown", "csv", "json"])
    #expect(try offered("report", "trend", "--format", "s") == ["svg"])
    #expect(try offered("pain", "--note", "l") == [])
    #expect(try offered("pain", "--", "--") == [])
    #expect(try offered("pain", "--output", "") == [":files"])
    #expect(try offered("protocol", "add", "x") == [":files"])
    #expect(try offered("--db", "") == [":files"])
    #expect(psoas.bytes() == nil)
  }

  @Test func eachComesWithAFewWords() throws {
    let run = try psoas.run("__complete", "pai")
    #expect(run.out == "pain\tLog a pain score.\n")
  }

  @Test func wordsOfTheUsersOwnLog() throws {
    #expect(try offered("log", "bird-w") == [])
    try fill()
    #expect(try offered("log", "bird-w") == ["bird-watching"])
    #expect(try offered("log", "bird-dog", "3x8", "bird-w") == ["bird-watching"])
    #expect(try offered("log", "--routine", "big") == ["big-three"])
    #expect(try offered("measure", "heel") == ["heel-to-seat"])
    #expect(try offered("report", "trend", "tho") == ["thomas:left"])
    #expect(try offered("report", "relate", "pain", "t").contains("tea"))
    #expect(try offered("day", "") == ["sitting=", "tea="])
    #expect(try offered("pain", "4", "--site", "buttock:r") == ["buttock:right"])
    #expect(try offered("protocol", "show", "tw") == ["twelve-minute"])
    #expect(try offered("report", "compare", "--a", "mob") == ["mobilise"])
    #expect(try offered("config", "day.") == ["day.start"])
    #expect(try offered("config", "alias") == ["alias.evening"])
    #expect(try offered("ev") == ["evening"])
    #expect(try offered("evening", "--min") == ["--minutes"])
    let ids = try offered("rm", "")
    #expect(ids.first == "last" && ids.count >= 4)
    let newest = try psoas.run("__complete", "show", "la").out
    #expect(newest == "last\tthe newest entry\n")
    #expect(try psoas.run("__complete", "edit", "").out.contains("pain 4"))
    // Another log than the one in the environment.
    let other = psoas.path("other.db")
    #expect(try offered("--db", other, "log", "bird-w") == [])
    #expect(try offered("log", "bird-w", extra: ["PSOAS_DB": other]) == [])
    #expect(!FileManager.default.fileExists(atPath: other))
  }

  @Test(arguments: [
    "rm -f log.db", ": > log.db", "echo garbage > log.db", "head -c 5000 log.db > x; mv x log.db",
    "sqlite3 log.db 'PRAGMA user_version = 99'", "rm log.db; mkdir log.db",
  ])
  func aLogThatCannotBeReadIsPassedOver(damage: String) throws {
    try fill()
    try psoas.shell(damage)
    let before = psoas.bytes()
    #expect(try offered("log", "bird-d").contains("bird-dog"))
    #expect(try offered("show", "") == [])
    #expect(try offered("nonsense", "x", "--y=", "") == [])
    #expect(psoas.bytes() == before)
  }

  @Test func alsoALogThatIsBeingWritten() throws {
    try fill()
    let line = """
      sqlite3 log.db 'BEGIN EXCLUSIVE' '.shell touch locked; psoas __complete log bird-' 'ROLLBACK'
      """
    let run = try psoas.shell(line)
    #expect(run.status == 0 && run.err == "", "\(run)")
    #expect(run.out.contains("bird-dog\t"))
  }
}

/// The same in the shells themselves, with the scripts that are installed.
@Suite struct ShellCompletionTests {
  private let psoas: Binary

  init() throws {
    psoas = try Binary()
    try psoas.shell("psoas exercise add bird-watching --name 'Bird watching'; touch some-file")
    try psoas.done("pain", "4", "--site", "hip", "-q")
  }

  private static let scripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("scripts/completion").path

  /// Lines as they are typed, and a word that has to be offered with what stands behind it then.
  private static let lines = [
    ("psoas log bird-w", "bird-watching"), ("psoas pai", "pain"), ("psoas report tre", "trend"),
    ("psoas log --routine big", "big-three"), ("psoas pain 4 --site buttock:l", "buttock:left"),
    ("psoas pain --recall=mor", "--recall=morning"), ("psoas protocol add some-", "some-file"),
    ("psoas --quiet config day.s", "day.start"), ("psoas measure thomas --side l", "left"),
  ]

  @Test(arguments: lines)
  func bash(line: String, word: String) throws {
    // What readline does: it breaks the words at its own signs, and replaces the last piece.
    let run = try psoas.shell(
      """
      source "$SCRIPTS/psoas.bash"
      complete -p psoas > /dev/null || exit 9
      COMP_LINE=$LINE COMP_POINT=${#LINE} COMP_TYPE=9 COMP_KEY=9
      mapfile -t COMP_WORDS < <(grep -oE '[:=]|[^ :=]+' <<< "$LINE")
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      last=${COMP_WORDS[-1]}
      [[ $last != [:=] ]] || last=
      _psoas psoas "$last" "${COMP_WORDS[-2]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """, extra: ["SCRIPTS": ShellCompletionTests.scripts, "LINE": line])
    let piece = word.split(whereSeparator: { ":=".contains($0) }).last ?? ""
    #expect(run.out == "\(piece)\n", "\(run)")
  }

  /// Typed at a real prompt, with the key that completes.
  @Test func bashAtAPrompt() throws {
    let terminal = try Pseudoterminal(
      psoas,
      "HISTFILE= PS1='$ ' bash --norc --noprofile -i <<< ''; exec bash --norc --noprofile -i")
    terminal.send("source \(ShellCompletionTests.scripts)/psoas.bash; PS1='go> '\r")
    try terminal.expect("go> ")
    terminal.send("psoas log bird-w\t3x1 -q && psoas list sessions\r")
    try terminal.expect("bird-watching 3x1")
  }

  @Test(.needs(.fish), arguments: lines)
  func fish(line: String, word: String) throws {
    let run = try psoas.shell(
      "fish --no-config -c 'source $SCRIPTS/psoas.fish; complete -C $LINE'",
      extra: ["SCRIPTS": ShellCompletionTests.scripts, "LINE": line])
    let words = run.out.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    #expect(words == [word], "\(run)")
  }

  /// Behind a blank, within quotes, and behind words with quotes.
  @Test(
    .needs(.fish),
    arguments: [
      ("psoas repo", "report"), ("psoas report ", "weekly"), ("psoas pain --recall ", "morning"),
      ("psoas log \"bird-wat", "bird-watching"),
      ("psoas log 'plank 20s' bird-wat", "bird-watching"),
    ])
  func fishOffersAlsoBehindABlank(line: String, word: String) throws {
    let run = try psoas.shell(
      "fish --no-config -c 'source $SCRIPTS/psoas.fish; complete -C $LINE'",
      extra: ["SCRIPTS": ShellCompletionTests.scripts, "LINE": line])
    let words = run.out.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    #expect(words.contains(word), "\(run)")
  }

  @Test(.needs(.fish)) func fishShowsDescriptions() throws {
    let run = try psoas.shell(
      "fish --no-config -c 'source $SCRIPTS/psoas.fish; complete -C \"psoas log bird-wat\"'",
      extra: ["SCRIPTS": ShellCompletionTests.scripts])
    #expect(run.out == "bird-watching\tBird watching\n", "\(run)")
  }

  @Test(.needs(.zsh), arguments: lines)
  func zsh(line: String, word: String) throws {
    // A zsh in a terminal of its own, in which the line and the key are typed.
    let run = try psoas.shell(
      """
      cat > drive.zsh << 'END'
      zmodload zsh/zpty
      # Reads what stands there until it looks like this, but no longer than ten seconds.
      await() {
        repeat 200; do
          while zpty -r -t z more; do out+=$more; done
          [[ $out == $~1 ]] && return
          sleep 0.05
        done
      }
      zpty z zsh -f -i
      zpty -w z "PS1='> '; fpath=($SCRIPTS \\$fpath); autoload -Uz compinit; compinit -u -D"
      zpty -w z "print re''ady"
      await '*ready*'
      zpty -n -w z "$LINE"$'\\t'
      await "*$WORD*"
      zpty -n -w z $'\\C-aprint -r -- \\'<<\\' \\C-e \\'>>\\'\\n'
      await $'*\\n<< *>>*'
      print -r -- $out
      END
      zsh -f drive.zsh
      """,
      extra: [
        "SCRIPTS": ShellCompletionTests.scripts, "LINE": line, "WORD": word, "TERM": "dumb",
      ])
    let typed = line.split(separator: " ").dropLast().joined(separator: " ")
    #expect(run.out.contains("\n<< \(typed) \(word) >>"), "\(run)")
  }
}
