import Foundation
import SeededRandom
import Testing

/// `psoas doctor --salvage` on files that lost a part of themselves.
@Suite struct SalvageTests {
  private func filled() throws -> (psoas: Binary, entries: [String: [String]]) {
    let psoas = try LogTemplate.damageable.copy()
    return (psoas, try entries(psoas, psoas.log))
  }

  private func write(_ bytes: Data, _ psoas: Binary) throws {
    try psoas.shell("rm -rf log.db* out*")
    try bytes.write(to: URL(fileURLWithPath: psoas.log))
    try psoas.shell("chmod 600 log.db")
  }

  /// The entries of a log by id, as the program shows them: what is in the row of the entry itself, and
  /// all that is its own. What lies around an entry may be lost while the entry is as it was.
  private func entries(_ psoas: Binary, _ path: String) throws -> [String: [String]] {
    let list = try psoas.objects("list", "--limit", "10000", "--db", path)
    var entries: [String: [String]] = [:]
    for entry in list {
      let id = try #require(entry["id"] as? String)
      let around = ["pain", "answers", "session", "tie"]
      let parts = around + ["sites", "triggers", "factors", "values", "trials", "value", "n"]
      entries[id] = try [parts, around].map { left in
        let own = entry.filter { !left.contains($0.key) }
        return String(
          decoding: try JSONSerialization.data(withJSONObject: own, options: .sortedKeys),
          as: UTF8.self)
      }
    }
    return entries
  }

  private func salvage(_ psoas: Binary) throws -> (run: Run, report: [String: Any]) {
    let run = try psoas.run("doctor", "--salvage", psoas.path("out.db"), "--format", "json")
    let report = try? JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any]
    return (run, report ?? [:])
  }

  /// What is in the new log is what was written, except where the report says otherwise.
  private func expectNothingInvented(
    _ psoas: Binary, _ report: [String: Any], _ whole: [String: [String]], _ what: String
  ) throws -> Int {
    let saved = try entries(psoas, psoas.path("out.db"))
    let changed = Set(report["changed"] as? [String] ?? [])
    // Without a seal nobody can tell whether an entry has lost a part.
    let uncompared = Set(report["uncompared"] as? [String] ?? [])
    for (id, texts) in saved where !changed.contains(id) {
      #expect(whole[id]?.first == texts.first, "\(what): \(id)")
      #expect(uncompared.contains(id) || whole[id] == texts, "\(what): \(id)")
    }
    #expect(saved.keys.allSatisfy { whole[$0] != nil }, "\(what)")
    #expect(try psoas.mode(psoas.path("out.db")) == 0o600)
    let doctor = try psoas.run("doctor", "--db", psoas.path("out.db"))
    #expect(doctor.status == 0, "\(what): \(doctor.out)")
    return saved.count
  }

  @Test func aSoundLogIsSavedWhole() throws {
    let (psoas, whole) = try filled()
    let before = psoas.bytes()
    let text = try psoas.run("doctor", "--salvage", psoas.path("out.db"))
    #expect(text.status == 0 && text.err.isEmpty, "\(text)")
    #expect(
      text.out.hasPrefix("Saved into "), "\(text.out)")
    let words = text.out.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    #expect(words.contains("60 sessions, 120 pain ratings") && words.contains("1 setting"))
    #expect(text.out.hasSuffix("\nEverything is there, unchanged.\n"))
    #expect(try entries(psoas, psoas.path("out.db")) == whole)
    #expect(psoas.bytes() == before)
    #expect(try psoas.shell("ls -A").out == "log.db\nout.db\n")
    #expect(try psoas.run("undo", "--db", psoas.path("out.db")).status == 0)
    let again = try psoas.run("doctor", "--salvage", psoas.path("out.db"))
    #expect(again.status == 1 && again.err.contains("already exists\nhint: "))
  }

  @Test func aLogWithoutSessionsLosesNone() throws {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    let run = try psoas.run("doctor", "--salvage", psoas.path("out.db"))
    #expect(run.status == 0 && !run.out.contains("a session that was lost"), "\(run)")
  }

  @Test func aTruncatedLogIsSavedAsFarAsItGoes() throws {
    let (psoas, whole) = try filled()
    let bytes = try LogTemplate.damageable.bytes.get()
    var random = SeededRandom(RandomRuns.seed)
    var (opened, saved) = (0, 0)
    let count = RandomRuns.count(12)
    for _ in 0..<count {
      let length = Int.random(in: 1..<bytes.count, using: &random)
      try write(bytes.prefix(length), psoas)
      let (run, report) = try salvage(psoas)
      let isThere = FileManager.default.fileExists(atPath: psoas.path("out.db"))
      #expect(isThere ? run.status == 3 : run.status == 1, "\(length): \(run)")
      #expect(psoas.bytes() == bytes.prefix(length))
      guard isThere else { continue }
      opened += 1
      saved += try expectNothingInvented(psoas, report, whole, "cut at \(length)")
      #expect(!((report["lost"] as? [Any])?.isEmpty ?? true))
      #expect(try psoas.shell("ls -A").out == "log.db\nout.db\n")
    }
    print(
      "\(count) truncations from seed \(RandomRuns.seed): \(opened) gave a log, with "
        + "\(saved / max(1, opened)) of \(whole.count) entries on average")
    #expect(opened * 5 >= count * 4)
  }

  @Test func aDamagedPageCostsOnlyItsRows() throws {
    let (psoas, whole) = try filled()
    let bytes = try LogTemplate.damageable.bytes.get()
    var saved: [Int] = []
    let pages = bytes.count / 4096
    let damaged = stride(from: 1, to: pages, by: max(1, pages / RandomRuns.count(10)))
    for page in damaged {
      var holed = bytes
      holed.replaceSubrange(
        (page * 4096)..<((page + 1) * 4096), with: Data(repeating: 0xA5, count: 4096))
      try write(holed, psoas)
      let (run, report) = try salvage(psoas)
      let isThere = FileManager.default.fileExists(atPath: psoas.path("out.db"))
      #expect(isThere ? [0, 3].contains(run.status) : run.status == 1, "\(page): \(run)")
      guard isThere else { continue }
      saved.append(try expectNothingInvented(psoas, report, whole, "page \(page + 1)"))
    }
    print("damaged pages: \(saved.count) logs, entries saved of \(whole.count): \(saved.sorted())")
    #expect(saved.count * 4 >= Array(damaged).count * 3)
  }

  @Test(arguments: [
    "head -c 4096 /dev/zero | dd of=log.db conv=notrunc status=none",
    "head -c 4096 /dev/urandom | dd of=log.db bs=4096 seek=10 conv=notrunc status=none",
    "psoas history --forget -q; head -c 4096 /dev/zero | dd of=log.db conv=notrunc status=none",
    "printf 'X' | dd of=log.db conv=notrunc status=none",
    "head -c 100 /dev/zero | dd of=log.db conv=notrunc status=none",
    "printf '\\377' | dd of=log.db bs=1 seek=17 conv=notrunc status=none",
    "printf '\\003' | dd of=log.db bs=1 seek=59 conv=notrunc status=none",
  ])
  func aDamagedBeginningCostsNothing(_ line: String) throws {
    let (psoas, whole) = try filled()
    try psoas.shell(line)
    let (run, report) = try salvage(psoas)
    #expect(run.status == 0, "\(run)")
    #expect(try expectNothingInvented(psoas, report, whole, line) == whole.count)
  }

  @Test func rowsThatNoLogMayHoldAreListed() throws {
    let (psoas, _) = try filled()
    try psoas.shell(
      """
      sqlite3 log.db "PRAGMA ignore_check_constraints = ON;
        UPDATE pain SET score_tenths = 999 WHERE note = 'note 7';
        DELETE FROM exercise; DELETE FROM measurement_kind; UPDATE session SET note = 'x';
        CREATE TRIGGER evil AFTER INSERT ON pain BEGIN DELETE FROM session; END;
        DELETE FROM session WHERE id = (SELECT min(id) FROM session);"
      """)
    let (run, report) = try salvage(psoas)
    #expect(run.status == 3)
    let lost = try #require(report["lost"] as? [[String: Any]])
    #expect(
      lost.contains {
        ($0["reason"] as? String)?.hasPrefix("the new log refuses it: CHECK constraint") == true
      })
    #expect(lost.contains { $0["what"] as? String == "exercise_set" && $0["rows"] as? Int == 5 })
    #expect((report["changed"] as? [String])?.count ?? 0 >= 59)
    #expect((report["rebuilt"] as? [String])?.count == 4, "\(report["rebuilt"] ?? "")")
    #expect(try psoas.run("doctor", "--db", psoas.path("out.db")).status == 0)
    let text = try psoas.run("doctor", "--salvage", psoas.path("out2.db"))
    #expect(text.out.contains("\nLost\n") && text.out.contains("\nMade again\n"))
    #expect(text.out.contains("\nSaved, but not as it was written\n"))
  }

  @Test func aLogOfAnEarlierFormatIsBroughtUpToDate() throws {
    let psoas = try Binary()
    let versions = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("StoreTests/Versions").path
    for version in ["001", "002"] {
      try psoas.shell(
        "rm -f *.db; cat \(versions)/\(version).sql \(versions)/\(version)-entries.sql | sqlite3 log.db"
      )
      let (run, report) = try salvage(psoas)
      #expect(run.status == 3 && (report["lost"] as? [Any])?.isEmpty == true, "\(run)")
      #expect((report["uncompared"] as? [String])?.isEmpty == false)
      #expect(try psoas.objects("list", "pain", "--db", psoas.path("out.db")).count == 2)
      let doctor = try psoas.run("doctor", "--db", psoas.path("out.db"), "--format", "csv")
      // The routine in the sample of version 2 is one that never could be read.
      let findings = doctor.out.split(separator: "\n").dropFirst()
      #expect(findings.allSatisfy { version == "002" && $0.hasPrefix("definition,") }, "\(doctor)")
    }
  }

  @Test func whatCannotBeSaved() throws {
    let psoas = try Binary()
    try psoas.shell(
      "sqlite3 other.db 'CREATE TABLE t (x)'; head -c 50000 /dev/zero >zero; touch there")
    for (log, out, message) in [
      ("no", "out", "there is no log at 'no' yet"),
      (
        "other.db", "out",
        "nothing can be read from 'other.db': no table of a log can be found in it"
      ),
      ("zero", "out", "nothing can be read from 'zero': no table of a log can be found in it"),
      ("zero", "there", "'there' already exists"),
      ("zero", "", "--salvage needs the name of a new file"),
    ] {
      let run = try psoas.shell("psoas doctor --db \(log) --salvage '\(out)'")
      #expect(run.status == (out.isEmpty ? 64 : 1) && run.out.isEmpty)
      #expect(run.err.hasPrefix("error: \(message)\nhint: "), "\(run.err)")
    }
    #expect(try psoas.shell("ls -A").out == "other.db\nthere\nzero\n")
    try Bad(["doctor", "--fix", "--salvage", "x"], 64, "--salvage with --fix or --accept")
      .expectRefusal()
  }

  @Test func everyForm() throws {
    let (psoas, _) = try filled()
    try psoas.shell("truncate -s 60000 log.db")
    let csv = try psoas.run("doctor", "--salvage", psoas.path("a.db"), "--format", "csv")
    #expect(csv.out.hasPrefix("state,what,id,rows,reason\nlost,"), "\(csv.out)")
    let markdown = try psoas.run("doctor", "--salvage", psoas.path("b.db"), "--format", "markdown")
    #expect(markdown.out.hasPrefix("# Salvage\n\nSaved into "), "\(markdown.out)")
  }
}
