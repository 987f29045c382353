/// One thing that a look at the file of the log found.
package struct Diagnostic: Sendable, Equatable {
  /// How much it matters.
  package enum Severity: String, Sendable {
    /// It wants to be seen to.
    case attention
    /// It is worth knowing.
    case note
  }

  /// Its name, for scripts.
  package let id: String
  /// How much it matters.
  package let severity: Severity
  /// What is there, without a full stop.
  package let statement: String
  /// What would help, without a full stop.
  package let advice: String
  /// The entries that it concerns.
  package var entries: [EntryID]
  /// The words of SQLite, line by line, where it was asked.
  package var details: [String]

  /// A finding.
  package init(
    _ id: String, _ severity: Severity, _ statement: String, advice: String,
    entries: [EntryID] = [],
    details: [String] = []
  ) {
    self.id = id
    self.severity = severity
    self.statement = statement
    self.advice = advice
    self.entries = entries
    self.details = details
  }
}

/// A whole look at the file of the log.
package struct IntegrityReport: Sendable, Equatable {
  /// What was found, in the order in which it was looked for.
  package var findings: [Diagnostic] = []
  /// What was looked at, by name.
  package var checked: [String] = []

  /// One that has not begun.
  package init() {}

  /// Whether anything wants to be seen to.
  package var needsAttention: Bool { findings.contains { $0.severity == .attention } }
}

/// What was mended in the file of the log.
package struct RepairReport: Sendable, Equatable {
  /// What was done, a sentence each without a full stop.
  package var done: [String] = []
  /// Where a checked copy of the log as it was lies; nil when nothing in it was changed.
  package var copy: String?
  /// What kept the file from being mended, as a part of a sentence; nil when nothing did.
  package var hindrance: String?

  /// One that has done nothing.
  package init() {}
}
