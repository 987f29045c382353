import Core

/// A pain rating on the 0–10 scale.
package struct ImportedPain: Sendable, Equatable {
  /// Its key, the same at every import.
  package var key: EntryID
  /// When it was.
  package var when: CivilTime
  /// The file's name for it, such as `Back Pain`; nil for pain without a site.
  package var name: String?
  package var score: NPRSScore
  /// Its note.
  package var note: String?
  /// Its line.
  package var line: Int
}

/// A rating on a scale other than the 0–10 pain scale, such as Bearable's 0–4. It is never converted: 2 of 4
/// is not 5 of 10.
package struct ImportedScale: Sendable, Equatable {
  /// Its key, the same at every import.
  package var key: EntryID
  /// When it was.
  package var when: CivilTime
  /// The part of the day, if the file gives that instead of a time.
  package var part: DayPart?
  /// What is rated.
  package var name: String
  /// The rating, in hundredths.
  package var hundredths: Int
  /// The limits of the scale; nil if the app documents none.
  package var range: ClosedRange<Int>?
  /// The app's word for the rating, such as `Moderate`.
  package var word: String?
  /// Its note.
  package var note: String?
  /// Its line.
  package var line: Int
}

/// The amount of a daily factor.
package struct ImportedFactor: Sendable, Equatable {
  /// Its key, the same at every import.
  package var key: EntryID
  /// The day, with a time if there is one.
  package var when: CivilTime
  /// The part of the day, if the file gives that instead of a time.
  package var part: DayPart?
  /// The factor's name in the file.
  package var name: String
  /// Its amount; 1 for something that was only marked.
  package var value: FactorValue
  /// Its note.
  package var note: String?
  /// Its line.
  package var line: Int
}

/// A measured value.
package struct ImportedMeasurement: Sendable, Equatable {
  /// Its key, the same at every import.
  package var key: EntryID
  /// When it was.
  package var when: CivilTime
  /// The part of the day, if the file gives that instead of a time.
  package var part: DayPart?
  /// The file's name for what was measured.
  package var name: String
  package var side: Side?
  /// The value, in hundredths of its unit.
  package var hundredths: Int
  /// The unit as in the file; nil if it has none.
  package var unit: String?
  /// Its note.
  package var note: String?
  /// Its line.
  package var line: Int
}

/// A day on which a habit was marked; the map makes it an exercise or a factor.
package struct ImportedHabit: Sendable, Equatable {
  /// Its key, the same at every import.
  package var key: EntryID
  package var day: Day
  /// The habit's name.
  package var name: String
  /// The amount in hundredths, for counted habits; nil for one that was simply done.
  package var hundredths: Int?
  /// The unit of the amount, in the user's words.
  package var unit: String?
  /// Its note.
  package var note: String?
  /// The file it comes from.
  package var file: String?
  /// Its line.
  package var line: Int
}

/// A row that was refused.
package struct RejectedRow: Sendable, Equatable {
  /// The file it comes from, if there are several.
  package var file: String?
  /// Its line, counted from 1.
  package var line: Int
  /// The reason, as words that follow `line 12`: `has the weight 'x', which is no number`.
  package var reason: String
  /// How many rows it stands for: those of a session, of which it is the first.
  package var rows: Int

  package init(file: String? = nil, line: Int, reason: String, rows: Int = 1) {
    self.file = file
    self.line = line
    self.reason = rows > 1 ? "\(reason), with the \(rows) rows of its session" : reason
    self.rows = rows
  }
}

/// A value in a file.
package enum ImportedValue: Sendable, Equatable {
  case session(ImportedSession)
  /// A pain rating.
  case pain(ImportedPain)
  /// A rating on another scale.
  case scale(ImportedScale)
  /// A daily factor.
  case factor(ImportedFactor)
  case measurement(ImportedMeasurement)
  /// A marked habit.
  case habit(ImportedHabit)
  /// A row that was refused.
  case rejected(RejectedRow)
}

extension ImportedValue {
  /// How many rows of the file it was made from.
  var rows: Int {
    if case .session(let session) = self { return max(1, Set(session.sets.map(\.line)).count) }
    return 1
  }

  /// The file it comes from, if there are several.
  package var file: String? {
    if case .habit(let habit) = self { habit.file } else { nil }
  }

  /// The line on which it starts.
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
