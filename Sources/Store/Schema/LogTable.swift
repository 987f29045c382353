import Core

/// The tables of a log by their names in the file, referenced ones first. ``schema`` describes their columns.
enum LogTable: String, CaseIterable, Sendable {
  case setting
  case exercise
  case exerciseAlias = "exercise_alias"
  case measurementKind = "measurement_kind"
  case ownDefinition = "own_definition"
  case importMapping = "import_mapping"
  case session
  case exerciseSet = "exercise_set"
  case plannedExercise = "planned_exercise"
  case pain
  case painSite = "pain_site"
  case painTrigger = "pain_trigger"
  case measurement
  case measurementTrial = "measurement_trial"
  case dayRecord = "day_record"
  case dayFactor = "day_factor"
  case stageTransition = "course_change"
  case stageAnswer = "course_answer"
  case flare
  case safetyCheck = "safety_check"
  case checkAnswer = "check_answer"
  case checkFinding = "check_finding"
  case operation
  case operationPart = "operation_part"
  case checksum = "seal"

  /// How a row relates to an entry of the log.
  enum Role: Equatable {
    /// The entry itself; the first column is its key.
    case entry(EntryKind)
    /// A part of a row in another table, whose key is in the first column.
    case part(of: LogTable)
    /// A definition that entries refer to, or a standalone one.
    case list
    /// The program's own records: the history and the checksums.
    case record
  }

  var role: Role {
    switch self {
    case .session: .entry(.session)
    case .pain: .entry(.pain)
    case .measurement: .entry(.measurement)
    case .dayRecord: .entry(.day)
    case .flare: .entry(.flare)
    case .stageTransition: .entry(.stage)
    case .safetyCheck: .entry(.check)
    case .exerciseSet, .plannedExercise: .part(of: .session)
    case .painSite, .painTrigger: .part(of: .pain)
    case .measurementTrial: .part(of: .measurement)
    case .dayFactor: .part(of: .dayRecord)
    case .stageAnswer: .part(of: .stageTransition)
    case .checkAnswer, .checkFinding: .part(of: .safetyCheck)
    case .setting, .exercise, .exerciseAlias, .measurementKind, .ownDefinition, .importMapping:
      .list
    case .operationPart: .part(of: .operation)
    case .operation, .checksum: .record
    }
  }

  /// The first format version that has it.
  var firstVersion: Int {
    switch self {
    case .ownDefinition, .plannedExercise, .stageTransition, .stageAnswer, .flare, .safetyCheck,
      .checkAnswer, .checkFinding:
      2
    case .importMapping, .operation, .operationPart, .checksum: 3
    default: 1
    }
  }

  /// Whether its changes are recorded, so that they can be undone, and covered by checksums.
  var isRecorded: Bool { self != .operation && self != .operationPart && self != .checksum }

  /// Whether a row belongs to an entry, whose key is in the first column.
  var isOfEntry: Bool { isRecorded && role != .list }

  func isPart(ofTable name: String) -> Bool {
    if case .part(let parent) = role { return parent.rawValue == name }
    return false
  }

  /// The tables whose rows are parts of its rows.
  var parts: [LogTable] { LogTable.allCases.filter { $0.role == .part(of: self) } }

  static let recorded = allCases.filter(\.isRecorded)

  /// The recorded table of a name.
  init?(recorded name: String) {
    guard let table = LogTable(rawValue: name), table.isRecorded else { return nil }
    self = table
  }

  /// Included in the fingerprints of its cells: part of the file format, never to be changed.
  var word: UInt64 {
    var word: UInt64 = 0
    for byte in rawValue.utf8 { word = word &* 131 &+ UInt64(byte) }
    return word
  }

  var schema: TableSchema {
    switch self {
    case .setting: SettingColumn.table
    case .exercise: ExerciseColumn.table
    case .exerciseAlias: ExerciseAliasColumn.table
    case .measurementKind: MeasurementKindColumn.table
    case .ownDefinition: DefinitionColumn.table
    case .importMapping: ImportMappingColumn.table
    case .session: SessionColumn.table
    case .exerciseSet: SetColumn.table
    case .plannedExercise: PlannedColumn.table
    case .pain: PainColumn.table
    case .painSite: PainSiteColumn.table
    case .painTrigger: PainTriggerColumn.table
    case .measurement: MeasurementColumn.table
    case .measurementTrial: TrialColumn.table
    case .dayRecord: DayColumn.table
    case .dayFactor: FactorColumn.table
    case .stageTransition: StageColumn.table
    case .stageAnswer: StageAnswerColumn.table
    case .flare: FlareColumn.table
    case .safetyCheck: CheckColumn.table
    case .checkAnswer: CheckAnswerColumn.table
    case .checkFinding: FindingColumn.table
    case .operation: OperationColumn.table
    case .operationPart: OperationPartColumn.table
    case .checksum: ChecksumColumn.table
    }
  }
}

extension EntryKind {
  /// The table of such entries.
  var table: LogTable {
    switch self {
    case .session: .session
    case .pain: .pain
    case .measurement: .measurement
    case .day: .dayRecord
    case .flare: .flare
    case .stage: .stageTransition
    case .check: .safetyCheck
    }
  }

  /// A query of the tables of these kinds, combined with UNION ALL; `select` makes the part for each.
  static func union(
    of kinds: [EntryKind] = allCases, _ select: (EntryKind) -> String
  ) -> String {
    kinds.map(select).listed(by: " UNION ALL ")
  }
}
