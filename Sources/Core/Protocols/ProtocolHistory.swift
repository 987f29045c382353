/// A change of protocol or stage: from its moment until the next change, the user follows this protocol in
/// this stage. So no two protocols can be followed at the same time.
package struct StageTransition: Sendable, Equatable {
  /// The kind of change.
  package enum Kind: String, CaseIterable, Sendable {
    /// The protocol was started.
    case start
    /// The user advanced to the next stage.
    case advance
    /// The user went back to the previous stage.
    case back
    /// The protocol was ended.
    case stop
  }

  /// Its key.
  package let id: EntryID
  /// When it was.
  package let moment: Moment
  package let kind: Kind
  /// The protocol, by slug.
  package let rehabProtocol: Slug
  /// The new stage, by slug; nil after a stop.
  package let stage: Slug?
  /// The ids of criteria that were not met when the user advanced anyway.
  package let unmet: [Slug]
  /// The answers to the questions before a start, by id of the question.
  package let answers: [Slug: Bool]
  /// The user's note.
  package let note: String?

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

/// The user's path through protocols and stages, in order of time.
package struct ProtocolHistory: Sendable, Equatable {
  /// A range of days in one stage of one protocol.
  package struct StageInterval: Sendable, Equatable {
    /// The protocol, by slug.
    package let rehabProtocol: Slug
    /// The stage, by slug.
    package let stage: Slug
    /// Its first day.
    package let start: Day
    /// The day on which another stage started or the protocol ended; nil while it is going on.
    package let end: Day?
  }

  /// The changes, oldest first.
  package let changes: [StageTransition]

  /// - Parameter changes: in any order.
  package init(_ changes: [StageTransition]) {
    self.changes = changes.sorted { ($0.moment.utc, $0.id) < ($1.moment.utc, $1.id) }
  }

  /// The present stage, or nil without a protocol.
  package var present: StageInterval? { stageIntervals.last.flatMap { $0.end == nil ? $0 : nil } }

  /// When the present protocol was started; nil without one.
  package var startOfProtocol: Day? {
    guard present != nil else { return nil }
    return changes.last { $0.kind == .start }?.moment.day
  }

  /// The stages in order of time.
  package var stageIntervals: [StageInterval] {
    changes.enumerated().compactMap { index, change in
      guard let stage = change.stage else { return nil }
      let next = index + 1 < changes.count ? changes[index + 1].moment.day : nil
      return StageInterval(
        rehabProtocol: change.rehabProtocol, stage: stage, start: change.moment.day, end: next)
    }
  }

  /// The stage at the end of a day; nil when no protocol was followed.
  package func stageInterval(on day: Day) -> StageInterval? {
    stageIntervals.last { $0.start <= day && ($0.end.map { day < $0 } ?? true) }
  }

  /// The stage on the last day of a week, up to today, that had one; nil without one.
  package func stageInterval(in week: Week, upTo today: Day? = nil) -> StageInterval? {
    let end = min(week.end, today ?? week.end)
    return week.start <= end ? stageInterval(within: week.start...end) : nil
  }

  /// The stage on the last of some days that had one; nil without one.
  package func stageInterval(within days: ClosedRange<Day>) -> StageInterval? {
    stageIntervals.last { stageInterval in
      stageInterval.start <= days.upperBound
        && (stageInterval.end.map { days.lowerBound < $0 } ?? true)
    }
  }

  /// The same with no change dated after a day: a user who travels west may be back on the day before one.
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
      id: id, moment: try reader.at(edit, before: moment), kind: kind, rehabProtocol: rehabProtocol,
      stage: stage, unmet: unmet, answers: answers, note: try edit.note(note))
  }
}
