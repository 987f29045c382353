/// What kind of entry a log holds.
public enum EntryKind: String, CaseIterable, Sendable {
  /// An exercise session.
  case session
  /// A pain rating.
  case pain
  /// A measurement.
  case measurement
  /// The daily exposures of a day.
  case day
}

/// Any entry of the log.
public enum LogEntry: Sendable {
  /// A session, with the pain scores tied to it.
  case session(Session, pain: [SessionTie: PainScore])
  /// A pain rating.
  case pain(PainRating)
  /// A measurement.
  case measurement(Measurement)
  /// A day's exposures.
  case day(DayRecord)

  /// Its key.
  public var id: EntryID {
    switch self {
    case .session(let session, _): session.id
    case .pain(let rating): rating.id
    case .measurement(let measurement): measurement.id
    case .day(let record): record.id
    }
  }

  /// When it was.
  public var moment: Moment {
    switch self {
    case .session(let session, _): session.moment
    case .pain(let rating): rating.moment
    case .measurement(let measurement): measurement.moment
    case .day(let record): record.moment
    }
  }

  /// What kind of entry it is.
  public var kind: EntryKind {
    switch self {
    case .session: .session
    case .pain: .pain
    case .measurement: .measurement
    case .day: .day
    }
  }
}
