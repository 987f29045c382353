import Core
import SQLite

/// A column of a table: its name, its values, and its name outside the log.
struct ColumnSchema: Sendable {
  /// Its name in the file.
  let name: String
  let form: ColumnForm
  /// Whether it is part of the row's key.
  let isKey: Bool
  /// Whether it may be NULL.
  let isOptional: Bool
  /// The table that it refers to by key. The parent of a part is given by the table's role.
  let reference: LogTable?
  /// Whether it is the key of a row in another table, which has limits of its own.
  let isReference: Bool
  /// Its name in an export.
  let key: String
  /// Its heading in an export, with the unit.
  let title: String
  /// How it is redacted in an export.
  let redaction: ExportColumn.Redaction

  init(
    _ name: String, is form: ColumnForm, key: String? = nil, title: String? = nil,
    isKey: Bool = false, isOptional: Bool = false, of reference: LogTable? = nil,
    isParent: Bool = false, redacted redaction: ExportColumn.Redaction = .keep
  ) {
    self.name = name
    self.form = form
    self.isKey = isKey
    self.isOptional = isOptional
    self.reference = reference
    isReference = isParent || reference != nil
    self.key = key ?? name
    self.title = title ?? self.key
    self.redaction = redaction
  }

  /// Whether the table accepts a value in this column, whatever the others contain.
  func accepts(_ value: Value) -> Bool {
    value == .null ? isOptional : isReference ? form.stores(value) : form.accepts(value)
  }

  /// The key of a part's parent.
  static func parent(_ name: String, key: String) -> ColumnSchema {
    ColumnSchema(name, is: .key, key: key, isKey: true, isParent: true)
  }

  static let note = ColumnSchema("note", is: .text(1...16_384), isOptional: true, redacted: .goes)
}

/// The values of a column, and which of them the tables accept.
enum ColumnForm: Sendable {
  /// A UUID of version 7, 16 bytes.
  case key
  /// Seconds since 1970-01-01T00:00Z. Offset, zone and day follow in the next three columns.
  case moment
  /// How many minutes the local clock was ahead of UTC.
  case offset
  /// The name of a time zone.
  case zone
  /// Days since 1970-01-01.
  case day
  /// A name of letters, digits and hyphens.
  case slug
  /// Text with this length in characters.
  case text(ClosedRange<Int>)
  /// A whole number.
  case integer(ClosedRange<Int>)
  /// A number with one decimal, in tenths.
  case tenths(ClosedRange<Int>)
  /// A number with two decimals, in hundredths.
  case hundredths(ClosedRange<Int>)
  /// The number of the row's rows in a part.
  case count(of: LogTable)
  /// 0 for no, 1 for yes.
  case flag
  /// One of several words.
  case choice([String])
  /// Bytes, with this length.
  case bytes(ClosedRange<Int>)
  /// A fingerprint, which may be any number.
  case fingerprint

  /// The seconds of the moments that a log can store: until the end of the year 9999.
  static let moments = 0...253_402_300_799
  static let offsets = -1080...1080
  static let days = 0...2_932_896

  /// Whether it is the number of rows in a part.
  func counts(_ part: LogTable) -> Bool {
    if case .count(part) = self { return true }
    return false
  }

  var isZone: Bool {
    if case .zone = self { return true }
    return false
  }

  /// The type of the column in the file.
  enum Storage {
    case integer
    case text
    case blob
  }

  var storage: Storage {
    switch self {
    case .key, .bytes: .blob
    case .zone, .slug, .text, .choice: .text
    case .moment, .offset, .day, .integer, .tenths, .hundredths, .count, .flag, .fingerprint:
      .integer
    }
  }

  /// The limits of its number, or of the length of its text or bytes.
  var limits: ClosedRange<Int> {
    switch self {
    case .key: 16...16
    case .moment: ColumnForm.moments
    case .offset: ColumnForm.offsets
    case .zone: 1...100
    case .day: ColumnForm.days
    case .slug: 1...40
    case .text(let limits), .integer(let limits), .tenths(let limits), .hundredths(let limits),
      .bytes(let limits):
      limits
    case .count: 0...100_000
    case .flag: 0...1
    case .choice: 0...Int.max
    case .fingerprint: Int.min...Int.max
    }
  }

  /// Whether a value is of the type of the column.
  func stores(_ value: Value) -> Bool {
    switch (value, storage) {
    case (.integer, .integer), (.text, .text), (.blob, .blob): true
    default: false
    }
  }

  func accepts(_ value: Value) -> Bool {
    switch (value, storage) {
    case (.integer(let number), .integer): return limits.contains(number)
    case (.blob(let bytes), .blob): return limits.contains(bytes.count)
    case (.text(let text), .text):
      if case .choice(let words) = self { return words.contains(text) }
      // SQLite counts the characters before the first NUL.
      return limits.contains(text.unicodeScalars.prefix { $0.value != 0 }.count)
    default: return false
    }
  }
}
