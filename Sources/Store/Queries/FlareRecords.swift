import Core
import SQLite

extension LogStore {
  /// The statements about flares and the entries around them, visible to the tests that read their plans.
  package enum FlareQuery {
    /// The flares that overlap the days from ?1 to ?2.
    package static let touching = Flare.select + isTouching

    /// A user's day is within two days of the same day in UTC.
    static let isTouching =
      """
       WHERE at <= (?2 + 3) * 86400 AND day <= ?2 AND (end_day IS NULL OR end_day >= ?1)
      ORDER BY at, id
      """

    /// Totals of the sessions from the moment ?1 to before the moment ?2.
    package static let sessions =
      """
      SELECT count(*), count(DISTINCT day), total(duration_seconds), count(duration_seconds),
        total(effort_tenths * duration_seconds), count(effort_tenths * duration_seconds),
        total(set_count)
      FROM session WHERE at >= ?1 AND at < ?2
      """

    /// The highest rating from the moment ?1 to the moment ?2.
    package static let worst =
      "SELECT id FROM pain WHERE at BETWEEN ?1 AND ?2 ORDER BY score_tenths DESC, at DESC, id LIMIT 1"

    /// A histogram of the scores of pain now for each day from ?1 to ?2, from the index alone.
    package static let ratings =
      """
      SELECT day, score_tenths, count(*) FROM pain
      WHERE recall = 'now' AND day BETWEEN ?1 AND ?2 GROUP BY 1, 2
      """
  }

  /// All flares, newest first, each with the entries around it.
  ///
  /// - Throws: ``StoreError``.
  package func flareRecords() throws -> [FlareRecord] {
    try flares().map { flare in
      let start = flare.start.utc
      let lead = start - FlareRecord.hours * 3600
      let last = flare.end?.day.adding(FlareRecord.daysAfter)
      return FlareRecord(
        flare: flare, sessionsBefore: try aggregate(from: lead, to: start),
        sessionsUsual: try aggregate(from: lead - FlareRecord.usualDays * 86_400, to: lead),
        worst: try worst(from: start, through: flare.end?.utc),
        ratings: try ratings(
          from: flare.start.day.adding(-FlareRecord.levelDays), through: last))
    }
  }

  private func aggregate(from: Int, to: Int) throws -> SessionAggregate {
    try database.first(FlareQuery.sessions, values: [.integer(from), .integer(to)]) { row in
      var aggregate = SessionAggregate()
      aggregate.sessions = row.integer(0)
      aggregate.activeDays = row.integer(1)
      aggregate.seconds = row.integer(2)
      aggregate.withDuration = row.integer(3)
      aggregate.loadTenthSeconds = row.integer(4)
      aggregate.withLoad = row.integer(5)
      aggregate.sets = row.integer(6)
      return aggregate
    } ?? SessionAggregate()
  }

  private func worst(from: Int, through: Int?) throws -> PainRating? {
    let values: [Value] = [.integer(from), .integer(through ?? ColumnForm.moments.upperBound)]
    guard let id = try database.first(FlareQuery.worst, values: values, read: { try $0.id(0) })
    else {
      return nil
    }
    return try painRating(id)
  }

  private func ratings(from: Day, through: Day?) throws -> [Day: [PainCount]] {
    var ratings: [Day: [PainCount]] = [:]
    let values: [Value] = [
      .integer(from.number), .integer(through?.number ?? ColumnForm.days.upperBound),
    ]
    _ = try database.rows(FlareQuery.ratings, values: values) { row in
      let score = try row.score(1)
      ratings[Day(number: row.integer(0)), default: []].append(
        PainCount(score: score, count: row.integer(2)))
    }
    return ratings
  }
}
