/// A backup of the log on disk.
package struct Backup: Sendable, Equatable {
  /// How it was made.
  package enum Kind: String, Sendable {
    /// Automatic, on the first write of a day; one of the latest.
    case daily
    /// Automatic, the last of its week.
    case weekly
    /// Automatic, the last of its month.
    case monthly
    /// Automatic, dated after today.
    case ahead
    /// Made by the user.
    case byHand
    /// Before the log's format was upgraded.
    case beforeUpgrade
    /// Before the log was replaced by another.
    case beforeRestore
  }

  /// The content of a backup, as far as it can be read.
  package struct Content: Sendable, Equatable {
    /// Its format version.
    package let version: Int
    /// The number of entries.
    package let entries: Int
    /// The latest day of an entry; nil without entries.
    package let newestDay: Day?

    package init(version: Int, entries: Int, newestDay: Day?) {
      (self.version, self.entries, self.newestDay) = (version, entries, newestDay)
    }
  }

  /// The name by which it can be restored.
  package let name: String
  package let path: String
  /// How it was made.
  package let kind: Kind
  /// When it was made, from its name or its modification time: `2026-11-20`, or with a time, `2026-11-20
  /// 18:00`.
  package let made: String
  /// Its size in bytes.
  package let bytes: Int
  /// Its content; nil when it cannot be read.
  package let content: Content?

  package init(
    name: String, path: String, kind: Kind, made: String, bytes: Int, content: Content?
  ) {
    (self.name, self.path, self.kind, self.made) = (name, path, kind, made)
    (self.bytes, self.content) = (bytes, content)
  }
}
