import Core
import SQLite

extension LogStore {
  /// The keys of the entries with these words in a note or a name, newest first.
  ///
  /// Case is ignored: SQLite does so for ASCII letters; for others the words are tried as typed, in lower
  /// case and in upper case.
  ///
  /// - Throws: ``StoreError``.
  package func keys(holding words: String, limit: Int) throws -> [(kind: EntryKind, id: EntryID)] {
    let forms = Set([words, words.lowercased(), words.uppercased()]).sorted()
    var found: [EntryID: (kind: EntryKind, at: Int)] = [:]
    for form in forms {
      let pattern =
        "%"
        + form.reduce(into: "") { text, letter in
          text += ["%", "_", "\\"].contains(letter) ? "\\\(letter)" : String(letter)
        } + "%"
      let rows = try database.rows(LogStore.search, values: [.text(pattern), .integer(limit)]) {
        row in
        (
          try row.id(0), try StoreError.required(EntryKind(rawValue: row.text(1)), what: "kind"),
          row.integer(2)
        )
      }
      for (id, kind, at) in rows { found[id] = (kind, at) }
    }
    return found.sorted { ($0.value.at, $0.key) > ($1.value.at, $1.key) }.prefix(limit)
      .map { ($0.value.kind, $0.key) }
  }

  /// The entries that contain ?1, the newest ?2 of them.
  static let search =
    """
    SELECT id, 'session', at FROM session
    WHERE note LIKE ?1 ESCAPE '\\' OR routine LIKE ?1 ESCAPE '\\' OR id IN (
      SELECT session_id FROM exercise_set JOIN (
        SELECT slug FROM exercise
        WHERE slug LIKE ?1 ESCAPE '\\' OR name LIKE ?1 ESCAPE '\\'
        UNION SELECT exercise FROM exercise_alias WHERE alias LIKE ?1 ESCAPE '\\'
      ) ON slug = exercise)
    UNION SELECT id, 'pain', at FROM pain
    WHERE note LIKE ?1 ESCAPE '\\'
      OR id IN (SELECT pain_id FROM pain_site WHERE site LIKE ?1 ESCAPE '\\')
      OR id IN (SELECT pain_id FROM pain_trigger WHERE trigger LIKE ?1 ESCAPE '\\')
    UNION SELECT measurement.id, 'measurement', at FROM measurement
    JOIN measurement_kind ON slug = kind
    WHERE note LIKE ?1 ESCAPE '\\' OR kind LIKE ?1 ESCAPE '\\' OR title LIKE ?1 ESCAPE '\\'
      OR photo LIKE ?1 ESCAPE '\\'
    UNION SELECT day_record.id, 'day', at FROM day_record
    WHERE id IN (SELECT day_id FROM day_factor WHERE factor LIKE ?1 ESCAPE '\\')
    UNION SELECT id, 'flare', at FROM flare WHERE note LIKE ?1 ESCAPE '\\'
    UNION SELECT id, 'stage', at FROM course_change
    WHERE note LIKE ?1 ESCAPE '\\' OR protocol LIKE ?1 ESCAPE '\\' OR stage LIKE ?1 ESCAPE '\\'
    UNION SELECT id, 'check', at FROM safety_check
    WHERE resolution LIKE ?1 ESCAPE '\\' OR id IN (
      SELECT check_id FROM check_finding
      WHERE rule LIKE ?1 ESCAPE '\\' OR evidence LIKE ?1 ESCAPE '\\')
    ORDER BY 3 DESC, 1 DESC LIMIT ?2
    """
}
