import Core
import SQLite

extension LogStore {
  /// The statements of this file, visible to the tests that read their plans.
  package enum PracticeQuery {
    /// The exercises done on each day, each once a day.
    package static let exercisesByDay =
      """
      SELECT DISTINCT day, exercise FROM session JOIN exercise_set ON session_id = id
      WHERE day BETWEEN ?1 AND ?2
      """

    /// Ratings made after a key that a safety rule may be about. Sites are read separately: looking them up
    /// per rating takes three times as long.
    package static let alarming =
      """
      SELECT id FROM pain WHERE id > ?1 AND (score_tenths >= ?2 OR woke = 1)
      UNION SELECT pain_id FROM pain_site
      WHERE pain_id > ?1 AND site IN (SELECT value FROM json_each(?3))
      """
  }

  /// The exercises done on each day of a window.
  ///
  /// - Throws: ``StoreError``.
  package func exercisesByDay(from first: Day, through last: Day) throws -> [Day: Set<Slug>] {
    var done: [Day: Set<Slug>] = [:]
    _ = try database.rows(
      PracticeQuery.exercisesByDay, values: [.integer(first.number), .integer(last.number)]
    ) { row in
      done[Day(number: row.integer(0)), default: []].insert(Slug(stored: row.text(1)))
    }
    return done
  }

  /// Ratings made after an entry that are at least `tenths`, woke the user, or name one of `sites`.
  ///
  /// - Throws: ``StoreError``.
  package func alarmingRatings(
    madeAfter id: EntryID?, tenths: Int, sites: [String]
  ) throws -> [PainRating] {
    let list = "[" + sites.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    let keys = try database.rows(
      PracticeQuery.alarming, values: [id?.value ?? .blob([]), .integer(tenths), .text(list)]
    ) { try $0.id(0) }
    return try keys.compactMap { try painRating($0) }
  }
}
