import Core
import SQLite

extension LogStore {
  /// Replaces the entry with the same key. A session's ratings before and after it follow.
  ///
  /// - Parameters:
  ///   - exercises: those named by the session are copied into the log on first use.
  ///   - newID: makes a key for a rating that the session did not have.
  /// - Throws: ``InputError`` when a factor has another unit on other days, ``StoreError``.
  package func replace(
    _ entry: LogEntry, exercises: NameIndex<Exercise>, newID: () -> EntryID
  ) throws {
    switch entry {
    case .session(let session, let pain):
      let old = try StoreError.required(try self.session(entry.id), what: "session")
      try copyExercises(of: session, exercises)
      try replace(session)
      for (tie, score) in [(SessionTie.before, pain.before), (.after, pain.after)] {
        try rate(session, tie: tie, as: score, movedFrom: old.moment, newID: newID)
      }
    case .pain(let rating, _): try replace(rating)
    case .measurement(let measurement):
      try insert(measurement.kind, own: false)
      try replace(measurement)
    case .day(let record):
      // Its own factors do not fix the unit.
      try removeRows(of: record.id.value, from: .dayFactor)
      for factor in record.factors { try checkUnit(of: factor) }
      try replace(record)
    case .flare(let flare): try replace(flare)
    case .stage(let change): try replace(change)
    case .check(let check): try replace(check)
    }
  }

  /// Sets, adds or removes the rating before or after a session. One that was made with the session moves
  /// with it.
  private func rate(
    _ session: Session, tie: SessionTie, as score: NPRSScore?, movedFrom old: Moment,
    newID: () -> EntryID
  ) throws {
    let key = [session.id.value, Value.text(tie.rawValue)]
    guard let score else {
      try database.run("DELETE FROM pain WHERE session_id = ? AND tie = ?", values: key)
      return
    }
    try database.run(
      "UPDATE pain SET score_tenths = ? WHERE session_id = ? AND tie = ?",
      values: [.integer(score.tenths)] + key)
    guard database.changes > 0 else {
      try insert(
        PainRating(id: newID(), moment: session.moment, score: score, session: (session.id, tie)))
      return
    }
    try database.run(
      """
      UPDATE pain SET at = ?, utc_offset = ?, zone = ?, day = ?
      WHERE session_id = ? AND tie = ? AND at = ?
      """, values: session.moment.values + key + [.integer(old.utc)])
  }
}
