import Core
import SQLite

/// A row that was read, with its values by column name.
struct StoredRow<Column: TableColumn> {
  private let statement: Statement
  /// The index of its first column, for a query of several tables.
  private let first: Int32

  init(_ statement: Statement, from first: Int32 = 0) {
    self.statement = statement
    self.first = first
  }

  /// The row of another table whose columns follow this one's.
  func next<Other: TableColumn>() -> StoredRow<Other> {
    StoredRow<Other>(statement, from: first + Int32(Column.table.columns.count))
  }

  private func place(_ column: Column) -> Int32 { first + Int32(column.rawValue) }

  func isNull(_ column: Column) -> Bool { statement.isNull(place(column)) }
  func integer(_ column: Column) -> Int { statement.integer(place(column)) }
  func optionalInteger(_ column: Column) -> Int? { statement.optionalInteger(place(column)) }
  func flag(_ column: Column) -> Bool { integer(column) != 0 }
  func text(_ column: Column) -> String { statement.text(place(column)) }
  func optionalText(_ column: Column) -> String? { statement.optionalText(place(column)) }
  func blob(_ column: Column) -> [UInt8] { statement.blob(place(column)) }
  func slug(_ column: Column) -> Slug { Slug(stored: text(column)) }
  func optionalSlug(_ column: Column) -> Slug? { optionalText(column).map { Slug(stored: $0) } }
  func slugs(_ column: Column) -> [Slug] { statement.slugs(place(column)) }
  func optionalScore(_ column: Column) -> NPRSScore? { statement.painScore(place(column)) }

  // Everything below throws a ``StoreError`` for a value that the tables do not allow.

  func id(_ column: Column) throws -> EntryID { try statement.id(place(column)) }
  func score(_ column: Column) throws -> NPRSScore { try statement.score(place(column)) }

  func number(_ column: Column, in limits: ClosedRange<Int>, what: String) throws -> Int {
    let number = integer(column)
    return try StoreError.required(limits.contains(number) ? number : nil, what: what)
  }

  func choice<Choice: RawRepresentable<String>>(
    _ column: Column, _ what: String
  ) throws -> Choice {
    try StoreError.required(Choice(rawValue: text(column)), what: what)
  }

  /// The moment in a column and the three after it.
  func moment(from column: Column) throws -> Moment { try statement.moment(place(column)) }
}

extension StoredRow {
  // The columns that every entry has, as described by ``TableColumn/shared``.

  var id: EntryID { get throws { try statement.id(first) } }
  var moment: Moment { get throws { try statement.moment(first + 1) } }
}

// Reading values from queries that no table describes.

extension Statement {
  /// The moment in four columns from `column` on.
  ///
  /// - Throws: ``StoreError`` for an invalid one, which the tables do not allow.
  func moment(_ column: Int32) throws -> Moment {
    let (utc, offset, day) = (integer(column), integer(column + 1), integer(column + 3))
    guard ColumnForm.moments.contains(utc), ColumnForm.offsets.contains(offset),
      ColumnForm.days.contains(day)
    else { throw StoreError.unreadable("moment") }
    return Moment(
      utc: utc, offsetMinutes: offset, zone: text(column + 2), day: Day(number: day))
  }

  /// Names in a column, separated by commas; none for NULL.
  func slugs(_ column: Int32) -> [Slug] {
    text(column).split(separator: ",").map { Slug(stored: String($0)) }
  }

  /// The key in a column.
  ///
  /// - Throws: ``StoreError`` for an invalid one, which the tables do not allow.
  func id(_ column: Int32) throws -> EntryID {
    try StoreError.required(EntryID(bytes: blob(column)), what: "key")
  }

  /// A pain score in a column, or nil for NULL and for an invalid one.
  func painScore(_ column: Int32) -> NPRSScore? {
    optionalInteger(column).flatMap { NPRSScore(tenths: $0) }
  }

  /// A pain score in a column.
  ///
  /// - Throws: ``StoreError`` for an invalid one, which the tables do not allow.
  func score(_ column: Int32) throws -> NPRSScore {
    try StoreError.required(painScore(column), what: "score")
  }
}

extension EntryID {
  var value: Value { .blob(bytes) }
}

extension Moment {
  /// The four columns at, utc_offset, zone, day.
  var values: [Value] {
    [.integer(utc), .integer(offsetMinutes), .text(zone), .integer(day.number)]
  }
}

extension Value {
  /// Names separated by commas; NULL for none.
  init(_ slugs: [Slug]) {
    self = slugs.isEmpty ? .null : .text(slugs.map(\.text).joined(separator: ","))
  }
}

extension StoreError {
  private static let unreadableValue = "the log has "

  /// Says that the file has a value which the tables do not allow.
  static func unreadable(_ what: String) -> StoreError {
    let article = what.first.map { "aeiou".contains($0) } == true ? "an" : "a"
    return StoreError(
      .damaged, message: unreadableValue + "\(article) \(what) that cannot be read",
      hint: adviceForDamage)
  }

  /// A value that the tables guarantee.
  static func required<Found>(_ value: Found?, what: String) throws -> Found {
    guard let value else { throw unreadable(what) }
    return value
  }

  /// Whether a value of an entry cannot be read, while the rest of the file can.
  var isOfValue: Bool { kind == .damaged && message.hasPrefix(StoreError.unreadableValue) }
}
