import Core
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
  ///
  /// - Throws: ``StoreError`` when it is none, which the tables do not allow.
  func moment(_ column: Int32) throws -> Moment {
    let (utc, offset, day) = (integer(column), integer(column + 1), integer(column + 3))
    guard (0...253_402_300_799).contains(utc), (-1080...1080).contains(offset),
      (0...2_932_896).contains(day)
    else { return try readable(nil, "moment") }
    return Moment(
      utc: utc, offsetMinutes: offset, zone: text(column + 2), day: Day(number: day))
  }

  /// Names in a column, separated by commas; none for NULL.
  func slugs(_ column: Int32) -> [Slug] {
    text(column).split(separator: ",").map { Slug(stored: String($0)) }
  }

  /// A measured value in hundredths of its unit.
  ///
  /// - Throws: ``StoreError`` when it is none, which the tables do not allow.
  func trial(_ column: Int32) throws -> Int {
    let value = integer(column)
    return try readable((-100_000_000...100_000_000).contains(value) ? value : nil, "value")
  }

  /// The key in a column.
  ///
  /// - Throws: ``StoreError`` when it is none, which the tables do not allow.
  func id(_ column: Int32) throws -> EntryID {
    try readable(EntryID(bytes: blob(column)), "key")
  }

  /// A pain score in a column, or nil for NULL.
  func painScore(_ column: Int32) -> NPRSScore? {
    optionalInteger(column).flatMap { NPRSScore(tenths: $0) }
  }
}

/// A value that the tables guarantee, or an error that says the file does not keep its promise.
func readable<Value>(_ value: Value?, _ what: String) throws -> Value {
  guard let value else {
    let article = what.first.map { "aeiou".contains($0) } == true ? "an" : "a"
    throw StoreError(
      .damaged, StoreError.unreadableValue + "\(article) \(what) that cannot be read",
      hint: StoreError.adviceForDamage)
  }
  return value
}

extension StoreError {
  fileprivate static let unreadableValue = "the log holds "

  /// Whether a value in an entry is in the way, not the file around it.
  var isOfValue: Bool { kind == .damaged && message.hasPrefix(StoreError.unreadableValue) }
}

extension EntryID {
  var value: Value { .blob(bytes) }
}
