import RehabLog
import SQLite

// How domain values stand in columns and come back out of them.

extension Moment {
  /// The four columns at, utc_offset, zone, day.
  var values: [Value] {
    [.integer(utc), .integer(offsetMinutes), .text(zone), .integer(day.number)]
  }
}

extension Statement {
  /// The moment in four columns from `column` on.
  func moment(_ column: Int32) -> Moment {
    Moment(
      utc: integer(column), offsetMinutes: integer(column + 1), zone: text(column + 2),
      day: Day(number: integer(column + 3)))
  }

  /// The key in a column.
  ///
  /// - Throws: ``StoreError`` when it is none, which the tables do not allow.
  func id(_ column: Int32) throws -> EntryID {
    try readable(EntryID(bytes: blob(column)), "key")
  }

  /// A pain score in a column, or nil for NULL.
  func painScore(_ column: Int32) -> PainScore? {
    optionalInteger(column).flatMap { PainScore(tenths: $0) }
  }
}

/// A value that the tables guarantee, or an error that says the file does not keep its promise.
func readable<Value>(_ value: Value?, _ what: String) throws -> Value {
  guard let value else {
    throw StoreError(
      .damaged, "the log holds a \(what) that cannot be read",
      hint: StoreError.adviceForDamage)
  }
  return value
}

extension EntryID {
  var value: Value { .blob(bytes) }
}
