/// What was saved from a damaged file, and what was not.
package struct Salvaged: Sendable, Equatable {
  /// Something that is not in the new log.
  package struct Loss: Sendable, Equatable {
    /// What it is, such as `session`.
    package let what: String
    /// The key of the entry, where it is one.
    package let entry: EntryID?
    /// How many rows, where that is known.
    package let rows: Int?
    /// Why, without a full stop.
    package let reason: String

    package init(_ what: String, entry: EntryID? = nil, rows: Int? = nil, reason: String) {
      self.what = what
      self.entry = entry
      self.rows = rows
      self.reason = reason
    }
  }

  /// Rows by the name of their table.
  package struct Count: Sendable, Equatable {
    /// The name of the table.
    package let table: String
    /// How many rows were saved.
    package let rows: Int

    package init(table: String, rows: Int) {
      self.table = table
      self.rows = rows
    }
  }

  /// What was saved, by table.
  package var rescued: [Count] = []
  /// What was lost.
  package var lost: [Loss] = []
  /// Entries that were saved, but not as they were written.
  package var changed: [EntryID] = []
  /// Lists that were saved, but not as they were written, in words.
  package var changedLists: [String] = []
  /// Entries that have no checksum to compare them with.
  package var uncompared: [EntryID] = []
  /// What had to be made again for the rest to make sense, a sentence each without a full stop.
  package var rebuilt: [String] = []
  /// How the file had to be read, a sentence each without a full stop.
  package var remarks: [String] = []

  /// Nothing yet.
  package init() {}

  /// Whether all is there, as it was written.
  package var isWhole: Bool {
    lost.isEmpty && changed.isEmpty && changedLists.isEmpty && rebuilt.isEmpty && uncompared.isEmpty
  }
}
