import Core
import SQLite

/// Whether the header of the file says what it is.
struct IdentityCheck {
  /// What it came to.
  struct Identity {
    var findings: [Diagnostic] = []
    /// Whether there are tables to look at.
    var isReadable = true
    /// Whether they are those of this version.
    var isCurrent = true
  }

  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  /// Whether the tables are exactly those of this version, whatever the header says.
  func hasCurrentTables() throws -> Bool { try TableCheck(log).findings().isEmpty }

  func identity() throws -> Identity {
    var identity = Identity()
    let application = try log.header("application_id")
    let version = try log.header("user_version")
    let head = FileHead(log.path)
    guard application == LogStore.applicationID || head.hasOurTables else {
      throw StoreError.notALog(log.path)
    }
    if application != LogStore.applicationID {
      identity.findings.append(
        Diagnostic(
          "identity", .attention,
          "the file does not say that it is a psoas log, though it has its tables",
          advice: try repair()))
    }
    if version > LogStore.version, try !hasCurrentTables() {
      identity.findings.append(
        Diagnostic(
          "newer", .attention,
          "the file is of format \(version); this program knows \(LogStore.version)",
          advice: "install the newer version; nothing in the file was changed"))
      identity.isCurrent = false
    } else if version != LogStore.version, try hasCurrentTables() {
      identity.findings.append(
        Diagnostic(
          "version", .attention,
          "the file says that its format is \(version), but its tables are those of format "
            + "\(LogStore.version)",
          advice: try repair()))
    } else if version < LogStore.version {
      identity.findings.append(
        version >= 1
          ? try older(version)
          : Diagnostic(
            "version", .attention,
            "the file says that its format is \(version), which there never was",
            advice: Doctor.adviceForDamage))
      identity.isCurrent = false
    }
    if head.isWriteAhead {
      identity.findings.append(
        Diagnostic(
          "journal-mode", .attention,
          "the file is kept with a write-ahead log, so that copying the one file may miss entries",
          advice: "'psoas doctor --fix' goes back to one file, as does the next entry"))
    }
    return identity
  }

  private func older(_ version: Int) throws -> Diagnostic {
    let statement = "the log is of format \(version); this program writes \(LogStore.version)"
    let tables = try log.tablesInTheWay(from: version)
    guard tables.isEmpty else {
      return Diagnostic(
        "older", .attention,
        statement + ", and "
          + (tables.count == 1 ? "a table that only that has is" : "tables that only that has are")
          + " in the way of bringing it up to date: "
          + tables.map { quoted($0) }.joined(separator: ", "),
        advice: Doctor.adviceForDamage)
    }
    return Diagnostic(
      "older", .note, statement,
      advice: "the next command brings it up to date, after a copy; 'psoas doctor --fix' does too")
  }

  private func repair() throws -> String {
    try hasCurrentTables()
      ? "'psoas doctor --fix' sets it, after a copy" : Doctor.adviceForDamage
  }
}
