import Core
import SQLite

/// Checks whether the log is unchanged, and whether commands can still be undone.
struct HistoryChecks {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  /// What differs from what was written, and what another program wrote.
  func checksums() throws -> [Diagnostic] {
    let checksums = try log.checksumFindings()
    var diagnostics: [Diagnostic] = []
    if !checksums.broken.isEmpty {
      let (names, ids) = names(checksums.broken)
      diagnostics.append(
        Diagnostic(
          "checksum-broken", severity: .attention,
          statement: "\(checksums.broken.count.counted("part")) of the log "
            + (checksums.broken.count == 1 ? "is not as it was" : "are not as they were")
            + " written: \(names)",
          advice:
            "compare with what you remember or a backup ('psoas show ID'), and correct it with 'psoas "
            + "edit' or 'psoas rm'; then, or when all is right as it is, 'psoas doctor --accept' "
            + "makes new checksums",
          entries: ids))
    }
    if !checksums.missing.isEmpty {
      let (names, ids) = names(checksums.missing)
      diagnostics.append(
        Diagnostic(
          "checksum-missing", severity: .note,
          statement: "\(checksums.missing.count.counted("part")) of the log "
            + "\(checksums.missing.count == 1 ? "was" : "were") written by another program: \(names)",
          advice: "'psoas doctor --fix' makes checksums of it as it is, after a backup",
          entries: ids))
    }
    return diagnostics
  }

  private func names(_ subjects: [ChecksumFindings.Subject]) -> (names: String, ids: [EntryID]) {
    let ids = subjects.compactMap { subject in
      if case .entry(let id) = subject { return id }
      return nil
    }.sorted(by: >)
    let tables = subjects.compactMap { subject in
      if case .table(let name) = subject { return HistoryChecks.content(of: name) }
      return nil
    }.sorted()
    return (
      (tables + (ids.isEmpty ? [] : [EntryNames(log).list(ids)])).joined(separator: ", "), ids
    )
  }

  /// The content of a table that has a single checksum.
  static func content(of table: String) -> String {
    switch LogTable(rawValue: table) {
    case .setting: "the settings"
    case .exercise: "the exercises"
    case .exerciseAlias: "your other words for exercises"
    case .measurementKind: "the kinds of measurement"
    case .ownDefinition: "your routines and protocols"
    case .importMapping: "the names in other programs' files"
    default: "a checksum of nothing there is"
    }
  }

  /// Checks whether recorded changes can still be read, so that they can be undone.
  func history() throws -> [Diagnostic] {
    let unreadable = try damagedOperations()
    guard !unreadable.isEmpty else { return [] }
    let numbers = unreadable.prefix(EntryNames.most).map(String.init).joined(separator: ", ")
    let more = unreadable.count > EntryNames.most ? ", and more" : ""
    return [
      Diagnostic(
        "history", severity: .attention,
        statement: "the history no longer has what \(unreadable.count.counted("command")) changed "
          + "(number \(numbers)\(more))",
        advice:
          "no entry is lost by it, but 'psoas undo' stops there; 'psoas history --forget' drops "
          + "the history")
    ]
  }

  /// The numbers of operations with damaged changes.
  ///
  /// The first part of an operation's changes is in its own row; further parts, numbered from 2, are in
  /// `operation_part`. An operation is complete when every part matches the checksum stored with it and their
  /// numbers have no gap.
  func damagedOperations() throws -> [Int] {
    let part = try log.database.prepare(
      "SELECT part, changes, fingerprint FROM operation_part WHERE operation = ? ORDER BY part")
    var damaged: [Int] = []
    _ = try log.database.rows(
      "SELECT number, parts, changes, fingerprint FROM operation ORDER BY number"
    ) { row in
      let parts = row.integer(1)
      var isWhole =
        parts == 0 || Int(Fingerprint.of(row.blob(2))) == row.integer(3) && !row.isNull(2)
      var next = 2
      try part.bind([.integer(row.integer(0))])
      while try part.step() {
        isWhole =
          isWhole && part.integer(0) == next
          && Int(Fingerprint.of(part.blob(1))) == part.integer(2)
        next += 1
      }
      if !isWhole || (parts > 0 && next != parts + 1) { damaged.append(row.integer(0)) }
    }
    return damaged
  }
}
