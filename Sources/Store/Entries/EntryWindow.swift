import Core
import SQLite

/// Which entries to read: a range of days, and at most how many, newest first.
package struct EntryWindow: Sendable {
  /// The first day, or nil for the start of the log.
  package var since: Day?
  /// The last day, or nil for its end.
  package var until: Day?
  /// The most entries, or nil for all.
  package var limit: Int?

  package init(since: Day? = nil, until: Day? = nil, limit: Int? = nil) {
    self.since = since
    self.until = until
    self.limit = limit
  }

  /// A window as an SQL clause, with order and limit. Rows with the same moment come in reverse order of
  /// creation.
  ///
  /// A user's day is within two days of the same day in UTC, so the index on `at` can find the window and
  /// provide the order.
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
