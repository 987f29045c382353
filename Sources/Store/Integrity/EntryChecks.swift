import Core
import SQLite

/// Checks whether entries can be read, and whether they agree with the clock and with each other.
struct EntryChecks {
  private let log: LogStore
  private let around: Doctor.Surroundings

  init(_ log: LogStore, around: Doctor.Surroundings) {
    (self.log, self.around) = (log, around)
  }

  /// Reads every entry separately, so that an unreadable one does not hide the next.
  func unreadable() throws -> [Diagnostic] {
    var unreadable: [EntryID] = []
    var reasons: Set<String> = []
    for kind in EntryKind.allCases {
      let keys = try log.database.rows("SELECT id FROM \(kind.table.rawValue)") { $0.blob(0) }
      for key in keys {
        do {
          try read(kind, id: try StoreError.required(EntryID(bytes: key), what: "key"))
        } catch let error as StoreError where error.kind.isOfContents {
          reasons.insert(error.message)
          if let id = EntryID(bytes: key) { unreadable.append(id) }
        }
      }
    }
    guard !reasons.isEmpty else { return [] }
    let names = unreadable.isEmpty ? "" : ": " + EntryNames(log).list(unreadable)
    return [
      Diagnostic(
        "entries", severity: .attention,
        statement:
          "\(max(1, unreadable.count).counted("entry", several: "entries")) cannot be read\(names); "
          + reasons.sorted().joined(separator: ", "),
        advice: "remove it with 'psoas rm ID', or save the rest with 'psoas doctor --salvage OUT'",
        entries: unreadable)
    ]
  }

  /// Reads an entry alone: the ratings before and after a session are entries of their own.
  private func read(_ kind: EntryKind, id: EntryID) throws {
    switch kind {
    case .session: _ = try log.session(id)
    case .pain: _ = try log.painRating(id)
    case .measurement:
      _ = try StoreError.required(try log.measurement(id), what: "measurement without its kind")
    case .day: _ = try log.dayRecord(id)
    case .flare: _ = try log.flare(id)
    case .stage: _ = try log.stageTransition(id)
    case .check: _ = try log.safetyCheck(id)
    }
  }

  /// How many seconds a clock may be off, as for typed entries.
  private static let allowance = 300

  /// Checks the moments of entries against the clock and their days.
  func times() throws -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let latest = around.now + EntryChecks.allowance
    let future = try moments("at > ?1", value: latest).sorted { $0.at > $1.at }
    if let newest = future.first {
      diagnostics.append(
        Diagnostic(
          "future", severity: .attention,
          statement: "\(future.count.counted("entry is", several: "entries are")) in the future: "
            + EntryNames(log).list(future.map(\.id)),
          advice:
            "check the clock; when it is right, correct the moment with 'psoas edit ID --at WHEN' or "
            + "remove the entry with 'psoas rm ID'", entries: future.map(\.id)))
      if newest.at > around.now + 86_400 {
        diagnostics.append(
          Diagnostic(
            "clock", severity: .attention,
            statement:
              "the clock says \(Day(number: around.now / 86_400)), and the newest entry is of "
              + "\(Day(number: min(newest.at / 86_400, ColumnForm.days.upperBound)))",
            advice: "check the clock of this machine, and PSOAS_NOW"))
      }
    }
    // Ten days are added and subtracted, because division rounds towards zero.
    let odd = try moments(
      "abs(day - ((at + utc_offset * 60 + 864000) / 86400 - 10)) > 1 AND ?1 IS NOT NULL", value: 0)
    if !odd.isEmpty {
      diagnostics.append(
        Diagnostic(
          "day", severity: .attention,
          statement:
            "\(odd.count.counted("entry counts", several: "entries count")) for a day that is not the "
            + "one of \(odd.count == 1 ? "its" : "their") moment: "
            + EntryNames(log).list(odd.map(\.id)),
          advice: "set the moment with 'psoas edit ID --at WHEN', or enter it again",
          entries: odd.map(\.id)))
    }
    return diagnostics
  }

  private func moments(_ condition: String, value: Int) throws -> [(id: EntryID, at: Int)] {
    try EntryKind.allCases.flatMap { kind in
      try log.database.rows(
        "SELECT id, at FROM \(kind.table.rawValue) WHERE \(condition)", values: [.integer(value)]
      ) { row in EntryID(bytes: row.blob(0)).map { (id: $0, at: row.integer(1)) } }
      .compactMap(\.self)
    }
  }

  /// Entries that may be duplicates. They are numbered among equal ones in SQL, so that each is read only
  /// once, however many there are.
  func duplicates() throws -> [Diagnostic] {
    let sets = SetColumn.table.columns.dropFirst().map { "quote(\($0.name))" }
    let sessions = try log.entries(
      """
      SELECT id FROM (
        SELECT id, row_number() OVER (
          PARTITION BY at, routine, duration_seconds, effort_tenths, set_count, sets ORDER BY id
        ) AS place
        FROM (
          SELECT *, (
            SELECT group_concat(\(sets.joined(separator: " || ',' || ")), ';')
            FROM (SELECT * FROM exercise_set WHERE session_id = session.id ORDER BY entry, number)
          ) AS sets
          FROM session
          WHERE at IN (SELECT at FROM session GROUP BY at HAVING count(*) > 1)))
      WHERE place > 1 ORDER BY id
      """)
    let ratings = try log.entries(
      """
      SELECT id FROM (
        SELECT id, row_number() OVER (
          PARTITION BY at, recall, score_tenths, session_id, tie ORDER BY id
        ) AS place
        FROM pain)
      WHERE place > 1 ORDER BY id
      """)
    return [repeats(of: "session", sessions), repeats(of: "rating", ratings)].compactMap(\.self)
  }

  private func repeats(of what: String, _ ids: [EntryID]) -> Diagnostic? {
    guard !ids.isEmpty else { return nil }
    return Diagnostic(
      "duplicate-\(what)s", severity: .note,
      statement:
        "\(ids.count.counted("\(what) repeats", several: "\(what)s repeat")) an earlier one of the same "
        + "moment: " + EntryNames(log).list(ids),
      advice: "when it was logged twice, remove it with 'psoas rm ID'", entries: ids)
  }

  /// Checks that flares do not overlap.
  func flares() throws -> [Diagnostic] {
    let advice = "end one with 'psoas flare end', or remove it with 'psoas rm ID'"
    var diagnostics: [Diagnostic] = []
    let open = try log.entries("SELECT id FROM flare WHERE end_at IS NULL ORDER BY at, id")
    if open.count > 1 {
      diagnostics.append(
        Diagnostic(
          "open-flares", severity: .attention,
          statement: "\(open.count) flares go on at once: " + EntryNames(log).list(open),
          advice: advice, entries: open))
    }
    let overlapping = try log.entries(
      """
      SELECT DISTINCT b.id FROM flare a JOIN flare b ON (b.at, b.id) > (a.at, a.id)
      WHERE a.end_at IS NOT NULL AND b.at < a.end_at ORDER BY b.id
      """)
    if !overlapping.isEmpty {
      diagnostics.append(
        Diagnostic(
          "overlapping-flares", severity: .attention,
          statement:
            "\(overlapping.count.counted("flare begins", several: "flares begin")) before an earlier "
            + "one has ended: " + EntryNames(log).list(overlapping), advice: advice,
          entries: overlapping))
    }
    return diagnostics
  }

  /// Checks that changes of stage follow a start of their protocol.
  func stages() throws -> [Diagnostic] {
    var followed: String?
    var odd: [EntryID] = []
    _ = try log.database.rows("SELECT id, kind, protocol FROM course_change ORDER BY at, id") {
      row in
      let (kind, name) = (row.text(1), row.text(2))
      if kind != "start", followed != name, let id = EntryID(bytes: row.blob(0)) { odd.append(id) }
      followed = kind == "stop" ? nil : name
    }
    guard !odd.isEmpty else { return [] }
    return [
      Diagnostic(
        "course", severity: .attention,
        statement: "\(odd.count.counted("change")) of stage without a start of the protocol before "
          + "it: " + EntryNames(log).list(odd),
        advice: "look at them with 'psoas list stages'; the last can be removed with 'psoas rm ID'",
        entries: odd)
    ]
  }

  /// Checks that the time zones of entries are known here.
  func zones() throws -> [Diagnostic] {
    let zones = EntryKind.allCases.flatMap { kind in
      kind.table.schema.columns.filter(\.form.isZone).map {
        "SELECT \($0.name) FROM \(kind.table.rawValue) WHERE \($0.name) IS NOT NULL"
      }
    }
    let names = try log.database.rows(zones.joined(separator: " UNION ")) { $0.text(0) }
    let unknown = names.filter { !around.knowsZone($0) }
    guard !unknown.isEmpty else { return [] }
    return [
      Diagnostic(
        "zones", severity: .note,
        statement: "entries name time zones that are not known here: "
          + unknown.prefix(EntryNames.most).map { $0.quoted }.joined(separator: ", "),
        advice: "nothing is lost: each entry keeps its own offset and day")
    ]
  }
}

/// Describes entries for people, as far as they can be read.
struct EntryNames {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  /// How many are listed in a sentence.
  static let most = 10

  /// `session 'abc1234' of 2026-11-20`; without parts that cannot be read.
  func name(_ id: EntryID) -> String {
    for table in EntryKind.allCases.map(\.table) {
      let day = try? log.database.first(
        "SELECT day FROM \(table.rawValue) WHERE id = ?", values: [id.value]
      ) { $0.integer(0) }
      if let day {
        let isOne = ColumnForm.days.contains(day)
        return "\(table.schema.noun) '\(id.short)'" + (isOne ? " of \(Day(number: day))" : "")
      }
    }
    return "entry '\(id.short)'"
  }

  /// The first of them, and how many more there are.
  func list(_ ids: [EntryID]) -> String {
    let names = ids.prefix(EntryNames.most).map(name)
    let more = ids.count > names.count ? ["and \(ids.count - names.count) more"] : []
    return (names + more).joined(separator: ", ")
  }
}
