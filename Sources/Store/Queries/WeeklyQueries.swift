import Core
import SQLite

extension LogStore {
  /// The statements of ``weeklyAggregates(from:through:)``, each with the first and last day as its values,
  /// visible to the tests that read their plans.
  package enum WeeklyQuery {
    /// Sessions by week, from the index alone.
    package static let sessions =
      """
      SELECT (day + 3) / 7, count(*), count(DISTINCT day), total(duration_seconds),
        count(duration_seconds), total(effort_tenths * duration_seconds),
        count(effort_tenths * duration_seconds), total(set_count)
      FROM session WHERE day BETWEEN ?1 AND ?2 GROUP BY 1
      """

    /// A histogram of the scores of each week, from the index alone; enough for the median.
    package static let pain =
      """
      SELECT (day + 3) / 7, score_tenths, count(*)
      FROM pain WHERE recall = 'now' AND day BETWEEN ?1 AND ?2 GROUP BY 1, 2
      """

    /// Measurements by week and series: how many, the sum of their means, and the extreme trials. With a join
    /// grouped by measurement, SQLite would read every measurement of the log in key order.
    package static let measures =
      """
      SELECT week, kind, side, method, motion, count(*), sum(mean), max(most), min(least) FROM (
        SELECT (day + 3) / 7 AS week, kind, side, method, motion,
          (SELECT avg(value_hundredths) FROM measurement_trial
           WHERE measurement_id = measurement.id) AS mean,
          (SELECT max(value_hundredths) FROM measurement_trial
           WHERE measurement_id = measurement.id) AS most,
          (SELECT min(value_hundredths) FROM measurement_trial
           WHERE measurement_id = measurement.id) AS least
        FROM measurement WHERE day BETWEEN ?1 AND ?2)
      GROUP BY 1, 2, 3, 4, 5
      """

    /// A histogram of the amounts of each factor in each week; of two on one day the later one counts.
    package static let factors =
      """
      SELECT (day + 3) / 7, factor, unit, value_hundredths, count(*) FROM (
        SELECT day, factor, unit, value_hundredths, max(id)
        FROM day_record CROSS JOIN day_factor ON day_id = id
        WHERE day BETWEEN ?1 AND ?2 GROUP BY day, factor)
      GROUP BY 1, 2, 3, 4
      """

    /// Weeks with an entry that the other queries do not read.
    package static let others =
      """
      SELECT (day + 3) / 7 FROM pain WHERE recall = 'average' AND day BETWEEN ?1 AND ?2
      UNION SELECT (day + 3) / 7 FROM pain WHERE recall = 'worst' AND day BETWEEN ?1 AND ?2
      UNION SELECT (day + 3) / 7 FROM pain WHERE recall = 'morning' AND day BETWEEN ?1 AND ?2
      """

    /// All of them.
    package static let all = [sessions, pain, measures, factors, others]
  }

  /// The aggregates of each week in a window.
  ///
  /// - Throws: ``StoreError``.
  package func weeklyAggregates(from first: Week, through last: Week) throws -> WeeklyAggregates {
    let days = dayValues(first, last)
    var aggregates = WeeklyAggregates()
    try addFactors(to: &aggregates, days)
    try addMeasures(to: &aggregates, days)
    try addSessionsAndPain(to: &aggregates, days)
    let others = try database.rows(WeeklyQuery.others, values: days) { Week(number: $0.integer(0)) }
    aggregates.active = Set(others)
      .union(aggregates.sessions.keys).union(aggregates.pain.keys).union(aggregates.measures.keys)
      .union(aggregates.factors.keys)
    return aggregates
  }

  /// The part of ``weeklyAggregates(from:through:)`` needed for the line after an entry: measurements after a
  /// measurement, sessions and pain after everything else. Every entry pays for this, so nothing else is
  /// read.
  ///
  /// - Throws: ``StoreError``.
  package func briefAggregates(
    from first: Week, through last: Week, after kind: EntryKind
  ) throws -> WeeklyAggregates {
    var aggregates = WeeklyAggregates()
    if kind == .measurement {
      try addMeasures(to: &aggregates, dayValues(first, last))
    } else {
      try addSessionsAndPain(to: &aggregates, dayValues(first, last))
    }
    return aggregates
  }

  private func dayValues(_ first: Week, _ last: Week) -> [Value] {
    [.integer(max(0, first.start.number)), .integer(max(0, last.end.number))]
  }

  private func addSessionsAndPain(to aggregates: inout WeeklyAggregates, _ days: [Value]) throws {
    _ = try database.rows(WeeklyQuery.sessions, values: days) { row in
      var aggregate = SessionAggregate()
      aggregate.sessions = row.integer(1)
      aggregate.activeDays = row.integer(2)
      aggregate.seconds = row.integer(3)
      aggregate.withDuration = row.integer(4)
      aggregate.loadTenthSeconds = row.integer(5)
      aggregate.withLoad = row.integer(6)
      aggregate.sets = row.integer(7)
      aggregates.sessions[Week(number: row.integer(0))] = aggregate
    }
    _ = try database.rows(WeeklyQuery.pain, values: days) { row in
      let score = try row.score(1)
      aggregates.pain[Week(number: row.integer(0)), default: []].append(
        PainCount(score: score, count: row.integer(2)))
    }
  }

  private func addFactors(to aggregates: inout WeeklyAggregates, _ days: [Value]) throws {
    _ = try database.rows(WeeklyQuery.factors, values: days) { row in
      let factor = Factor(name: Slug(stored: row.text(1)), value: try row.factorValue(2))
      aggregates.factors[Week(number: row.integer(0)), default: []].append(
        FactorCount(factor: factor, count: row.integer(4)))
    }
  }

  private func addMeasures(to aggregates: inout WeeklyAggregates, _ days: [Value]) throws {
    let rows = try database.rows(WeeklyQuery.measures, values: days) { row in
      (
        week: Week(number: row.integer(0)), kind: row.text(1),
        series: (
          Side(rawValue: row.text(2)), Instrument(rawValue: row.text(3)),
          Motion(rawValue: row.text(4))
        ), visits: row.integer(5), sum: row.double(6), most: row.double(7), least: row.double(8)
      )
    }
    guard !rows.isEmpty else { return }
    let parser = MeasurementParser(own: try ownKinds())
    for row in rows {
      let kind = try StoreError.required(
        parser.kinds.exactly(row.kind), what: "kind of measurement")
      let best = kind.better == .higher ? row.most : row.least
      let value = kind.unit == .seconds ? best : row.sum / Double(row.visits)
      aggregates.measures[row.week, default: []].append(
        MeasurementAggregate(
          kind: kind, side: row.series.0, instrument: row.series.1, motion: row.series.2,
          visits: row.visits, value: value / 100))
    }
  }

  /// The days of the first and the last entry of the log, or nil for an empty log.
  ///
  /// - Throws: ``StoreError``.
  package func span() throws -> ClosedRange<Day>? {
    let days = EntryKind.union(of: [.session, .pain, .measurement, .day]) {
      "SELECT min(day) AS low, max(day) AS high FROM \($0.table.rawValue)"
    }
    return try database.first("SELECT min(low), max(high) FROM (\(days))") { row in
      row.isNull(0) ? nil : Day(number: row.integer(0))...Day(number: row.integer(1))
    } ?? nil
  }
}
