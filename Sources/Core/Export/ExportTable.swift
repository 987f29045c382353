/// A table of the log for export and import, as JSON or CSV.
///
/// Everything that writes or reads an export uses these, so the two cannot differ. The store makes them from
/// its schema.
package struct ExportTable: Sendable {
  /// What its rows are.
  package enum Content: Equatable, Sendable {
    /// Entries of a kind.
    case entries(EntryKind)
    /// Rows that belong to a row of another table.
    case parts
    /// The user's settings.
    case settings
    /// Definitions that entries refer to, or standalone ones.
    case definitions
  }

  /// Its name in JSON.
  package let key: String
  /// The name of its CSV file without the extension, unique among tables: `sessions-sets`.
  package let name: String
  /// The noun for a row in messages: `session`.
  package let noun: String
  package let content: Content
  /// Whether its rows are left out of a redacted export.
  package let isPrivate: Bool
  /// The columns; for a part, its parent's key first.
  package let columns: [ExportColumn]
  /// The tables whose rows belong to a row of this one.
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

  /// The kind of entry in its rows; nil for definitions and parts.
  package var entry: EntryKind? {
    if case .entries(let kind) = content { return kind }
    return nil
  }

  /// A row without the user's free text; nil for a row that is left out entirely.
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

  /// The replacement for text that a row must have.
  package static let cover = "(left out)"
  /// Whether a setting is left out of a redacted export: a name, or an alias, which may contain a note.
  package static func isPrivate(setting key: String) -> Bool {
    key == "clinician.name" || key.hasPrefix("alias.")
  }
}

/// A column of an exported table.
package struct ExportColumn: Sendable {
  /// The format of its values.
  package enum Form: Sendable {
    /// A key of 32 hexadecimal digits.
    case key
    /// A name of letters, digits and hyphens.
    case slug
    /// Any text.
    case text
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// A number with one decimal, in tenths.
    case tenths(ClosedRange<Int>)
    /// A number with two decimals, in hundredths.
    case hundredths(ClosedRange<Int>)
    /// Yes or no.
    case flag
    /// One of several words; the empty one if allowed.
    case choice([String])
    /// A moment with its offset.
    case moment
    case day
  }

  /// How it is redacted.
  package enum Redaction: Sendable {
    /// Kept.
    case keep
    /// Left out.
    case goes
    /// Left out of the user's own definitions.
    case goesIfOwn
    /// Replaced by the slug in the user's own definitions.
    case slugIfOwn
    /// Replaced, because it must not be empty.
    case covered
  }

  /// Its name in JSON.
  package let key: String
  /// Its CSV heading, with the unit.
  package let title: String
  /// The format of its values.
  package let form: Form
  /// Whether it may be empty.
  package let isOptional: Bool
  /// How it is redacted.
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

/// A value in an exported column.
package enum ExportValue: Hashable, Sendable {
  /// Empty.
  case none
  /// A whole number: of tenths or hundredths, of days since 1970-01-01, or 0 and 1 for no and yes.
  case integer(Int)
  /// A text.
  case text(String)
  case key(EntryID)
  /// Seconds since 1970-01-01T00:00Z, and how many minutes the local clock was ahead.
  case moment(utc: Int, offset: Int)
}
