import Core
import Store

extension LogStore {
  /// The entry that an id or `last` stands for; `last` is the one made last.
  ///
  /// - Throws: ``InputError`` for what is no id, ``Failure`` when none or several begin with it, or when
  ///   it cannot be read.
  package func entry(named text: String) throws -> LogEntry {
    let key = try key(named: text)
    switch try reading(key.kind, key.id) {
    case .success(let entry): return entry
    case .failure(let error):
      throw Failure(
        "the entry '\(key.id.short)' cannot be read: \(error.message)",
        hint: "'psoas rm \(key.id.short)' removes it, 'psoas doctor' says more")
    case nil:
      throw Failure(
        "the entry \(quoted(text)) has just been removed", hint: "'psoas list' shows the others")
    }
  }

  /// The key that an id or `last` stands for, whether or not the entry can be read.
  ///
  /// - Throws: ``InputError`` for what is no id, ``Failure`` when none or several begin with it.
  func key(named text: String) throws -> (kind: EntryKind, id: EntryID) {
    guard text == "last" else { return try key(EntryIDPrefix(text), text) }
    guard let newest = try newestKey() else {
      throw Failure("there is no entry yet", hint: "log something first, such as 'psoas pain 4'")
    }
    return newest
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
