import Core

/// What an import did, or would do.
package struct ImportSummary: Sendable {
  /// A row that was left out because it cannot be kept.
  package struct Rejected: Sendable, Equatable {
    /// Its file, where there are several.
    package let file: String?
    /// Its line, counted from 1.
    package let line: Int
    /// Why, as words that follow `line 12`.
    package let reason: String
    /// How many rows it stands for, those of a session.
    package let rows: Int

    /// A row and why it was left out.
    package init(file: String?, line: Int, reason: String, rows: Int = 1) {
      self.file = file
      self.line = line
      self.reason = reason
      self.rows = rows
    }
  }

  /// What a name of the other app became.
  package struct Name: Sendable, Equatable {
    /// The name.
    package let name: String
    /// What it means in the log, as a mapping has it.
    package let target: String
    /// Whether an exercise or a kind of measurement was made for it.
    package let isNew: Bool

    /// A name and what it became.
    package init(_ name: String, target: String, isNew: Bool) {
      self.name = name
      self.target = target
      self.isNew = isNew
    }
  }

  /// The file, as it was named.
  package let file: String
  /// The app that it is of.
  package let app: String
  /// Whether nothing was stored.
  package let isDry: Bool
  /// How many rows the file has.
  package var rows = 0
  /// The days it spans.
  package var days: ClosedRange<Day>?
  /// How many entries of each kind are new, and how many were in the log already.
  package var added: [EntryKind: Int] = [:]
  /// How many entries of each kind were in the log already.
  package var present: [EntryKind: Int] = [:]
  /// How many sets the new sessions have.
  package var sets = 0
  /// How many sessions of the log got more sets.
  package var grown = 0
  /// How many sets those sessions got.
  package var grownSets = 0
  /// How many values the mapping left out.
  package var skipped = 0
  /// What the log has no place for, and how often.
  package var leftOut: [String: Int] = [:]
  /// What was brought to another unit, and how often.
  package var converted: [String: Int] = [:]
  /// The rows that cannot be kept, the first of them.
  package var rejected: [Rejected] = []
  /// How many rows cannot be kept.
  package var rejectedCount = 0
  /// The names that no mapping settled, and what became of them.
  package var names: [Name] = []
  /// The names that the user's mapping has and the file does not.
  package var unmatched: [String] = []
  /// Whether what names mean was said anew, and is remembered.
  package var isMappingNew = false

  /// Nothing done yet.
  package init(file: String, app: String, isDry: Bool) {
    self.file = file
    self.app = app
    self.isDry = isDry
  }

  /// How many entries are new.
  package var addedCount: Int { added.values.reduce(0, +) }
  /// How many entries were there already.
  package var presentCount: Int { present.values.reduce(0, +) }
  /// Whether anything of the file is in the log now, or was before.
  package var keepsAnything: Bool { addedCount + presentCount > 0 }
  /// Whether there were rows, and none of them could be kept.
  package var isAllRejected: Bool { rejectedCount > 0 && !keepsAnything && skipped == 0 }
}
