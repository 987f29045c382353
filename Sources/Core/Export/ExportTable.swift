/// A table of the log in the form in which it leaves the program whole and comes back: as JSON, as CSV.
///
/// The definitions stand here, below everything that reads and writes, so that a file that goes out and the
/// file that comes in cannot differ. `schema.sql` says what the tables mean; a test holds the two together.
package struct ExportTable: Sendable {
  /// Its name in the log's file.
  package let name: String
  /// Its name in JSON, and in the name of its CSV file.
  package let key: String
  /// What a row is, in a message: `session`.
  package let what: String
  /// The columns, the parent's key of a part first.
  package let columns: [ExportColumn]
  /// The tables whose rows belong to one row of this one.
  package let parts: [ExportTable]
  /// The column that says how many rows a part has, and that part; it is counted, not handed on.
  package let count: (column: String, part: String)?
  /// The kind of entry that a row is; nil for what entries name, and for parts.
  package let entry: EntryKind?
  /// Whether its rows are left out of a redacted file.
  package let isPrivate: Bool

  init(
    _ name: String, _ key: String, _ what: String, entry: EntryKind? = nil,
    isPrivate: Bool = false, count: (column: String, part: String)? = nil,
    _ columns: [ExportColumn], parts: [ExportTable] = []
  ) {
    self.name = name
    self.key = key
    self.what = what
    self.columns = columns
    self.parts = parts
    self.count = count
    self.entry = entry
    self.isPrivate = isPrivate
  }

  /// The place of a column.
  package func index(of key: String) -> Int? { columns.firstIndex { $0.key == key } }

  /// A row without the words that the user wrote freely; nil for one that goes altogether.
  package func redacted(_ row: [ExportValue]) -> [ExportValue]? {
    guard !isPrivate else { return nil }
    if name == "setting", case .text(let key) = row[0], ExportTable.isPrivate(setting: key) {
      return nil
    }
    var row = row
    let isOwn = index(of: "own").map { row[$0] == .integer(1) } ?? false
    for (place, column) in columns.enumerated() {
      switch column.redaction {
      case .keep: continue
      case .goes: row[place] = .none
      case .goesIfOwn: if isOwn { row[place] = .none }
      case .slugIfOwn: if isOwn { row[place] = row[0] }
      case .covered: if row[place] != .none { row[place] = .text(ExportTable.cover) }
      }
    }
    return row
  }

  /// What stands for words that a row cannot be without.
  package static let cover = "(left out)"
  /// Whether a setting is left out of a redacted file: a name, and an alias, which may hold a note.
  package static func isPrivate(setting key: String) -> Bool {
    key == "clinician.name" || key.hasPrefix("alias.")
  }
}

/// A column of a table that goes out whole.
package struct ExportColumn: Sendable {
  /// How its values are written.
  package enum Form: Sendable {
    /// A key of 32 hexadecimal digits.
    case key
    /// A name of letters, digits and hyphens.
    case slug
    /// Words.
    case text
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// A number with one decimal, in tenths.
    case tenths(ClosedRange<Int>)
    /// A number with two decimals, in hundredths.
    case hundredths(ClosedRange<Int>)
    /// Yes or no.
    case flag
    /// One of some words; the empty one where it is allowed.
    case choice([String])
    /// A moment with its offset, in two columns of the log.
    case moment
    /// A day.
    case day
  }

  /// What becomes of it in a redacted file.
  package enum Redaction: Sendable {
    /// It stays.
    case keep
    /// It is left out.
    case goes
    /// It is left out of what the user defined.
    case goesIfOwn
    /// What the user defined is called by its slug.
    case slugIfOwn
    /// It cannot be without words, so that others stand for them.
    case covered
  }

  /// Its name in JSON.
  package let key: String
  /// Its heading in CSV, with the unit.
  package let title: String
  /// How its values are written.
  package let form: Form
  /// Its columns in the log.
  package let sql: [String]
  /// Whether it may be empty.
  package let isOptional: Bool
  /// Whether it is part of the row's key.
  package let isKey: Bool
  /// The table and column whose value it names, and what that is.
  package let reference: (table: String, column: String, what: String)?
  /// What becomes of it in a redacted file.
  package let redaction: Redaction

  init(
    _ key: String, _ form: Form, titled title: String? = nil, sql: String...,
    optional: Bool = false,
    isKey: Bool = false, of reference: (table: String, column: String, what: String)? = nil,
    redacted redaction: Redaction = .keep
  ) {
    self.key = key
    self.title = title ?? key
    self.form = form
    self.sql = sql.isEmpty ? [key] : sql
    isOptional = optional
    self.isKey = isKey
    self.reference = reference
    self.redaction = redaction
  }
}

/// A value of such a column.
package enum ExportValue: Hashable, Sendable {
  /// Nothing.
  case none
  /// A whole number: of tenths or hundredths, of days since 1970-01-01, or 0 and 1 for no and yes.
  case integer(Int)
  /// Words.
  case text(String)
  /// A key.
  case key(EntryID)
  /// Seconds since 1970-01-01T00:00Z, and minutes that the local clock was ahead.
  case moment(utc: Int, offset: Int)
}
