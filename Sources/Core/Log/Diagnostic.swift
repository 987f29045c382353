/// One finding of a check of the log file.
package struct Diagnostic: Sendable, Equatable {
  package enum Severity: String, Sendable {
    /// Needs action.
    case attention
    /// For information.
    case note
  }

  /// Its name, for scripts.
  package let id: String
  package let severity: Severity
  /// The finding, without a full stop.
  package let statement: String
  /// What would help, without a full stop.
  package let advice: String
  /// The affected entries.
  package var entries: [EntryID]
  /// SQLite's own messages, line by line, where it was asked.
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

/// All findings of a check of the log file.
package struct IntegrityReport: Sendable, Equatable {
  /// In the order of the checks.
  package var findings: [Diagnostic] = []
  /// The names of the checks.
  package var checked: [String] = []

  package init() {}

  /// Whether any finding needs action.
  package var needsAttention: Bool { findings.contains { $0.severity == .attention } }
}

/// What was repaired in the log file.
package struct RepairReport: Sendable, Equatable {
  /// What was done, one sentence each, without full stops.
  package var done: [String] = []
  /// The path of a verified backup of the log before the repair; nil when nothing was changed.
  package var copy: String?
  /// What prevented the repair, as part of a sentence; nil for nothing.
  package var hindrance: String?

  package init() {}
}
