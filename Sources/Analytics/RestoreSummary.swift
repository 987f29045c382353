import Core

/// What importing a psoas export did, or would do.
package struct RestoreSummary: Sendable {
  /// The file or folder, as given.
  package let file: String
  /// Whether nothing was stored.
  package let isDry: Bool
  /// New entries, by kind.
  package private(set) var added: [EntryKind: Int] = [:]
  /// Entries that were already in the log, by kind.
  package private(set) var present: [EntryKind: Int] = [:]
  /// Settings, exercises, kinds and definitions: new, and already in the log.
  package private(set) var other = (added: 0, present: 0)
  /// Whether the export had left out free text.
  package var isRedacted = false

  package init(file: String, isDry: Bool) {
    self.file = file
    self.isDry = isDry
  }

  /// Counts a row.
  package mutating func count(_ kind: EntryKind?, isNew: Bool) {
    switch (kind, isNew) {
    case (let kind?, true): added[kind, default: 0] += 1
    case (let kind?, false): present[kind, default: 0] += 1
    case (nil, true): other.added += 1
    case (nil, false): other.present += 1
    }
  }

  /// How many rows were new.
  package var addedCount: Int { added.values.reduce(other.added, +) }
}
