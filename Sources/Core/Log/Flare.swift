/// A period of clearly more pain than usual, marked by the user.
package struct Flare: Sendable, Equatable {
  /// Its key.
  package let id: EntryID
  /// When it started.
  package let start: Moment
  /// When it ended; nil while it is going on.
  package let end: Moment?
  /// The user's note.
  package let note: String?

  package init(id: EntryID, start: Moment, end: Moment? = nil, note: String? = nil) {
    self.id = id
    self.start = start
    self.end = end
    self.note = note
  }

  /// Whether a day belongs to it, from its first to its last day.
  package func covers(_ day: Day) -> Bool {
    start.day <= day && (end.map { day <= $0.day } ?? true)
  }

  /// Whether a moment belongs to it.
  package func covers(_ moment: Moment) -> Bool {
    start.utc <= moment.utc && (end.map { moment.utc <= $0.utc } ?? true)
  }

  /// Whether it overlaps a range of days.
  package func touches(_ days: ClosedRange<Day>) -> Bool {
    start.day <= days.upperBound && (end.map { days.lowerBound <= $0.day } ?? true)
  }
}

/// A flare and the log entries around it.
package struct FlareRecord: Sendable {
  package let flare: Flare
  /// The sessions in the ``hours`` before its start.
  package let sessionsBefore: SessionAggregate
  /// The sessions in the ``usualDays`` before those hours.
  package let sessionsUsual: SessionAggregate
  /// The highest rating during it, of any recall window; the latest of equal ones.
  package let worst: PainRating?
  /// The ratings of pain now by day, in ascending order: from ``levelDays`` before its start to ``daysAfter``
  /// after its end.
  package let ratings: [Day: [PainCount]]

  /// How many hours before a flare count as leading up to it (our default).
  package static let hours = 72
  /// How many days before those hours define what is usual (our default).
  package static let usualDays = 28
  /// How many days before a flare define the usual level of pain (our default).
  package static let levelDays = 7
  /// How many days after its end to look for the return to that level (our default).
  package static let daysAfter = 28

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
    let start = try reader.at(edit, before: self.start)
    let end = try edit.one(.end, value: self.end, read: reader.moment)
    if let end, end.utc < start.utc {
      throw edit.error(
        .end, message: "the flare would end before it starts", hint: "give a later end")
    }
    return Flare(id: id, start: start, end: end, note: try edit.note(note))
  }
}
