import Core
import SQLite

extension LogStore {
  /// Stores a check.
  ///
  /// - Throws: ``StoreError``.
  package func insert(_ check: SafetyCheck) throws {
    try database.run(
      "INSERT INTO safety_check (id, at, utc_offset, zone, day, resolution) VALUES (?, ?, ?, ?, ?, ?)",
      [check.id.value] + check.moment.values + [Value(check.resolution)])
    for (question, yes) in check.answers {
      try database.run(
        "INSERT INTO check_answer (check_id, question, yes) VALUES (?, ?, ?)",
        [check.id.value, .text(question.text), Value(yes)])
    }
    for finding in check.findings {
      try database.run(
        "INSERT INTO check_finding (check_id, rule, evidence) VALUES (?, ?, ?)",
        [check.id.value, .text(finding.rule.text), .text(finding.evidence)])
    }
  }

  /// The checks of a window, newest first.
  ///
  /// - Throws: ``StoreError``.
  package func safetyChecks(_ window: EntryWindow = EntryWindow()) throws -> [SafetyCheck] {
    let parts = try CheckParts(database)
    return try database.rows(
      LogStore.checkColumns + window.clause("safety_check"), window.values
    ) { try self.safetyCheck($0, parts) }
  }

  /// The check with this key, or nil.
  ///
  /// - Throws: ``StoreError``.
  package func safetyCheck(_ id: EntryID) throws -> SafetyCheck? {
    let parts = try CheckParts(database)
    return try database.first(LogStore.checkColumns + " WHERE id = ?", [id.value]) {
      try self.safetyCheck($0, parts)
    }
  }

  private static let checkColumns =
    "SELECT id, at, utc_offset, zone, day, resolution FROM safety_check"

  private struct CheckParts {
    let answers: Statement
    let findings: Statement

    init(_ database: Database) throws {
      answers = try database.prepare("SELECT question, yes FROM check_answer WHERE check_id = ?")
      findings = try database.prepare("SELECT rule, evidence FROM check_finding WHERE check_id = ?")
    }
  }

  private func safetyCheck(_ row: Statement, _ parts: CheckParts) throws -> SafetyCheck {
    let id = try row.id(0)
    var findings: [SafetyCheck.Finding] = []
    try parts.findings.bind([id.value])
    while try parts.findings.step() {
      findings.append(
        SafetyCheck.Finding(
          rule: Slug(stored: parts.findings.text(0)), evidence: parts.findings.text(1)))
    }
    return SafetyCheck(
      id: id, moment: try row.moment(1), answers: try parts.answers.answers(of: id),
      findings: findings, resolution: row.optionalText(5))
  }
}
