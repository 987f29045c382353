import Core
import SQLite

enum StageColumn: Int, TableColumn {
  case id, at, utcOffset, zone, day
  case kind, rehabProtocol, stage, unmet, note

  static let table = TableSchema(
    .stageTransition, columns: StageColumn.self, key: "stages", noun: "change of stage",
    rules: [
      .empty(StageColumn.stage.rawValue, where: StageColumn.kind.rawValue, is: "stop")
    ])

  var column: ColumnSchema {
    switch self {
    case .id, .at, .utcOffset, .zone, .day: shared
    case .kind: .init("kind", is: .choice(StageTransition.Kind.allCases.map(\.rawValue)))
    case .rehabProtocol: .init("protocol", is: .slug)
    case .stage: .init("stage", is: .slug, isOptional: true)
    case .unmet: .init("unmet", is: .text(1...4096), isOptional: true)
    case .note: .note
    }
  }
}

enum StageAnswerColumn: Int, TableColumn {
  case stage, question, yes

  static let table = TableSchema(
    .stageAnswer, columns: StageAnswerColumn.self, key: "answers", noun: "answer")

  var column: ColumnSchema {
    switch self {
    case .stage: .parent("course_id", key: "stage")
    case .question: .init("question", is: .slug, isKey: true)
    case .yes: .init("yes", is: .flag)
    }
  }
}

extension StageTransition: StoredEntry {
  var rows: [TableRow] {
    let row = StageColumn.row(
      id: id, moment: moment,
      [
        .kind: .text(kind.rawValue), .rehabProtocol: .text(rehabProtocol.text),
        .stage: Value(stage?.text), .unmet: Value(unmet), .note: Value(note),
      ])
    return [row]
      + answers.map {
        StageAnswerColumn.row(of: id, [.question: .text($0.text), .yes: Value($1)])
      }
  }

  init(_ row: StoredRow<StageColumn>, parts: RowStatements) throws {
    let id = try row.id
    let answers = try parts.rows(of: id) { (row: StoredRow<StageAnswerColumn>) in
      (row.slug(.question), row.flag(.yes))
    }
    self.init(
      id: id, moment: try row.moment, kind: try row.choice(.kind, "change of stage"),
      rehabProtocol: row.slug(.rehabProtocol), stage: row.optionalSlug(.stage),
      unmet: row.slugs(.unmet), answers: Dictionary(answers) { first, _ in first },
      note: row.optionalText(.note))
  }
}
