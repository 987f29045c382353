/// What was saved from a damaged file, and what was not.
public struct Salvaged: Sendable, Equatable {
  /// Something that is not in the new log.
  public struct Loss: Sendable, Equatable {
    /// What it is, such as `session`.
    public let what: String
    /// The key of the entry, where it is one.
    public let entry: EntryID?
    /// How many rows, where that is known.
    public let rows: Int?
    /// Why, without a full stop.
    public let reason: String

    /// A loss with its parts.
    public init(_ what: String, entry: EntryID? = nil, rows: Int? = nil, reason: String) {
      self.what = what
      self.entry = entry
      self.rows = rows
      self.reason = reason
    }
  }

  /// Rows by the name of their table.
  public struct Count: Sendable, Equatable {
    /// The name of the table.
    public let table: String
    /// How many rows were saved.
    public let rows: Int

    /// A count.
    public init(table: String, rows: Int) {
      self.table = table
      self.rows = rows
    }
  }

  /// What was saved, by table.
  public var rescued: [Count] = []
  /// What was lost.
  public var lost: [Loss] = []
  /// Entries that were saved, but not as they were written.
  public var changed: [EntryID] = []
  /// Lists that were saved, but not as they were written, in words.
  public var changedLists: [String] = []
  /// Entries that have no seal to compare them with.
  public var uncompared: [EntryID] = []
  /// What had to be made again for the rest to make sense, a sentence each without a full stop.
  public var rebuilt: [String] = []
  /// How the file had to be read, a sentence each without a full stop.
  public var remarks: [String] = []

  /// Nothing yet.
  public init() {}

  /// Whether all is there, as it was written.
  public var isWhole: Bool {
    lost.isEmpty && changed.isEmpty && changedLists.isEmpty && rebuilt.isEmpty && uncompared.isEmpty
  }
}
