import Core

/// What an import did, or would do.
public struct ImportSummary: Sendable {
  /// A row that was left out because it cannot be kept.
  public struct Rejected: Sendable, Equatable {
    /// Its file, where there are several.
    public let file: String?
    /// Its line, counted from 1.
    public let line: Int
    /// Why, as words that follow `line 12`.
    public let reason: String
    /// How many rows it stands for, those of a session.
    public let rows: Int

    /// A row and why it was left out.
    public init(file: String?, line: Int, reason: String, rows: Int = 1) {
      self.file = file
      self.line = line
      self.reason = reason
      self.rows = rows
    }
  }

  /// What a name of the other app became.
  public struct Name: Sendable, Equatable {
    /// The name.
    public let name: String
    /// What it means in the log, as a mapping has it.
    public let target: String
    /// Whether an exercise or a kind of measurement was made for it.
    public let isNew: Bool

    /// A name and what it became.
    public init(_ name: String, target: String, isNew: Bool) {
      self.name = name
      self.target = target
      self.isNew = isNew
    }
  }

  /// The file, as it was named.
  public let file: String
  /// The app that it is of.
  public let app: String
  /// Whether nothing was stored.
  public let isDry: Bool
  /// How many rows the file has.
  public var rows = 0
  /// The days it spans.
  public var days: ClosedRange<Day>?
  /// How many entries of each kind are new, and how many were in the log already.
  public var added: [EntryKind: Int] = [:]
  /// How many entries of each kind were in the log already.
  public var present: [EntryKind: Int] = [:]
  /// How many sets the new sessions have.
  public var sets = 0
  /// How many sessions of the log got more sets.
  public var grown = 0
  /// How many sets those sessions got.
  public var grownSets = 0
  /// How many values the mapping left out.
  public var skipped = 0
  /// What the log has no place for, and how often.
  public var leftOut: [String: Int] = [:]
  /// What was brought to another unit, and how often.
  public var converted: [String: Int] = [:]
  /// The rows that cannot be kept, the first of them.
  public var rejected: [Rejected] = []
  /// How many rows cannot be kept.
  public var rejectedCount = 0
  /// The names that no mapping settled, and what became of them.
  public var names: [Name] = []
  /// The names that the user's mapping has and the file does not.
  public var unmatched: [String] = []
  /// Whether what names mean was said anew, and is remembered.
  public var isMappingNew = false

  /// Nothing done yet.
  public init(file: String, app: String, isDry: Bool) {
    self.file = file
    self.app = app
    self.isDry = isDry
  }

  /// How many entries are new.
  public var addedCount: Int { added.values.reduce(0, +) }
  /// How many entries were there already.
  public var presentCount: Int { present.values.reduce(0, +) }
  /// Whether anything of the file is in the log now, or was before.
  public var keepsAnything: Bool { addedCount + presentCount > 0 }
  /// Whether there were rows, and none of them could be kept.
  public var isAllRejected: Bool { rejectedCount > 0 && !keepsAnything && skipped == 0 }
}
