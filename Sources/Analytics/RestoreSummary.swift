import Core

/// What taking back an export did, or would do.
package struct RestoreSummary: Sendable {
  /// The file or folder, as it was named.
  package let file: String
  /// Whether nothing was stored.
  package let isDry: Bool
  /// The entries that were new, by kind.
  package private(set) var added: [EntryKind: Int] = [:]
  /// The entries that were there already.
  package private(set) var present: [EntryKind: Int] = [:]
  /// The settings, exercises, kinds and texts that were new, and those that were there already.
  package private(set) var other = (added: 0, present: 0)
  /// Whether the export had left out what the user wrote freely.
  package var isRedacted = false

  /// Nothing read yet.
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
