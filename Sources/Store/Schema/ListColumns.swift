import Core
import SQLite

// Definitions that entries refer to, or standalone ones.

enum SettingColumn: Int, TableColumn {
  case key, value

  static let table = TableSchema(
    .setting, columns: SettingColumn.self, key: "settings", noun: "setting")

  var column: ColumnSchema {
    switch self {
    case .key: .init("key", is: .text(1...100), isKey: true)
    case .value: .init("value", is: .text(0...16_384))
    }
  }
}

enum ExerciseColumn: Int, TableColumn {
  case slug, name, oneSided, dose, aim, cue, own, variantOf, easier, harder

  static let table = TableSchema(
    .exercise, columns: ExerciseColumn.self, key: "exercises", noun: "exercise")

  var column: ColumnSchema {
    switch self {
    case .slug: .init("slug", is: .slug, isKey: true)
    case .name: .init("name", is: .text(1...200), redacted: .slugIfOwn)
    case .oneSided: .init("one_sided", is: .flag, key: "oneSided", title: "one-sided")
    case .dose: .init("dose", is: .choice(DoseKind.allCases.map(\.rawValue)))
    case .aim: .init("aim", is: .text(0...16_384), isOptional: true, redacted: .goesIfOwn)
    case .cue: .init("cue", is: .text(0...16_384), isOptional: true, redacted: .goesIfOwn)
    case .own: .init("own", is: .flag)
    case .variantOf:
      .init("variant_of", is: .slug, key: "variantOf", title: "variant of", isOptional: true)
    case .easier: .init("easier", is: .text(0...1000), isOptional: true)
    case .harder: .init("harder", is: .text(0...1000), isOptional: true)
    }
  }
}

enum ExerciseAliasColumn: Int, TableColumn {
  case alias, exercise

  static let table = TableSchema(
    .exerciseAlias, columns: ExerciseAliasColumn.self, key: "aliases", noun: "alias",
    isPrivate: true)

  var column: ColumnSchema {
    switch self {
    case .alias: .init("alias", is: .text(1...40), isKey: true)
    case .exercise: .init("exercise", is: .slug, of: .exercise)
    }
  }
}

enum DefinitionColumn: Int, TableColumn {
  case kind, slug, text

  static let table = TableSchema(
    .ownDefinition, columns: DefinitionColumn.self, key: "definitions", noun: "definition",
    isPrivate: true)

  var column: ColumnSchema {
    switch self {
    case .kind: .init("kind", is: .choice(["routine", "protocol"]), isKey: true)
    case .slug: .init("slug", is: .slug, isKey: true)
    case .text: .init("text", is: .text(1...262_144))
    }
  }
}

enum ImportMappingColumn: Int, TableColumn {
  case form, text

  static let table = TableSchema(
    .importMapping, columns: ImportMappingColumn.self, key: "mappings", noun: "mapping of names",
    isPrivate: true)

  var column: ColumnSchema {
    switch self {
    case .form: .init("form", is: .text(1...40), isKey: true)
    case .text: .init("text", is: .text(0...1_048_576))
    }
  }
}

extension Exercise {
  var row: TableRow {
    ExerciseColumn.row([
      .slug: .text(slug.text), .name: .text(name), .oneSided: Value(oneSided),
      .dose: .text(dose.rawValue), .aim: Value(aim), .cue: Value(cue), .own: Value(own),
      .variantOf: Value(variantOf?.text), .easier: Value(easier), .harder: Value(harder),
    ])
  }

  var aliasRows: [TableRow] {
    aliases.map {
      ExerciseAliasColumn.row([.alias: .text($0), .exercise: .text(slug.text)])
    }
  }

  init(_ row: StoredRow<ExerciseColumn>, aliases: [String]) {
    self.init(
      slug: row.slug(.slug), name: row.text(.name), aliases: aliases,
      oneSided: row.flag(.oneSided), dose: DoseKind(rawValue: row.text(.dose)) ?? .none,
      aim: row.optionalText(.aim), cue: row.optionalText(.cue), easier: row.slugs(.easier),
      harder: row.slugs(.harder), variantOf: row.optionalSlug(.variantOf), own: row.flag(.own))
  }
}

extension Definitions.Source {
  var row: TableRow {
    DefinitionColumn.row([
      .kind: .text(kind.rawValue), .slug: .text(slug.text), .text: .text(text),
    ])
  }

  init(_ row: StoredRow<DefinitionColumn>) throws {
    self.init(
      kind: try row.choice(.kind, "kind of definition"), slug: row.slug(.slug),
      text: row.text(.text))
  }
}
