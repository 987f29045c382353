/// One thing that a check of the log's file found.
package struct Diagnostic: Sendable, Equatable {
  package enum Severity: String, Sendable {
    /// Something should be done about it.
    case attention
    /// It is worth knowing.
    case note
  }

  /// Its name, for scripts.
  package let id: String
  package let severity: Severity
  /// What is there, without a full stop.
  package let statement: String
  /// What would help, without a full stop.
  package let advice: String
  /// The entries that it concerns.
  package var entries: [EntryID]
  /// What SQLite said, line by line, where it was asked.
  package var details: [String]

  package init(
    _ id: String, severity: Severity, statement: String, advice: String, entries: [EntryID] = [],
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

/// All that a check of the log's file found.
package struct IntegrityReport: Sendable, Equatable {
  /// In the order of the checks.
  package var findings: [Diagnostic] = []
  /// The names of the checks.
  package var checked: [String] = []

  package init() {}

  /// Whether something should be done.
  package var needsAttention: Bool { findings.contains { $0.severity == .attention } }
}

/// What was repaired in the log's file.
package struct RepairReport: Sendable, Equatable {
  /// What was done, a sentence each without a full stop.
  package var done: [String] = []
  /// Where a checked copy of the log as it was is; nil when nothing in it was changed.
  package var copy: String?
  /// What kept the file from being repaired, as a part of a sentence; nil when nothing did.
  package var hindrance: String?

  package init() {}
}
