import LogStore
import RehabLog

extension LogStore {
  /// The entry that an id or `last` stands for; `last` is the one made last.
  ///
  /// - Throws: ``InputError`` for what is no id, ``Failure`` when none or several begin with it.
  func entry(named text: String) throws -> LogEntry {
    let key: (kind: EntryKind, id: EntryID)
    if text == "last" {
      guard let newest = try newestKey() else {
        throw Failure("there is no entry yet", hint: "log something first, such as 'psoas pain 4'")
      }
      key = newest
    } else {
      key = try self.key(EntryIDPrefix(text), text)
    }
    guard let entry = try entry(key.kind, key.id) else {
      throw Failure("the entry \(quoted(text)) has just been removed")
    }
    return entry
  }

  private func key(_ prefix: EntryIDPrefix, _ text: String) throws -> (kind: EntryKind, id: EntryID)
  {
    let keys = try keys(beginning: prefix)
    guard keys.count <= 1 else {
      let shown = keys.map { "\($0.id.description.prefix(12)) (\($0.kind.rawValue))" }
      throw Failure(
        "the id \(quoted(text)) is ambiguous", hint: "it could be " + shown.joined(separator: ", "))
    }
    guard let key = keys.first else {
      throw Failure("there is no entry \(quoted(text))", hint: "'psoas list' shows the ids")
    }
    return key
  }
}
