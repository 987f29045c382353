import Core
import SQLite

/// Which entries to read: a stretch of days, and how many at the most, newest first.
package struct EntryWindow: Sendable {
  /// The first day, or nil for the beginning of the log.
  package var since: Day?
  /// The last day, or nil for its end.
  package var until: Day?
  /// How many at the most, or nil for all.
  package var limit: Int?

  /// A window; all of the log without arguments.
  package init(since: Day? = nil, until: Day? = nil, limit: Int? = nil) {
    self.since = since
    self.until = until
    self.limit = limit
  }

  /// The days of a window as a clause, with the order and limit behind it. Rows of one moment come in the reverse
  /// of the order in which they were made.
  ///
  /// A day of the user is within two days of the same day in UTC, which lets the index on `at`
  /// find the window and give the order.
  static func clause(_ table: LogTable) -> String {
    let name = table.rawValue
    return """
       WHERE \(name).at BETWEEN (?1 - 2) * 86400 AND (?2 + 3) * 86400
         AND \(name).day BETWEEN ?1 AND ?2
       ORDER BY \(name).at DESC, \(name).id DESC LIMIT ?3
      """
  }

  /// The values of the clause.
  var values: [Value] {
    [
      .integer(since?.number ?? 0), .integer(until?.number ?? ColumnForm.days.upperBound),
      .integer(limit ?? -1),
    ]
  }
}
