/// A time of clearly more pain than usual, as the user marked it.
package struct Flare: Sendable, Equatable {
  /// Its key.
  package let id: EntryID
  /// When it began.
  package let start: Moment
  /// When it ended; nil while it goes on.
  package let end: Moment?
  /// The user's note.
  package let note: String?

  /// A flare with all its parts.
  package init(id: EntryID, start: Moment, end: Moment? = nil, note: String? = nil) {
    self.id = id
    self.start = start
    self.end = end
    self.note = note
  }

  /// Whether a day belongs to it: from its first through its last day.
  package func covers(_ day: Day) -> Bool {
    start.day <= day && (end.map { day <= $0.day } ?? true)
  }

  /// Whether a moment belongs to it.
  package func covers(_ moment: Moment) -> Bool {
    start.utc <= moment.utc && (end.map { moment.utc <= $0.utc } ?? true)
  }

  /// Whether it touches a stretch of days.
  package func touches(_ days: ClosedRange<Day>) -> Bool {
    start.day <= days.upperBound && (end.map { days.lowerBound <= $0.day } ?? true)
  }
}

/// A flare and what the log holds around it.
package struct FlareRecord: Sendable {
  package let flare: Flare
  /// The sessions of the ``hours`` before its start.
  package let sessionsBefore: SessionAggregate
  /// The sessions of the ``usualDays`` before those hours.
  package let sessionsUsual: SessionAggregate
  /// The highest rating during it, whatever its recall window, the latest of equals.
  package let worst: PainRating?
  /// The ratings of pain now of each day, scores rising: from ``levelDays`` before its start through
  /// ``daysAfter`` after its end.
  package let ratings: [Day: [PainCount]]

  /// How many hours before a flare count as leading to it (our default).
  package static let hours = 72
  /// How many days before those hours say what is usual (our default).
  package static let usualDays = 28
  /// How many days before a flare say what the level of pain was (our default).
  package static let levelDays = 7
  /// How many days after its end are looked at for the return to that level (our default).
  package static let daysAfter = 28

  /// A flare with what is around it.
  package init(
    flare: Flare, sessionsBefore: SessionAggregate, sessionsUsual: SessionAggregate,
    worst: PainRating?,
    ratings: [Day: [PainCount]]
  ) {
    self.flare = flare
    self.sessionsBefore = sessionsBefore
    self.sessionsUsual = sessionsUsual
    self.worst = worst
    self.ratings = ratings
  }
}

extension EntryField {
  package static let end = EntryField("end")
}

extension Flare: EditableEntry {
  static let fields: [EntryField] = [.at, .end, .note]

  var lines: [(EntryField, [String?])] {
    [
      (.at, [start.iso8601]), (.end, [end?.iso8601]), (.note, EntryText.lines(of: note)),
    ]
  }

  func read(_ edit: FieldReader, by reader: EntryReader) throws -> Flare {
    let start = try reader.at(edit, self.start)
    let end = try edit.one(.end, self.end, reader.moment)
    if let end, end.utc < start.utc {
      throw edit.error(.end, "the flare would end before it begins", "give a later end")
    }
    return Flare(id: id, start: start, end: end, note: try edit.note(note))
  }
}
