/// How hard a session felt on the category-ratio scale CR10, 0–10 with at most one decimal.
package struct Effort: Hashable, Sendable, CustomStringConvertible {
  /// Tenths, 0 to 100.
  package let tenths: Int

  /// An effort read back from the log, or nil outside 0–10.
  package init?(tenths: Int) {
    guard (0...100).contains(tenths) else { return nil }
    self.tenths = tenths
  }

  /// Parses an effort.
  ///
  /// - Throws: ``InputError`` for anything but 0–10 with at most one decimal.
  package init(_ text: String) throws {
    guard let number = Decimal(text, places: 1), let effort = Effort(tenths: number.scaled) else {
      throw InputError(
        "the effort \(text.quoted) is not on the scale",
        hint: "use 0 (rest) to 10 (as hard as possible), the CR10 scale")
    }
    self = effort
  }

  /// The effort as a number.
  package var value: Double { Double(tenths) / 10 }

  /// The effort as people write it.
  package var description: String { Decimal.text(tenths: tenths) }
}

/// The duration of a session.
package struct Duration: Hashable, Sendable, CustomStringConvertible {
  /// Seconds, 1 to 86,400.
  package let seconds: Int

  /// A duration, or nil outside one second to a day.
  package init?(seconds: Int) {
    guard (1...86_400).contains(seconds) else { return nil }
    self.seconds = seconds
  }

  /// Parses minutes with at most one decimal.
  ///
  /// - Throws: ``InputError`` for anything outside 0 to 1440 minutes, or 0.
  package init(minutes text: String) throws {
    guard let number = Decimal(text, places: 1), number.scaled >= 0,
      let duration = Duration(seconds: number.scaled * 6)
    else {
      throw InputError(
        "cannot read \(text.quoted) as minutes",
        hint: "use a number up to 1440, such as 18 or 12.5"
      )
    }
    self = duration
  }

  /// The duration in minutes.
  package var minutes: Double { Double(seconds) / 60 }

  /// Minutes as people write them, with one decimal if needed.
  package var description: String { Decimal.text(tenths: (seconds + 3) / 6) }
}

/// One exercise session.
package struct Session: Sendable, Equatable {
  /// Its key.
  package let id: EntryID
  /// When it was.
  package let moment: Moment
  /// The routine it followed, if any.
  package let routine: Slug?
  /// Its duration, if given.
  package let duration: Duration?
  /// How hard it felt, if given.
  package let effort: Effort?
  /// What was done, in order.
  package let entries: [ExerciseEntry]
  /// The plan of a guided session, each exercise as typed; empty for other sessions.
  package let planned: [String]
  /// The user's note.
  package let note: String?

  package init(
    id: EntryID, moment: Moment, routine: Slug? = nil, duration: Duration? = nil,
    effort: Effort? = nil, entries: [ExerciseEntry], planned: [String] = [], note: String? = nil
  ) {
    self.id = id
    self.moment = moment
    self.routine = routine
    self.duration = duration
    self.effort = effort
    self.entries = entries
    self.planned = planned
    self.note = note
  }

  /// The number of sets; an exercise done without counting is one.
  package var setCount: Int { entries.reduce(0) { $0 + $1.sets.count } }

  /// Session load, effort (CR10) times minutes, in arbitrary units (Foster 2001); nil without both.
  package var load: Double? {
    guard let duration, let effort else { return nil }
    return Double(effort.tenths * duration.seconds) / 600
  }
}

extension EntryField {
  package static let routine = EntryField("routine")
  package static let exercise = EntryField("exercise")
  package static let minutes = EntryField("minutes")
  package static let effort = EntryField("effort")
  package static let before = EntryField("before")
  package static let after = EntryField("after")
}

/// A session is edited together with the pain before and after it.
struct EditedSession: EditableEntry {
  let session: Session
  let pain: PainAround

  static let fields: [EntryField] = [
    .at, .routine, .exercise, .minutes, .effort, .before, .after, .note,
  ]

  var lines: [(EntryField, [String?])] {
    [
      (.at, [session.moment.iso8601]), (.routine, [session.routine?.text]),
      (.exercise, session.entries.map(\.text)), (.minutes, [session.duration?.description]),
      (.effort, [session.effort?.description]), (.before, [pain.before?.description]),
      (.after, [pain.after?.description]), (.note, EntryText.lines(of: session.note)),
    ]
  }

  func read(_ edit: FieldReader, by reader: EntryReader) throws -> EditedSession {
    let parser = EntryParser(exercises: reader.catalogue.index)
    let entries = try edit.all(.exercise, values: session.entries.map { [$0] }) {
      try parser.parse([$0])
    }
    .flatMap(\.self)
    let edited = Session(
      id: session.id, moment: try reader.at(edit, before: session.moment),
      routine: try edit.one(.routine, value: session.routine) {
        try reader.catalogue.routine(named: $0).slug
      },
      duration: try edit.one(.minutes, value: session.duration) { try Duration(minutes: $0) },
      effort: try edit.one(.effort, value: session.effort) { try Effort($0) }, entries: entries,
      planned: session.planned, note: try edit.note(session.note))
    var around = pain
    around.before = try edit.one(.before, value: pain.before) {
      try NPRSScore($0, for: "pain before the session")
    }
    around.after = try edit.one(.after, value: pain.after) {
      try NPRSScore($0, for: "pain after the session")
    }
    let parts: [Any?] = [
      edited.duration, edited.effort, edited.note, around.before, around.after, edited.routine,
    ]
    guard !entries.isEmpty || parts.contains(where: { $0 != nil }) else {
      throw edit.error(
        .exercise, message: "nothing would be left of the session",
        hint: "'psoas rm' removes all of it")
    }
    return EditedSession(session: edited, pain: around)
  }
}
