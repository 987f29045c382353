/// A step of the user's way through a programme: from its moment on they follow this protocol in this
/// stage, until the next change. So no two protocols can be followed at once.
package struct StageTransition: Sendable, Equatable {
  /// What kind of step it is.
  package enum Kind: String, CaseIterable, Sendable {
    /// The protocol was begun.
    case start
    /// The next stage was begun.
    case advance
    /// The stage before was gone back to.
    case back
    /// The protocol was ended.
    case stop
  }

  /// Its key.
  package let id: EntryID
  /// When it was.
  package let moment: Moment
  /// What kind of step it is.
  package let kind: Kind
  /// The protocol, by slug.
  package let rehabProtocol: Slug
  /// The stage from then on, by slug; nil after a stop.
  package let stage: Slug?
  /// The criteria that were not met when the user went on all the same, by id.
  package let unmet: [Slug]
  /// The answers to the questions asked before a start, by the question's id.
  package let answers: [Slug: Bool]
  /// The user's note.
  package let note: String?

  /// A change with all its parts.
  package init(
    id: EntryID, moment: Moment, kind: Kind, rehabProtocol: Slug, stage: Slug?, unmet: [Slug] = [],
    answers: [Slug: Bool] = [:], note: String? = nil
  ) {
    self.id = id
    self.moment = moment
    self.kind = kind
    self.rehabProtocol = rehabProtocol
    self.stage = stage
    self.unmet = unmet
    self.answers = answers
    self.note = note
  }
}

/// The user's way through the programmes, in the order in which it went.
package struct ProtocolHistory: Sendable, Equatable {
  /// A stretch of days in one stage of one protocol.
  package struct StageInterval: Sendable, Equatable {
    /// The protocol, by slug.
    package let rehabProtocol: Slug
    /// The stage, by slug.
    package let stage: Slug
    /// Its first day.
    package let start: Day
    /// The day on which another stage began or the protocol ended; nil while it goes on.
    package let end: Day?
  }

  /// The changes, oldest first.
  package let changes: [StageTransition]

  /// A history from its changes in any order.
  package init(_ changes: [StageTransition]) {
    self.changes = changes.sorted { ($0.moment.utc, $0.id) < ($1.moment.utc, $1.id) }
  }

  /// Where the user is now, or nil without a protocol.
  package var present: StageInterval? { stageIntervals.last.flatMap { $0.end == nil ? $0 : nil } }

  /// When the protocol that is followed now was begun; nil without one.
  package var startOfProtocol: Day? {
    guard present != nil else { return nil }
    return changes.last { $0.kind == .start }?.moment.day
  }

  /// The stages one after the other, oldest first.
  package var stageIntervals: [StageInterval] {
    changes.enumerated().compactMap { index, change in
      guard let stage = change.stage else { return nil }
      let next = index + 1 < changes.count ? changes[index + 1].moment.day : nil
      return StageInterval(
        rehabProtocol: change.rehabProtocol, stage: stage, start: change.moment.day, end: next)
    }
  }

  /// Where the user was on a day, at its end; nil when they followed no protocol.
  package func stageInterval(on day: Day) -> StageInterval? {
    stageIntervals.last { $0.start <= day && ($0.end.map { day < $0 } ?? true) }
  }

  /// Where the user was on the last day of a week, up to a day, that had a stage; nil without one.
  package func stageInterval(in week: Week, upTo today: Day? = nil) -> StageInterval? {
    let end = min(week.end, today ?? week.end)
    return week.start <= end ? stageInterval(within: week.start...end) : nil
  }

  /// Where the user was on the last of some days that had a stage; nil without one.
  package func stageInterval(within days: ClosedRange<Day>) -> StageInterval? {
    stageIntervals.last { stageInterval in
      stageInterval.start <= days.upperBound
        && (stageInterval.end.map { days.lowerBound < $0 } ?? true)
    }
  }

  /// The same where no change is after a day: whoever travels west may be back on the day before one.
  package func clamped(to today: Day) -> ProtocolHistory {
    ProtocolHistory(
      changes.map { change in
        guard change.moment.day > today else { return change }
        let moment = Moment(
          utc: change.moment.utc, offsetMinutes: change.moment.offsetMinutes,
          zone: change.moment.zone, day: today)
        return StageTransition(
          id: change.id, moment: moment, kind: change.kind, rehabProtocol: change.rehabProtocol,
          stage: change.stage, unmet: change.unmet, answers: change.answers, note: change.note)
      })
  }
}

extension StageTransition: EditableEntry {
  static let fields: [EntryField] = [.at, .note]

  var lines: [(EntryField, [String?])] {
    [(.at, [moment.iso8601]), (.note, EntryText.lines(of: note))]
  }

  func read(_ edit: FieldReader, by reader: EntryReader) throws -> StageTransition {
    StageTransition(
      id: id, moment: try reader.at(edit, moment), kind: kind, rehabProtocol: rehabProtocol,
      stage: stage, unmet: unmet, answers: answers, note: try edit.note(note))
  }
}
