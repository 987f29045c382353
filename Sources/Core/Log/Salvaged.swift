/// What was saved from a damaged file, and what was lost.
package struct Salvaged: Sendable, Equatable {
  /// Something missing from the new log.
  package struct Loss: Sendable, Equatable {
    /// What it is, such as `session`.
    package let what: String
    /// The entry's key, if it is an entry.
    package let entry: EntryID?
    /// How many rows, if known.
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
  /// Entries that were saved, but not unchanged.
  package var changed: [EntryID] = []
  /// Lists that were saved, but not unchanged, in words.
  package var changedLists: [String] = []
  /// Entries without a checksum to compare.
  package var uncompared: [EntryID] = []
  /// What had to be recreated for the rest to be usable, one sentence each, without full stops.
  package var rebuilt: [String] = []
  /// How the file had to be read, one sentence each, without full stops.
  package var remarks: [String] = []

  package init() {}

  /// Whether everything was saved unchanged.
  package var isWhole: Bool {
    lost.isEmpty && changed.isEmpty && changedLists.isEmpty && rebuilt.isEmpty && uncompared.isEmpty
  }
}
