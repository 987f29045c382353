extension LogStore {
  /// The statements of ``aggregates(of:by:in:)``. ?1 and ?2 are the first and the last day, ?3 and ?4 convert
  /// a day to the number of its week or day. Visible to the tests that read their plans.
  package enum SeriesQuery {
    /// The scores of recall window ?5, from the index alone and in its order. They are counted outside: to
    /// group by week, SQLite would first sort what already comes in order of days.
    package static let pain =
      """
      SELECT day, score_tenths FROM pain
      WHERE recall = ?5 AND day BETWEEN ?1 AND ?2 ORDER BY day
      """

    /// Measurements of kind ?5 on side ?6 by method: how many, the sum of their means, the extreme trials and
    /// the number of trials.
    package static let measure =
      """
      SELECT number, method, motion, count(*), sum(mean), max(most), min(least), sum(trials) FROM (
        SELECT (day + ?3) / ?4 AS number, method, motion,
          (SELECT avg(value_hundredths) FROM measurement_trial
           WHERE measurement_id = measurement.id) AS mean,
          (SELECT max(value_hundredths) FROM measurement_trial
           WHERE measurement_id = measurement.id) AS most,
          (SELECT min(value_hundredths) FROM measurement_trial
           WHERE measurement_id = measurement.id) AS least,
          (SELECT count(*) FROM measurement_trial
           WHERE measurement_id = measurement.id) AS trials
        FROM measurement
        WHERE kind = ?5 AND side = ?6 AND at BETWEEN (?1 - 2) * 86400 AND (?2 + 3) * 86400
          AND day BETWEEN ?1 AND ?2)
      GROUP BY 1, 2, 3
      """

    /// A histogram of the amounts of factor ?5 in unit ?6; of two on one day the later one counts.
    package static let factor =
      """
      SELECT (day + ?3) / ?4, value_hundredths, count(*) FROM (
        SELECT day, value_hundredths, max(id)
        FROM day_record CROSS JOIN day_factor ON day_id = id
        WHERE day BETWEEN ?1 AND ?2 AND factor = ?5 AND unit = ?6 GROUP BY day)
      GROUP BY 1, 2
      """

    /// Totals of sessions, from the index alone.
    package static let sessions =
      """
      SELECT (day + ?3) / ?4, count(*), total(duration_seconds), count(duration_seconds),
        total(effort_tenths * duration_seconds), count(effort_tenths * duration_seconds),
        total(set_count)
      FROM session WHERE day BETWEEN ?1 AND ?2 GROUP BY 1
      """

    /// Weeks or days with an entry of any kind.
    package static let active =
      """
      SELECT (day + ?3) / ?4 FROM session WHERE day BETWEEN ?1 AND ?2
      UNION SELECT (day + ?3) / ?4 FROM pain
        WHERE recall IN ('now', 'average', 'worst', 'morning') AND day BETWEEN ?1 AND ?2
      UNION SELECT (day + ?3) / ?4 FROM measurement WHERE day BETWEEN ?1 AND ?2
      UNION SELECT (day + ?3) / ?4 FROM day_record WHERE day BETWEEN ?1 AND ?2
      """

    /// The trials of kind ?1 on side ?2 with instrument ?3 and motion ?4, by measurement.
    package static let trials =
      """
      SELECT id, day, value_hundredths
      FROM measurement JOIN measurement_trial ON measurement_id = id
      WHERE kind = ?1 AND side = ?2 AND method = ?3 AND motion = ?4
      ORDER BY at, id, number
      """

    /// All that have a window.
    package static let all = [pain, measure, factor, sessions, active]
  }
}
