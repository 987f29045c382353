/// The kinds of entries in a log.
package enum EntryKind: String, CaseIterable, Sendable {
  /// An exercise session.
  case session
  /// A pain rating.
  case pain
  case measurement
  /// The factors of a day.
  case day
  case flare
  /// A start, change of stage or end of a protocol.
  case stage
  /// A check of the red flags.
  case check
}

/// Any entry of the log.
package enum LogEntry: Sendable {
  /// A session, with the pain before and after it.
  case session(Session, pain: PainAround)
  /// A pain rating, with the sessions that it answers as the next morning's rating.
  case pain(PainRating, answers: [EntryID] = [])
  case measurement(Measurement)
  /// The factors of a day.
  case day(DayRecord)
  case flare(Flare)
  /// A start, change of stage or end of a protocol.
  case stage(StageTransition)
  /// A check of the red flags.
  case check(SafetyCheck)

  /// Its key.
  package var id: EntryID {
    switch self {
    case .session(let session, _): session.id
    case .pain(let rating, _): rating.id
    case .measurement(let measurement): measurement.id
    case .day(let record): record.id
    case .flare(let flare): flare.id
    case .stage(let change): change.id
    case .check(let check): check.id
    }
  }

  /// When it was.
  package var moment: Moment {
    switch self {
    case .session(let session, _): session.moment
    case .pain(let rating, _): rating.moment
    case .measurement(let measurement): measurement.moment
    case .day(let record): record.moment
    case .flare(let flare): flare.start
    case .stage(let change): change.moment
    case .check(let check): check.moment
    }
  }

  /// What kind of entry it is.
  package var kind: EntryKind {
    switch self {
    case .session: .session
    case .pain: .pain
    case .measurement: .measurement
    case .day: .day
    case .flare: .flare
    case .stage: .stage
    case .check: .check
    }
  }
}
