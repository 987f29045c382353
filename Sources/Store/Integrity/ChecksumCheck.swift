import Core
import SQLite

/// What is not as it was written, and what another program wrote.
struct ChecksumCheck {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  func findings() throws -> [Diagnostic] {
    let checksums = try log.checksumFindings()
    var findings: [Diagnostic] = []
    if !checksums.broken.isEmpty {
      let (words, ids) = names(checksums.broken)
      findings.append(
        Diagnostic(
          "seal-broken", .attention,
          "\(counted(checksums.broken.count, "part")) of the log "
            + (checksums.broken.count == 1 ? "is not as it was" : "are not as they were")
            + " written: \(words)",
          advice:
            "compare with what you remember or a copy ('psoas show ID'), and mend it with 'psoas "
            + "edit' or 'psoas rm'; then, or when all is right as it stands, 'psoas doctor --accept' "
            + "seals it so",
          entries: ids))
    }
    if !checksums.missing.isEmpty {
      let (words, ids) = names(checksums.missing)
      findings.append(
        Diagnostic(
          "seal-missing", .note,
          "\(counted(checksums.missing.count, "part")) of the log "
            + "\(checksums.missing.count == 1 ? "was" : "were") written by another program: \(words)",
          advice: "'psoas doctor --fix' seals it as it is, after a copy", entries: ids))
    }
    return findings
  }

  private func names(_ subjects: [ChecksumFindings.Subject]) -> (words: String, ids: [EntryID]) {
    let ids = subjects.compactMap { subject in
      if case .entry(let id) = subject { return id }
      return nil
    }.sorted(by: >)
    let tables = subjects.compactMap { subject in
      if case .table(let name) = subject { return ChecksumCheck.words(name) }
      return nil
    }.sorted()
    return (
      (tables + (ids.isEmpty ? [] : [EntryNames(log).list(ids)])).joined(separator: ", "), ids
    )
  }

  /// What stands in a table that is sealed whole.
  static func words(_ table: String) -> String {
    switch LogTable(rawValue: table) {
    case .setting: "the settings"
    case .exercise: "the exercises"
    case .exerciseAlias: "your other words for exercises"
    case .measurementKind: "the kinds of measurement"
    case .ownDefinition: "your routines and protocols"
    case .importMapping: "the names in other programs' files"
    default: "a seal of nothing there is"
    }
  }
}
