import Core
import SQLite
import Testing

@testable import Store

/// The schema that the code derives from and `schema.sql`, which makes new logs, are of the same tables.
@Suite struct SchemaAgreementTests {
  private let database: Database

  init() throws { database = try LogStore.inMemory().database }

  @Test func everyTableIsDescribed() throws {
    let tables = try database.rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    ) { $0.text(0) }
    #expect(Set(tables) == Set(LogTable.allCases.map(\.rawValue)))
    for kind in EntryKind.allCases { #expect(kind.table.role == .entry(kind)) }
    for table in LogTable.allCases { #expect(table.schema.table == table) }
  }

  @Test(arguments: LogTable.allCases)
  func columnsAgree(_ table: LogTable) throws {
    let found = try database.rows(
      "SELECT name, type, \"notnull\", pk FROM pragma_table_xinfo(?) ORDER BY cid",
      values: [.text(table.rawValue)]
    ) { [$0.text(0), $0.text(1), $0.text(2), $0.text(3)] }
    let keys = table.schema.keys.map(\.name)
    let expected = table.schema.columns.map { column in
      [
        column.name, "\(column.form.storage)".uppercased(), column.isOptional ? "0" : "1",
        String(keys.firstIndex(of: column.name).map { $0 + 1 } ?? 0),
      ]
    }
    #expect(found == expected)
  }

  @Test(arguments: LogTable.allCases)
  func referencesAgree(_ table: LogTable) throws {
    let found = try database.rows(
      "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?)",
      values: [.text(table.rawValue)]
    ) { [$0.text(0), $0.text(1), $0.text(2)] }
    var expected = table.schema.columns.compactMap { column in
      column.reference.map { [column.name, $0.rawValue, $0.schema.keys[0].name] }
    }
    if case .part(let parent) = table.role {
      let key = table.schema.columns[0]
      #expect(key.isKey)
      expected.append([key.name, parent.rawValue, parent.schema.keys[0].name])
    }
    #expect(Set(found) == Set(expected))
  }

  /// Every limit from both sides, every choice, and nothing where that is allowed: what the schema takes
  /// is what the table takes.
  @Test(arguments: LogTable.allCases)
  func limitsAgree(_ table: LogTable) throws {
    let sample = SchemaAgreementTests.sample(table.schema)
    #expect(table.schema.accepts(sample))
    #expect(try takes(sample, table))
    var refused = 0
    for (place, column) in table.schema.columns.enumerated() {
      for value in SchemaAgreementTests.candidates(column.form) {
        // SQLite gives a row number where there is none.
        if table == .operation, column.isKey, value == .null { continue }
        var row = sample
        row[place] = value
        let isTaken = try takes(row, table)
        #expect(
          table.schema.accepts(row) == isTaken, "\(table.rawValue).\(column.name): \(value)")
        if !isTaken { refused += 1 }
      }
    }
    #expect(refused >= table.schema.columns.count)
    var empty = sample
    for (place, column) in table.schema.columns.enumerated() where column.isOptional {
      empty[place] = .null
    }
    #expect(try table.schema.accepts(empty) == takes(empty, table))
  }

  /// A row that has a value everywhere.
  private static func sample(_ schema: TableSchema) -> [Value] {
    var row = schema.columns.map { column -> Value in
      switch column.form {
      case .key: .blob([UInt8](repeating: 7, count: 16))
      case .choice(let words): .text(words[0])
      case .bytes(let limits): .blob([UInt8](repeating: 7, count: max(1, limits.lowerBound)))
      case .zone, .slug, .text: .text("x")
      default: .integer(max(column.form.limits.lowerBound, 0))
      }
    }
    for case .ascending(let low, let high, _) in schema.rules {
      row[high] = .integer(5)
      row[low] = .integer(4)
    }
    return row
  }

  private static func candidates(_ form: ColumnForm) -> [Value] {
    // A STRICT table converts values of another type, or refuses them: none is ever stored.
    var values: [Value] = [.null]
    if case .choice(let words) = form { return values + (words + ["other"]).map { .text($0) } }
    let limits = form.limits
    for limit in [limits.lowerBound, limits.upperBound] {
      for step in [-1, 0, 1] {
        let (number, isOver) = limit.addingReportingOverflow(step)
        if isOver { continue }
        switch form.storage {
        case .integer: values.append(.integer(number))
        case .text where (0...2_000_000).contains(number):
          // Characters are counted, not bytes.
          values.append(.text(String(repeating: "é", count: number)))
        case .blob where (0...2_000_000).contains(number):
          values.append(.blob([UInt8](repeating: 1, count: number)))
        case .text, .blob: continue
        }
      }
    }
    return values
  }

  private struct Taken: Error {}

  private func takes(_ row: [Value], _ table: LogTable) throws -> Bool {
    try database.withoutForeignKeys {
      do {
        try database.transaction {
          try database.run(table.schema.insert, values: row)
          throw Taken()
        }
        return true
      } catch is Taken {
        return true
      } catch let error as StoreError where error.kind == .refused {
        return false
      }
    }
  }

  @Test func aMomentHasItsPlaceBehindIt() {
    for kind in EntryKind.allCases {
      let names = kind.table.schema.columns.prefix(5).map(\.name)
      #expect(names == ["id", "at", "utc_offset", "zone", "day"])
    }
    for table in LogTable.allCases {
      let columns = table.schema.columns
      for (place, column) in columns.enumerated() {
        guard case .moment = column.form else { continue }
        guard columns.count > place + 3, case .offset = columns[place + 1].form,
          case .zone = columns[place + 2].form, case .day = columns[place + 3].form
        else {
          Issue.record("\(table.rawValue).\(column.name)")
          continue
        }
      }
    }
  }

  /// The names in exports are a contract with what reads them.
  @Test func exportsKeepTheirNames() {
    let names = LogStore.exportTables.map { table in
      table.key + ": " + table.columns.map(\.key).joined(separator: " ")
        + table.parts.map { " \($0.key)(\($0.columns.map(\.key).joined(separator: " ")))" }.joined()
    }
    #expect(
      names == [
        "settings: key value",
        "exercises: slug name oneSided dose aim cue own variantOf easier harder",
        "aliases: alias exercise", "kinds: slug title unit better sided lowest highest own",
        "definitions: kind slug text", "mappings: form text",
        "sessions: id at zone day routine durationSeconds effort note "
          + "sets(session entry number exercise reps holdSeconds side load loadUnit pain) "
          + "planned(session position entry)",
        "pain: id at zone day score recall woke session tie note sites(rating site side) "
          + "triggers(rating trigger)",
        "measurements: id at zone day kind side method motion pain photo note "
          + "trials(measurement number value)",
        "days: id at zone day factors(record factor unit value)",
        "stages: id at zone day kind protocol stage unmet note answers(stage question yes)",
        "flares: id at zone day endAt endZone endDay note",
        "checks: id at zone day resolution answers(check question yes) "
          + "findings(check rule evidence)",
      ])
    #expect(
      Set(LogStore.exportTables.flatMap { [$0.name] + $0.parts.map(\.name) }).count
        == LogTable.recorded.count)
  }

  /// Whoever adds a column says what the readable copy shows of it. The answers to a protocol's questions
  /// and the plans of guided sessions have no view.
  @Test(
    arguments: LogTable.recorded.filter {
      $0.isOfEntry && $0 != .plannedExercise && $0 != .stageAnswer
    })
  func viewsShowEveryColumn(_ table: LogTable) throws {
    let text = String(decoding: PackageResources.views_sql, as: UTF8.self)
    let views = text.split(separator: "CREATE VIEW").map { view in
      Set(view.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    }.filter { $0.contains(table.rawValue) }
    #expect(!views.isEmpty)
    for column in table.schema.columns {
      switch column.form {
      case .moment, .offset, .zone, .day: continue
      default: #expect(views.contains { $0.contains(column.name) }, "\(column.name)")
      }
    }
  }
}
