import Core

// Exported tables, derived from the schema.

extension TableSchema {
  /// The table in an export; nil if it stays in the log.
  var export: ExportTable? {
    guard let key else { return nil }
    let (content, parent): (ExportTable.Content, String?) =
      switch table.role {
      case .entry(let kind): (.entries(kind), nil)
      case .part(let parent): (.parts, parent.schema.key)
      case .list, .record: (table == .setting ? .settings : .definitions, nil)
      }
    return ExportTable(
      key: key, name: parent.map { "\($0)-\(key)" } ?? key, noun: noun, content: content,
      isPrivate: isPrivate, columns: columns.compactMap(\.export),
      parts: table.parts.compactMap(\.schema.export))
  }

  /// The indices of the exported columns.
  var exportedPlaces: [Int] { columns.indices.filter { columns[$0].export != nil } }
}

extension ColumnSchema {
  /// The column in an export; nil for one that is implied: the offset is written with the moment, and parts
  /// are counted on import.
  var export: ExportColumn? {
    guard let form = form.export else { return nil }
    return ExportColumn(
      key: key, title: title, form: form, isOptional: isOptional, redaction: redaction)
  }
}

extension ColumnForm {
  fileprivate var export: ExportColumn.Form? {
    switch self {
    case .key: .key
    case .moment: .moment
    case .day: .day
    case .slug: .slug
    case .zone, .text: .text
    case .integer(let limits): .integer(limits)
    case .tenths(let limits): .tenths(limits)
    case .hundredths(let limits): .hundredths(limits)
    case .flag: .flag
    case .choice(let words): .choice(words)
    case .offset, .count, .bytes, .fingerprint: nil
    }
  }
}

extension LogStore {
  /// All tables with the user's data, referenced ones first: not the history, and not the checksums, which
  /// are recomputed.
  package static let exportTables: [ExportTable] = LogTable.allCases.compactMap { table in
    if case .part = table.role { return nil }
    return table.schema.export
  }
}

extension LogTable {
  private static let byExportName = Dictionary(
    uniqueKeysWithValues: allCases.compactMap { table in
      table.schema.export.map { ($0.name, table) }
    })

  /// The table that an exported one comes from.
  init(_ export: ExportTable) throws {
    self = try StoreError.required(LogTable.byExportName[export.name], what: "table of this name")
  }
}
