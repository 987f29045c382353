import Core

/// A pain rating on the 0–10 scale.
package struct ImportedPain: Sendable, Equatable {
  /// The key that the same rating has at every import.
  package var key: EntryID
  /// When it was.
  package var when: CivilTime
  /// What the file calls it, such as `Back Pain`; nil for pain without a place.
  package var name: String?
  package var score: NPRSScore
  /// What was noted.
  package var note: String?
  /// The line it is on.
  package var line: Int
}

/// A rating on a scale that is not the 0–10 scale of pain, such as Bearable's 0–4. It is never
/// converted: 2 of 4 is not 5 of 10.
package struct ImportedScale: Sendable, Equatable {
  /// The key that the same rating has at every import.
  package var key: EntryID
  /// When it was.
  package var when: CivilTime
  /// The part of the day, where the file gives that and no time.
  package var part: DayPart?
  /// What is rated.
  package var name: String
  /// The rating, in hundredths.
  package var hundredths: Int
  /// The ends of the scale; nil where the app documents none.
  package var range: ClosedRange<Int>?
  /// The app's word for the rating, such as `Moderate`.
  package var word: String?
  /// What was noted.
  package var note: String?
  /// The line it is on.
  package var line: Int
}

/// The amount of a daily exposure.
package struct ImportedFactor: Sendable, Equatable {
  /// The key that the same amount has at every import.
  package var key: EntryID
  /// The day, with a time where there is one.
  package var when: CivilTime
  /// The part of the day, where the file gives that and no time.
  package var part: DayPart?
  /// The exposure's name in the file.
  package var name: String
  /// Its amount; 1 for something that was only marked.
  package var value: FactorValue
  /// What was noted.
  package var note: String?
  /// The line it is on.
  package var line: Int
}

/// A measured value.
package struct ImportedMeasurement: Sendable, Equatable {
  /// The key that the same value has at every import.
  package var key: EntryID
  /// When it was.
  package var when: CivilTime
  /// The part of the day, where the file gives that and no time.
  package var part: DayPart?
  /// The name of what was measured in the file.
  package var name: String
  package var side: Side?
  /// The value, in hundredths of its unit.
  package var hundredths: Int
  /// The unit as the file writes it; nil where it writes none.
  package var unit: String?
  /// What was noted.
  package var note: String?
  /// The line it is on.
  package var line: Int
}

/// A day on which a habit was marked, to become an exercise or a factor by mapping.
package struct ImportedHabit: Sendable, Equatable {
  /// The key that the same mark has at every import.
  package var key: EntryID
  package var day: Day
  /// The habit's name.
  package var name: String
  /// The amount in hundredths, for habits that count; nil for one that was simply done.
  package var hundredths: Int?
  /// The unit of the amount, in the user's words.
  package var unit: String?
  /// What was noted.
  package var note: String?
  /// The file it is in.
  package var file: String?
  /// The line it is on.
  package var line: Int
}

/// A row that nothing was made of.
package struct RejectedRow: Sendable, Equatable {
  /// The file it is in, where there are several.
  package var file: String?
  /// Its line, counted from 1.
  package var line: Int
  /// Why, as words that follow `line 12`: `has the weight 'x', which is no number`.
  package var reason: String
  /// How many rows it stands for: those of a session, of which it is the first.
  package var rows: Int

  /// A row and why nothing was made of it.
  package init(file: String? = nil, line: Int, reason: String, rows: Int = 1) {
    self.file = file
    self.line = line
    self.reason = rows > 1 ? "\(reason), with the \(rows) rows of its session" : reason
    self.rows = rows
  }
}

/// Something that a file holds.
package enum ImportedValue: Sendable, Equatable {
  case session(ImportedSession)
  /// A pain rating.
  case pain(ImportedPain)
  /// A rating on another scale.
  case scale(ImportedScale)
  /// A daily exposure.
  case factor(ImportedFactor)
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
  package var file: String? {
    if case .habit(let habit) = self { habit.file } else { nil }
  }

  /// The line it begins on.
  package var line: Int {
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
