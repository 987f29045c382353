import Core

/// What an import did, or would do.
package struct ImportSummary: Sendable {
  /// A row that was refused.
  package struct Rejected: Sendable, Equatable {
    /// Its file, if there are several.
    package let file: String?
    /// Its line, counted from 1.
    package let line: Int
    /// The reason, as words that follow `line 12`.
    package let reason: String
    /// How many rows it stands for: those of a session.
    package let rows: Int

    package init(file: String?, line: Int, reason: String, rows: Int = 1) {
      self.file = file
      self.line = line
      self.reason = reason
      self.rows = rows
    }
  }

  /// How a name of the other app was resolved.
  package struct Name: Sendable, Equatable {
    /// The name.
    package let name: String
    /// Its meaning in the log, as in a map.
    package let target: String
    /// Whether an exercise or a kind of measurement was created for it.
    package let isNew: Bool

    package init(_ name: String, target: String, isNew: Bool) {
      self.name = name
      self.target = target
      self.isNew = isNew
    }
  }

  /// The file, as given.
  package let file: String
  /// The app it comes from.
  package let app: String
  /// Whether nothing was stored.
  package let isDry: Bool
  /// How many rows the file has.
  package var rows = 0
  /// The days it spans.
  package var days: ClosedRange<Day>?
  /// How many entries of each kind are new.
  package var added: [EntryKind: Int] = [:]
  /// How many entries of each kind were already in the log.
  package var present: [EntryKind: Int] = [:]
  /// How many sets the new sessions have.
  package var sets = 0
  /// How many existing sessions got more sets.
  package var grown = 0
  /// How many sets those sessions got.
  package var grownSets = 0
  /// How many values the map left out.
  package var skipped = 0
  /// What the log cannot store, and how often.
  package var leftOut: [String: Int] = [:]
  /// What was converted to another unit, and how often.
  package var converted: [String: Int] = [:]
  /// The refused rows, the first of them.
  package var rejected: [Rejected] = []
  /// How many rows were refused.
  package var rejectedCount = 0
  /// The names that the map did not have, and how they were resolved.
  package var names: [Name] = []
  /// The names in the user's map that the file does not have.
  package var unmatched: [String] = []
  /// Whether the map is new, and is remembered.
  package var isMappingNew = false

  package init(file: String, app: String, isDry: Bool) {
    self.file = file
    self.app = app
    self.isDry = isDry
  }

  /// How many entries are new.
  package var addedCount: Int { added.values.reduce(0, +) }
  /// How many entries were already in the log.
  package var presentCount: Int { present.values.reduce(0, +) }
  /// Whether anything in the file is in the log, now or before.
  package var keepsAnything: Bool { addedCount + presentCount > 0 }
  /// Whether there were rows, and all of them were refused.
  package var isAllRejected: Bool { rejectedCount > 0 && !keepsAnything && skipped == 0 }
}
