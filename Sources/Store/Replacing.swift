import Core
import SQLite

extension LogStore {
  /// Puts an entry in the place of the one with its key. Of a session the ratings before and after it
  /// follow.
  ///
  /// - Parameters:
  ///   - exercises: those whose definitions are copied into the log on first use.
  ///   - newID: a key for a rating that the session did not have.
  /// - Throws: ``InputError`` when a factor is counted in another unit on other days, ``StoreError``.
  package func replace(
    _ entry: LogEntry, exercises: NameIndex<Exercise>, newID: () -> EntryID
  ) throws {
    switch entry {
    case .session(let session, let pain):
      let old = try readable(try self.session(entry.id), "session")
      try replace(session, exercises)
      for (tie, score) in [(SessionTie.before, pain.before), (.after, pain.after)] {
        try rate(session, tie, score, movedFrom: old.moment, newID)
      }
    case .pain(let rating, _): try replace(rating)
    case .measurement(let measurement): try replace(measurement)
    case .day(let record): try replace(record)
    case .flare(let flare):
      try database.run(
        """
        UPDATE flare SET at = ?, utc_offset = ?, zone = ?, day = ?, end_at = ?, end_utc_offset = ?,
          end_zone = ?, end_day = ?, note = ? WHERE id = ?
        """,
        flare.start.values + (flare.end?.values ?? [.null, .null, .null, .null])
          + [Value(flare.note), flare.id.value])
    case .stage(let change):
      try database.run(
        "UPDATE course_change SET at = ?, utc_offset = ?, zone = ?, day = ?, note = ? WHERE id = ?",
        change.moment.values + [Value(change.note), change.id.value])
    case .check(let check):
      try database.run(
        "UPDATE safety_check SET resolution = ? WHERE id = ?",
        [Value(check.resolution), check.id.value])
    }
  }

  private func replace(_ session: Session, _ exercises: NameIndex<Exercise>) throws {
    try database.run(
      """
      UPDATE session SET at = ?, utc_offset = ?, zone = ?, day = ?, routine = ?,
        duration_seconds = ?, effort_tenths = ?, set_count = ?, note = ? WHERE id = ?
      """,
      session.moment.values + [
        Value(session.routine?.text), Value(session.duration?.seconds),
        Value(session.effort?.tenths), .integer(session.setCount), Value(session.note),
        session.id.value,
      ])
    // Rows that come back as they were are no change for the record.
    try database.run("DELETE FROM exercise_set WHERE session_id = ?", [session.id.value])
    try insertSets(of: session, exercises)
  }

  /// Makes the rating before or after a session what it shall be; one made with the session moves
  /// with it.
  private func rate(
    _ session: Session, _ tie: SessionTie, _ score: NPRSScore?, movedFrom old: Moment,
    _ newID: () -> EntryID
  ) throws {
    let key = [session.id.value, Value.text(tie.rawValue)]
    guard let score else {
      try database.run("DELETE FROM pain WHERE session_id = ? AND tie = ?", key)
      return
    }
    try database.run(
      "UPDATE pain SET score_tenths = ? WHERE session_id = ? AND tie = ?",
      [.integer(score.tenths)] + key)
    guard database.changes > 0 else {
      try insert(
        PainRating(id: newID(), moment: session.moment, score: score, session: (session.id, tie)))
      return
    }
    try database.run(
      """
      UPDATE pain SET at = ?, utc_offset = ?, zone = ?, day = ?
      WHERE session_id = ? AND tie = ? AND at = ?
      """, session.moment.values + key + [.integer(old.utc)])
  }

  private func replace(_ rating: PainRating) throws {
    try database.run(
      """
      UPDATE pain SET at = ?, utc_offset = ?, zone = ?, day = ?, score_tenths = ?, recall = ?, woke = ?,
        note = ? WHERE id = ?
      """,
      rating.moment.values + [
        .integer(rating.score.tenths), .text(rating.recall.rawValue), Value(rating.woke),
        Value(rating.note), rating.id.value,
      ])
    try database.run("DELETE FROM pain_site WHERE pain_id = ?", [rating.id.value])
    try database.run("DELETE FROM pain_trigger WHERE pain_id = ?", [rating.id.value])
    try insertParts(of: rating)
  }

  private func replace(_ measurement: Measurement) throws {
    try insert(measurement.kind, own: false)
    try database.run(
      """
      UPDATE measurement SET at = ?, utc_offset = ?, zone = ?, day = ?, kind = ?, side = ?, method = ?,
        motion = ?, pain_tenths = ?, photo = ?, note = ? WHERE id = ?
      """,
      measurement.moment.values + [
        .text(measurement.kind.slug.text), .text(measurement.side?.rawValue ?? ""),
        .text(measurement.instrument?.rawValue ?? ""), .text(measurement.motion?.rawValue ?? ""),
        Value(measurement.pain?.tenths), Value(measurement.photo), Value(measurement.note),
        measurement.id.value,
      ])
    try database.run(
      "DELETE FROM measurement_trial WHERE measurement_id = ?", [measurement.id.value])
    try insertTrials(of: measurement)
  }

  private func replace(_ record: DayRecord) throws {
    try database.run(
      "UPDATE day_record SET at = ?, utc_offset = ?, zone = ?, day = ? WHERE id = ?",
      record.moment.values + [record.id.value])
    try database.run("DELETE FROM day_factor WHERE day_id = ?", [record.id.value])
    for factor in record.factors { try checkUnit(of: factor) }
    try insertFactors(of: record)
  }
}
