import Testing

/// Permissions, places, several writers, sudden ends and ways out that fail.
@Suite struct OwnershipTests {
  /// A log in a folder of that user's own.
  private func owned() throws -> Binary {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    try psoas.handOver()
    return psoas
  }

  @Test func aLogThatMayNotBeRead() throws {
    let psoas = try owned()
    try psoas.shell("chmod 000 log.db")
    for line in ["psoas list", "psoas pain 4"] {
      let run = try psoas.unprivileged(line)
      #expect(run.status == 1 && run.out == "")
      #expect(run.err.hasPrefix("error: no permission for '\(psoas.log)'\nhint: "), "\(run.err)")
    }
  }

  @Test func aLogThatMayNotBeWritten() throws {
    let psoas = try owned()
    try psoas.shell("chmod 444 log.db")
    try expectReadOnly(psoas)
  }

  @Test func aFolderThatMayNotBeWritten() throws {
    let psoas = try owned()
    try psoas.shell("chmod 555 .")
    try expectReadOnly(psoas)
    let new = try psoas.unprivileged("psoas pain 4 --db new.db")
    #expect(new.status == 1)
    #expect(new.err.hasPrefix("error: no permission for 'new.db'\nhint: "), "\(new.err)")
    try psoas.shell("chmod 755 .")
  }

  private func expectReadOnly(_ psoas: Binary) throws {
    let before = psoas.bytes()
    let read = try psoas.unprivileged("psoas list --format csv")
    #expect(read.status == 0 && read.err == "")
    #expect(read.out.split(separator: "\n").count == 3)
    for line in ["psoas pain 4", "psoas rm last", "psoas config day.start 05:00"] {
      let write = try psoas.unprivileged(line)
      #expect(write.status == 1 && write.out == "", "\(write)")
      #expect(
        write.err.hasPrefix("error: '\(psoas.log)' cannot be written, nothing was stored\nhint: "),
        "\(write.err)")
    }
    #expect(psoas.bytes() == before)
    #expect(try psoas.shell("ls -A").out == "log.db\n")
  }

  @Test func theDefaultPlaceIsPrivate() throws {
    let psoas = try Binary()
    let none: [String: String?] = ["PSOAS_DB": nil]
    #expect(try psoas.shell("umask 0; psoas pain 4", extra: none).status == 0)
    #expect(try psoas.mode(psoas.path(".local/share/psoas/log.db")) == 0o600)
    #expect(try psoas.mode(psoas.path(".local/share/psoas")) == 0o700)
    let data: [String: String?] = ["PSOAS_DB": nil, "XDG_DATA_HOME": psoas.path("data")]
    #expect(try psoas.shell("umask 0; psoas pain 4", extra: data).status == 0)
    #expect(try psoas.mode(psoas.path("data/psoas/log.db")) == 0o600)
    #expect(try psoas.mode(psoas.path("data/psoas")) == 0o700)
    // A relative path there counts for nothing, as the XDG specification has it.
    let relative: [String: String?] = ["PSOAS_DB": nil, "XDG_DATA_HOME": "data2"]
    let second = try psoas.shell("psoas pain 4 && psoas list --format csv", extra: relative)
    #expect(second.status == 0 && second.out.split(separator: "\n").count >= 3)
    let homeless: [String: String?] = ["PSOAS_DB": nil, "HOME": ""]
    let run = try psoas.run("pain", "4", extra: homeless)
    #expect(run.status == 64)
    #expect(run.err.hasPrefix("error: there is no place for the log: HOME is not set\nhint: "))
    #expect(try psoas.shell("umask 0; psoas pain 4 --db named.db").status == 0)
    #expect(try psoas.mode(psoas.path("named.db")) == 0o600)
  }

  @Test func eightWritersAtOnce() throws {
    let psoas = try Binary()
    let run = try psoas.shell(
      """
      for writer in {1..8}; do
        (for entry in {1..25}; do
          psoas pain 3 --quiet --note "$writer-$entry" || echo "failed $writer-$entry"
        done) &
      done
      wait
      """)
    #expect(run.out == "" && run.err == "")
    let notes = Set(try psoas.objects("list").compactMap { $0["note"] as? String })
    #expect(notes == Set((1...8).flatMap { writer in (1...25).map { "\(writer)-\($0)" } }))
    #expect(try psoas.integrity() == "ok\n")
  }

  @Test func aSuddenEndLosesNothingAcknowledged() throws {
    let psoas = try Binary()
    let run = try psoas.shell(
      """
      set -m
      touch acked
      for round in {1..200}; do
        [ "$round" -le 20 ] || [ "$(wc -l <acked)" -lt 10 ] || break
        (n=0; while :; do
          n=$((n + 1)); psoas pain 3 --quiet --note "$round-$n" && echo "$round-$n" >>acked
        done) &
        sleep 0.0$((RANDOM % 90 + 10)); sleep 0.05
        kill -9 -- -$!; wait $! 2>/dev/null
      done 2>/dev/null
      wc -l <acked
      """)
    let stored = Set(try psoas.objects("list").compactMap { $0["note"] as? String })
    let acknowledged = try psoas.shell("cat acked").out.split(separator: "\n").map(String.init)
    #expect(acknowledged.count >= 10, "\(run)")
    #expect(acknowledged.allSatisfy { stored.contains($0) })
    #expect(stored.count <= acknowledged.count + 200)
    #expect(try psoas.run("pain", "4").status == 0)
    #expect(try psoas.integrity() == "ok\n")
  }
}
