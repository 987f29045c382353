import Core
import Render
import Store

extension Context {
  /// Entries of one kind, or of all kinds, newest first.
  ///
  /// - Parameters:
  ///   - since: the first day, as typed.
  ///   - until: the last day, as typed.
  package func entries(
    of kind: EntryKind?, since: String?, until: String?, limit: Int?
  ) throws -> [LogEntry] {
    let log = try requiredLog()
    let parser = whenParser(try settings(log))
    let first = try since.map { try parser.parseDay($0) }
    let last = try until.map { try parser.parseDay($0) }
    if let first, let last, first > last {
      throw InputError(
        "the window ends (\(last)) before it starts (\(first))",
        hint: "give --since an earlier day than --until")
    }
    let window = EntryWindow(since: first, until: last, limit: limit)
    let entries = try log.read { try log.entries(of: kind, window) }
    if entries.isEmpty { note("no entries there") }
    return entries
  }

  /// Entries that contain these words, newest first.
  package func entries(holding text: String, limit: Int) throws -> [LogEntry] {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw InputError("there is nothing to look for", hint: "give a word, such as 'gardening'")
    }
    let log = try requiredLog()
    let entries = try log.read {
      try log.keys(holding: text, limit: limit).compactMap { try log.entry($0.kind, id: $0.id) }
    }
    if entries.isEmpty { note("no entries match \(text.quoted)") }
    return entries
  }

  /// The entry with this id; `last` is the one made last.
  package func entry(named id: String) throws -> LogEntry {
    let log = try requiredLog()
    return try log.read { try log.entry(named: id) }
  }

  /// Removes an entry, including one that cannot be read: that is often the reason to remove it.
  package func removeEntry(named id: String) throws -> RemovedEntry {
    let log = try requiredLog()
    return try log.write(commandRecord) {
      let key = try log.key(named: id)
      let found = try log.reading(key.kind, id: key.id)
      try log.remove(key.kind, id: key.id)
      return RemovedEntry(try? found?.get(), kind: key.kind, id: key.id)
    }
  }
}
