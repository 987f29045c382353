import Core

/// The tables whose changes are recorded, can be taken back and are sealed, those that others refer to
/// first.
enum LogTable: String, CaseIterable {
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

  /// What a row is to an entry of the log.
  enum Role: Equatable {
    /// The entry itself; the first column is its key.
    case entry(EntryKind)
    /// A part of an entry, whose key is in the first column.
    case part
    /// Something that entries name, or that stands alone.
    case list
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
    case .exerciseSet, .plannedExercise, .painSite, .painTrigger, .measurementTrial, .dayFactor,
      .stageAnswer, .checkAnswer, .checkFinding:
      .part
    case .setting, .exercise, .exerciseAlias, .measurementKind, .ownDefinition, .importMapping:
      .list
    }
  }

  /// What fingerprints of its cells begin with: part of the format of the file, never to be changed.
  var word: UInt64 {
    var word: UInt64 = 0
    for byte in rawValue.utf8 { word = word &* 131 &+ UInt64(byte) }
    return word
  }
}
