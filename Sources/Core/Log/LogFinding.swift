/// One thing that a look at the file of the log found.
public struct LogFinding: Sendable, Equatable {
  /// How much it matters.
  public enum Severity: String, Sendable {
    /// It wants to be seen to.
    case attention
    /// It is worth knowing.
    case note
  }

  /// Its name, for scripts.
  public let id: String
  /// How much it matters.
  public let severity: Severity
  /// What is there, without a full stop.
  public let says: String
  /// What would help, without a full stop.
  public let advice: String
  /// The entries that it concerns.
  public var entries: [EntryID]
  /// The words of SQLite, line by line, where it was asked.
  public var details: [String]

  /// A finding.
  public init(
    _ id: String, _ severity: Severity, _ says: String, advice: String, entries: [EntryID] = [],
    details: [String] = []
  ) {
    self.id = id
    self.severity = severity
    self.says = says
    self.advice = advice
    self.entries = entries
    self.details = details
  }
}

/// A whole look at the file of the log.
public struct Examination: Sendable, Equatable {
  /// What was found, in the order in which it was looked for.
  public var findings: [LogFinding] = []
  /// What was looked at, by name.
  public var checked: [String] = []

  /// One that has not begun.
  public init() {}

  /// Whether anything wants to be seen to.
  public var needsAttention: Bool { findings.contains { $0.severity == .attention } }
}

/// What was mended in the file of the log.
public struct Mending: Sendable, Equatable {
  /// What was done, a sentence each without a full stop.
  public var done: [String] = []
  /// Where a checked copy of the log as it was lies; nil when nothing in it was changed.
  public var copy: String?
  /// What kept the file from being mended, as a part of a sentence; nil when nothing did.
  public var hindrance: String?

  /// One that has done nothing.
  public init() {}
}
