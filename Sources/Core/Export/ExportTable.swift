/// A table of the log as it leaves the program whole and comes back: as JSON, as CSV.
///
/// Everything that writes an export and everything that reads one gets these, so that the two cannot
/// differ. The store makes them from its schema.
package struct ExportTable: Sendable {
  /// What the rows are.
  package enum Content: Equatable, Sendable {
    /// Entries of a kind.
    case entries(EntryKind)
    /// What belongs to a row of another table.
    case parts
    /// What the user has set.
    case settings
    /// Definitions that entries name, or that stand alone.
    case definitions
  }

  /// Its name in JSON.
  package let key: String
  /// The name of its CSV file without the ending, which no other table has: `sessions-sets`.
  package let name: String
  /// What a row is called in a message: `session`.
  package let noun: String
  /// What the rows are.
  package let content: Content
  /// Whether its rows are left out of a redacted file.
  package let isPrivate: Bool
  /// The columns, the parent's key of a part first.
  package let columns: [ExportColumn]
  /// The tables whose rows belong to one row of this one.
  package let parts: [ExportTable]

  package init(
    key: String, name: String, noun: String, content: Content, isPrivate: Bool = false,
    columns: [ExportColumn], parts: [ExportTable] = []
  ) {
    self.key = key
    self.name = name
    self.noun = noun
    self.content = content
    self.isPrivate = isPrivate
    self.columns = columns
    self.parts = parts
  }

  /// The kind of entry that a row is; nil for what entries name, and for parts.
  package var entry: EntryKind? {
    if case .entries(let kind) = content { return kind }
    return nil
  }

  /// A row without the words that the user wrote freely; nil for one that goes altogether.
  package func redacted(_ row: [ExportValue]) -> [ExportValue]? {
    guard !isPrivate else { return nil }
    if content == .settings, case .text(let key) = row[0], ExportTable.isPrivate(setting: key) {
      return nil
    }
    var row = row
    let isOwn = columns.firstIndex { $0.key == "own" }.map { row[$0] == .integer(1) } ?? false
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
    /// A moment with its offset.
    case moment
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
  /// Whether it may be empty.
  package let isOptional: Bool
  /// What becomes of it in a redacted file.
  package let redaction: Redaction

  package init(
    key: String, title: String? = nil, form: Form, isOptional: Bool = false,
    redaction: Redaction = .keep
  ) {
    self.key = key
    self.title = title ?? key
    self.form = form
    self.isOptional = isOptional
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
  case key(EntryID)
  /// Seconds since 1970-01-01T00:00Z, and minutes that the local clock was ahead.
  case moment(utc: Int, offset: Int)
}
