import Core
import SQLite

enum PainColumn: Int, TableColumn {
  case id, at, utcOffset, zone, day
  case score, recall, woke, session, tie, note

  static let table = TableSchema(
    .pain, columns: PainColumn.self, key: "pain", noun: "pain rating",
    rules: [.together([PainColumn.session.rawValue, PainColumn.tie.rawValue])])

  var column: ColumnSchema {
    switch self {
    case .id, .at, .utcOffset, .zone, .day: shared
    case .score: .init("score_tenths", is: .tenths(0...100), key: "score", title: "score (0-10)")
    case .recall: .init("recall", is: .choice(Recall.allCases.map(\.rawValue)))
    case .woke: .init("woke", is: .flag, title: "woke from sleep")
    case .session: .init("session_id", is: .key, key: "session", isOptional: true, of: .session)
    case .tie:
      .init(
        "tie", is: .choice(["before", "after"]), title: "before or after the session",
        isOptional: true)
    case .note: .note
    }
  }
}

enum PainSiteColumn: Int, TableColumn {
  case rating, site, side

  static let table = TableSchema(
    .painSite, columns: PainSiteColumn.self, key: "sites", noun: "site")

  var column: ColumnSchema {
    switch self {
    case .rating: .parent("pain_id", key: "rating")
    case .site: .init("site", is: .text(1...40), isKey: true)
    case .side: .init("side", is: .choice([""] + Side.allCases.map(\.rawValue)), isKey: true)
    }
  }
}

enum PainTriggerColumn: Int, TableColumn {
  case rating, trigger

  static let table = TableSchema(
    .painTrigger, columns: PainTriggerColumn.self, key: "triggers", noun: "trigger",
    isPrivate: true)

  var column: ColumnSchema {
    switch self {
    case .rating: .parent("pain_id", key: "rating")
    case .trigger: .init("trigger", is: .text(1...80), isKey: true)
    }
  }
}

extension PainRating: StoredEntry {
  var rows: [TableRow] {
    let row = PainColumn.row(
      id: id, moment: moment,
      [
        .score: .integer(score.tenths), .recall: .text(recall.rawValue), .woke: Value(woke),
        .session: session?.id.value ?? .null, .tie: Value(session?.tie.rawValue),
        .note: Value(note),
      ])
    let sites = sites.map {
      PainSiteColumn.row(of: id, [.site: .text($0.name), .side: .text($0.side?.rawValue ?? "")])
    }
    return [row] + sites + triggers.map { PainTriggerColumn.row(of: id, [.trigger: .text($0)]) }
  }

  init(_ row: StoredRow<PainColumn>, parts: RowStatements) throws {
    let id = try row.id
    let tie = row.optionalText(.tie).flatMap { SessionTie(rawValue: $0) }
    self.init(
      id: id, moment: try row.moment, score: try row.score(.score),
      recall: try row.choice(.recall, "recall window"),
      sites: try parts.rows(of: id) { (site: StoredRow<PainSiteColumn>) in
        PainSite(name: site.text(.site), side: Side(rawValue: site.text(.side)))
      },
      triggers: try parts.rows(of: id) { (row: StoredRow<PainTriggerColumn>) in
        row.text(.trigger)
      },
      woke: row.flag(.woke), session: try tie.map { (id: try row.id(.session), tie: $0) },
      note: row.optionalText(.note))
  }
}
