/// A copy of the log on the disk.
package struct Backup: Sendable, Equatable {
  /// How it came to be.
  package enum Kind: String, Sendable {
    /// Made by itself on the first write of a day, one of the newest.
    case daily
    /// The same, kept as the last of its week.
    case weekly
    /// The same, kept as the last of its month.
    case monthly
    /// The same, dated after today.
    case ahead
    /// Made by the user.
    case byHand
    /// Made before the log was upgraded.
    case beforeUpgrade
    /// Made before the log was replaced.
    case beforeRestore
  }

  /// What a copy holds, as far as it can be read.
  package struct Content: Sendable, Equatable {
    /// The version of its tables.
    package let version: Int
    /// How many entries it has.
    package let entries: Int
    /// The newest day of an entry; nil without one.
    package let newestDay: Day?

    package init(version: Int, entries: Int, newestDay: Day?) {
      (self.version, self.entries, self.newestDay) = (version, entries, newestDay)
    }
  }

  /// The name by which it can be restored.
  package let name: String
  package let path: String
  /// How it came to be.
  package let kind: Kind
  /// When it was made, as its name says, or when it was last changed: `2026-11-20`, or with a time,
  /// `2026-11-20 18:00`.
  package let made: String
  /// Its size in bytes.
  package let bytes: Int
  /// What it holds; nil when it cannot be read.
  package let content: Content?

  package init(
    name: String, path: String, kind: Kind, made: String, bytes: Int, content: Content?
  ) {
    (self.name, self.path, self.kind, self.made) = (name, path, kind, made)
    (self.bytes, self.content) = (bytes, content)
  }
}
