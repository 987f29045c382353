import Core
import Store

extension LogStore {
  /// The entry with this id; `last` is the one made last.
  ///
  /// - Throws: ``InputError`` for an invalid id, ``Failure`` when no entry or several match, or when it
  ///   cannot be read.
  package func entry(named text: String) throws -> LogEntry {
    let key = try key(named: text)
    switch try reading(key.kind, id: key.id) {
    case .success(let entry): return entry
    case .failure(let error):
      throw Failure(
        "the entry '\(key.id.short)' cannot be read: \(error.message)",
        hint: "'psoas rm \(key.id.short)' removes it, 'psoas doctor' says more")
    case nil:
      throw Failure(
        "the entry \(text.quoted) has just been removed", hint: "'psoas list' shows the others")
    }
  }

  /// The key for this id or `last`, whether or not the entry can be read.
  ///
  /// - Throws: ``InputError`` for an invalid id, ``Failure`` when no entry or several match.
  func key(named text: String) throws -> (kind: EntryKind, id: EntryID) {
    guard text == "last" else { return try key(EntryIDPrefix(text), text: text) }
    guard let newest = try newestKey() else {
      throw Failure("there is no entry yet", hint: "log something first, such as 'psoas pain 4'")
    }
    return newest
  }

  private func key(_ prefix: EntryIDPrefix, text: String) throws -> (kind: EntryKind, id: EntryID) {
    let keys = try keys(beginning: prefix)
    guard keys.count <= 1 else {
      let shown = keys.map { "\($0.id.description.prefix(12)) (\($0.kind.rawValue))" }
      throw Failure(
        "the id \(text.quoted) is ambiguous", hint: "it could be " + shown.joined(separator: ", "))
    }
    guard let key = keys.first else {
      throw Failure("there is no entry \(text.quoted)", hint: "'psoas list' shows the ids")
    }
    return key
  }
}
