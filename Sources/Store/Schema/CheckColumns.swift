import Core
import SQLite

enum CheckColumn: Int, TableColumn {
  case id, at, utcOffset, zone, day
  case resolution

  static let table = TableSchema(
    .safetyCheck, columns: CheckColumn.self, key: "checks", noun: "check")

  var column: ColumnSchema {
    switch self {
    case .id, .at, .utcOffset, .zone, .day: shared
    case .resolution:
      .init("resolution", is: .text(1...16_384), isOptional: true, redacted: .covered)
    }
  }
}

enum CheckAnswerColumn: Int, TableColumn {
  case check, question, yes

  static let table = TableSchema(
    .checkAnswer, columns: CheckAnswerColumn.self, key: "answers", noun: "answer")

  var column: ColumnSchema {
    switch self {
    case .check: .parent("check_id", key: "check")
    case .question: .init("question", is: .slug, isKey: true)
    case .yes: .init("yes", is: .flag)
    }
  }
}

enum FindingColumn: Int, TableColumn {
  case check, rule, evidence

  static let table = TableSchema(
    .checkFinding, columns: FindingColumn.self, key: "findings", noun: "finding")

  var column: ColumnSchema {
    switch self {
    case .check: .parent("check_id", key: "check")
    case .rule: .init("rule", is: .slug, isKey: true)
    case .evidence: .init("evidence", is: .text(1...4096))
    }
  }
}

extension SafetyCheck: StoredEntry {
  var rows: [TableRow] {
    let answers = answers.map {
      CheckAnswerColumn.row(of: id, [.question: .text($0.text), .yes: Value($1)])
    }
    let findings = findings.map {
      FindingColumn.row(
        of: id, [.rule: .text($0.rule.text), .evidence: .text($0.evidence)])
    }
    return [CheckColumn.row(id: id, moment: moment, [.resolution: Value(resolution)])]
      + answers + findings
  }

  init(_ row: StoredRow<CheckColumn>, parts: RowStatements) throws {
    let id = try row.id
    let answers = try parts.rows(of: id) { (row: StoredRow<CheckAnswerColumn>) in
      (row.slug(.question), row.flag(.yes))
    }
    self.init(
      id: id, moment: try row.moment, answers: Dictionary(answers) { first, _ in first },
      findings: try parts.rows(of: id) { (row: StoredRow<FindingColumn>) in
        SafetyCheck.Finding(rule: row.slug(.rule), evidence: row.text(.evidence))
      },
      resolution: row.optionalText(.resolution))
  }
}
