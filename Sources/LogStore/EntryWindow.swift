import RehabLog
import SQLite

/// Which entries to read: a stretch of days, and how many at the most, newest first.
public struct EntryWindow: Sendable {
  /// The first day, or nil for the beginning of the log.
  public var since: Day?
  /// The last day, or nil for its end.
  public var until: Day?
  /// How many at the most, or nil for all.
  public var limit: Int?

  /// A window; all of the log without arguments.
  public init(since: Day? = nil, until: Day? = nil, limit: Int? = nil) {
    self.since = since
    self.until = until
    self.limit = limit
  }

  /// The days as a clause with two values and the order and limit behind it. Rows of one moment come
  /// in the reverse of the order in which they were made.
  func clause(_ table: String) -> String {
    """
     WHERE \(table).day BETWEEN ? AND ?
     ORDER BY \(table).day DESC, \(table).at DESC, \(table).id DESC LIMIT ?
    """
  }

  /// The values of the clause.
  var values: [Value] {
    [.integer(since?.number ?? 0), .integer(until?.number ?? 2_932_896), .integer(limit ?? -1)]
  }
}
