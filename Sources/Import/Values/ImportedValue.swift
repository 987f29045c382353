import Core

/// A pain rating on the 0–10 scale.
public struct ImportedPain: Sendable, Equatable {
  /// The key that the same rating has at every import.
  public var key: EntryID
  /// When it was.
  public var when: CivilTime
  /// What the file calls it, such as `Back Pain`; nil for pain without a place.
  public var name: String?
  /// The score.
  public var score: PainScore
  /// What was noted.
  public var note: String?
  /// The line it is on.
  public var line: Int
}

/// A rating on a scale that is not the 0–10 scale of pain, such as Bearable's 0–4. It is never
/// converted: 2 of 4 is not 5 of 10.
public struct ImportedScale: Sendable, Equatable {
  /// The key that the same rating has at every import.
  public var key: EntryID
  /// When it was.
  public var when: CivilTime
  /// The part of the day, where the file gives that and no time.
  public var part: DayPart?
  /// What is rated.
  public var name: String
  /// The rating, in hundredths.
  public var hundredths: Int
  /// The ends of the scale; nil where the app documents none.
  public var range: ClosedRange<Int>?
  /// The app's word for the rating, such as `Moderate`.
  public var word: String?
  /// What was noted.
  public var note: String?
  /// The line it is on.
  public var line: Int
}

/// The amount of a daily exposure.
public struct ImportedFactor: Sendable, Equatable {
  /// The key that the same amount has at every import.
  public var key: EntryID
  /// The day, with a time where there is one.
  public var when: CivilTime
  /// The part of the day, where the file gives that and no time.
  public var part: DayPart?
  /// The exposure's name in the file.
  public var name: String
  /// Its amount; 1 for something that was only marked.
  public var value: FactorValue
  /// What was noted.
  public var note: String?
  /// The line it is on.
  public var line: Int
}

/// A measured value.
public struct ImportedMeasurement: Sendable, Equatable {
  /// The key that the same value has at every import.
  public var key: EntryID
  /// When it was.
  public var when: CivilTime
  /// The part of the day, where the file gives that and no time.
  public var part: DayPart?
  /// The name of what was measured in the file.
  public var name: String
  /// The side.
  public var side: Side?
  /// The value, in hundredths of its unit.
  public var hundredths: Int
  /// The unit as the file writes it; nil where it writes none.
  public var unit: String?
  /// What was noted.
  public var note: String?
  /// The line it is on.
  public var line: Int
}

/// A day on which a habit was marked, to become an exercise or a factor by mapping.
public struct ImportedHabit: Sendable, Equatable {
  /// The key that the same mark has at every import.
  public var key: EntryID
  /// The day.
  public var day: Day
  /// The habit's name.
  public var name: String
  /// The amount in hundredths, for habits that count; nil for one that was simply done.
  public var hundredths: Int?
  /// The unit of the amount, in the user's words.
  public var unit: String?
  /// What was noted.
  public var note: String?
  /// The file it is in.
  public var file: String?
  /// The line it is on.
  public var line: Int
}

/// A row that nothing was made of.
public struct RejectedRow: Sendable, Equatable {
  /// The file it is in, where there are several.
  public var file: String?
  /// Its line, counted from 1.
  public var line: Int
  /// Why, as words that follow `line 12`: `has the weight 'x', which is no number`.
  public var reason: String
  /// How many rows it stands for: those of a session, of which it is the first.
  public var rows: Int

  /// A row and why nothing was made of it.
  public init(file: String? = nil, line: Int, reason: String, rows: Int = 1) {
    self.file = file
    self.line = line
    self.reason = rows > 1 ? "\(reason), with the \(rows) rows of its session" : reason
    self.rows = rows
  }
}

/// Something that a file holds.
public enum ImportedValue: Sendable, Equatable {
  /// A session.
  case session(ImportedSession)
  /// A pain rating.
  case pain(ImportedPain)
  /// A rating on another scale.
  case scale(ImportedScale)
  /// A daily exposure.
  case factor(ImportedFactor)
  /// A measurement.
  case measurement(ImportedMeasurement)
  /// A marked habit.
  case habit(ImportedHabit)
  /// A row that could not be used.
  case rejected(RejectedRow)
}

extension ImportedValue {
  /// How many rows of the file it is made of.
  var rows: Int {
    if case .session(let session) = self { return max(1, Set(session.sets.map(\.line)).count) }
    return 1
  }

  /// The file it is in, where there are several.
  public var file: String? {
    if case .habit(let habit) = self { habit.file } else { nil }
  }

  /// The line it begins on.
  public var line: Int {
    switch self {
    case .session(let session): session.lines.lowerBound
    case .pain(let pain): pain.line
    case .scale(let scale): scale.line
    case .factor(let factor): factor.line
    case .measurement(let measurement): measurement.line
    case .habit(let habit): habit.line
    case .rejected(let row): row.line
    }
  }
}
