import Core
import SQLite

extension LogStore {
  /// The keys that start with these digits, at most `limit`, with the kind of each entry.
  ///
  /// - Throws: ``StoreError``.
  package func keys(
    beginning prefix: EntryIDPrefix, limit: Int = 10
  ) throws -> [(kind: EntryKind, id: EntryID)] {
    // The text of a key has its digits in reverse, so a prefix of the text is a suffix of the bytes.
    let ending = String(prefix.digits.reversed())
    let keys = EntryKind.union {
      "SELECT '\($0.rawValue)', id FROM \($0.table.rawValue) WHERE hex(id) LIKE '%' || ?1"
    }
    return try database.rows(keys + " LIMIT ?2", values: [.text(ending), .integer(limit)]) {
      (try LogStore.kind($0.text(0)), try $0.id(1))
    }
  }

  private static func kind(_ text: String) throws -> EntryKind {
    try StoreError.required(EntryKind(rawValue: text), what: "kind")
  }

  /// The entry made last, of any kind: keys increase with the time of creation.
  ///
  /// - Throws: ``StoreError``.
  package func newestKey() throws -> (kind: EntryKind, id: EntryID)? {
    let newest = EntryKind.union {
      "SELECT '\($0.rawValue)' AS kind, max(id) AS id FROM \($0.table.rawValue)"
        // A rating before or after a session was made as part of it.
        + ($0 == .pain ? " WHERE session_id IS NULL" : "")
    }
    return try database.first(
      "SELECT kind, id FROM (\(newest)) WHERE id IS NOT NULL ORDER BY id DESC LIMIT 1"
    ) { (try LogStore.kind($0.text(0)), try $0.id(1)) }
  }

  /// The key of the entry that was made first, or nil for an empty log.
  ///
  /// - Throws: ``StoreError``.
  package func firstKey() throws -> EntryID? {
    let first = EntryKind.union { "SELECT min(id) AS id FROM \($0.table.rawValue)" }
    return try database.first("SELECT min(id) FROM (\(first))") {
      $0.isNull(0) ? nil : try $0.id(0)
    } ?? nil
  }

  /// The first day, from a given day on, that has an entry of any kind; nil without one.
  ///
  /// - Throws: ``StoreError``.
  package func firstDay(from day: Day) throws -> Day? {
    let lowest = EntryKind.union {
      "SELECT min(day) AS low FROM \($0.table.rawValue) WHERE day >= ?1"
    }
    return try database.first("SELECT min(low) FROM (\(lowest))", values: [.integer(day.number)]) {
      row in
      row.isNull(0) ? nil : Day(number: row.integer(0))
    } ?? nil
  }

  /// Whether there is an entry with this key.
  ///
  /// - Throws: ``StoreError``.
  package func holds(_ kind: EntryKind, id: EntryID) throws -> Bool {
    try database.first("SELECT 1 FROM \(kind.table.rawValue) WHERE id = ?", values: [id.value]) {
      _ in true
    }
      != nil
  }

  /// The complete entry with this key, or nil.
  ///
  /// - Throws: ``StoreError``.
  package func entry(_ kind: EntryKind, id: EntryID) throws -> LogEntry? {
    switch kind {
    case .session:
      guard let session = try session(id) else { return nil }
      let ratings = try Ratings(database)
      return .session(session, pain: try ratings.around(id, on: session.moment.day))
    case .pain: return try painRating(id).map { try answered(.pain($0)) }
    case .measurement: return try measurement(id).map { .measurement($0) }
    case .day: return try dayRecord(id).map { .day($0) }
    case .flare: return try flare(id).map { .flare($0) }
    case .stage: return try stageTransition(id).map { .stage($0) }
    case .check: return try safetyCheck(id).map { .check($0) }
    }
  }

  /// The complete entry with this key, or why it cannot be read; nil if it does not exist.
  ///
  /// - Throws: ``StoreError`` for a problem with the file, not with a value of the entry.
  package func reading(_ kind: EntryKind, id: EntryID) throws -> Result<LogEntry, StoreError>? {
    do {
      if let entry = try entry(kind, id: id) { return .success(entry) }
    } catch let error as StoreError where error.isOfValue {
      return .failure(error)
    }
    guard try holds(kind, id: id) else { return nil }
    return .failure(
      StoreError(
        .damaged, message: "something that it refers to is not in the log",
        hint: StoreError.adviceForDamage)
    )
  }

  /// The entries of one kind, or of all, in a window, newest first.
  ///
  /// - Throws: ``StoreError``.
  package func entries(of kind: EntryKind?, _ window: EntryWindow) throws -> [LogEntry] {
    var entries: [LogEntry] = []
    if kind == nil || kind == .session {
      entries += try responses(window).map { .session($0.session, pain: $0.pain) }
    }
    if kind == nil || kind == .pain {
      let ratings = try Ratings(database)
      entries += try painRatings(window).map {
        .pain($0, answers: $0.recall == .morning ? try ratings.answered(by: $0) : [])
      }
    }
    if kind == nil || kind == .measurement {
      entries += try measurements(window).map { .measurement($0) }
    }
    if kind == nil || kind == .day { entries += try dayRecords(window).map { .day($0) } }
    if kind == nil || kind == .flare { entries += try flares(window).map { .flare($0) } }
    if kind == nil || kind == .stage { entries += try stageTransitions(window).map { .stage($0) } }
    if kind == nil || kind == .check { entries += try safetyChecks(window).map { .check($0) } }
    if kind == nil {
      entries.sort { ($0.moment.utc, $0.id) > ($1.moment.utc, $1.id) }
      if let limit = window.limit { entries = Array(entries.prefix(limit)) }
    }
    return entries
  }

  /// Removes an entry with everything that belongs to it. Of the changes of stage only the last can be
  /// removed: later ones would lose their basis.
  ///
  /// - Throws: ``InputError`` for an earlier change of stage, ``StoreError``.
  package func remove(_ kind: EntryKind, id: EntryID) throws {
    // By the keys alone: an unreadable entry can be removed too.
    if kind == .stage,
      let last = try database.first(
        "SELECT id FROM course_change ORDER BY at DESC, id DESC LIMIT 1", values: [],
        read: { try $0.id(0) }),
      last != id
    {
      throw InputError(
        "a later change of stage follows this one", hint: "remove '\(last.short)' first")
    }
    try database.run("DELETE FROM \(kind.table.rawValue) WHERE id = ?", values: [id.value])
  }
}
