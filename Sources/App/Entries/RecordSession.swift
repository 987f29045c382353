import Core
import Render
import Store

/// A request to record a session.
package struct SessionRequest {
  /// Exercises with their doses, as typed.
  package var entries: [String]
  /// Whether to repeat the exercises of the last session.
  package var isRepeat: Bool
  package var routine: String?
  package var duration: Duration?
  package var effort: Effort?
  /// Pain before and after.
  package var pain: PainAround
  package var details: EntryDetails

  package init(
    entries: [String] = [], isRepeat: Bool = false, routine: String? = nil,
    duration: Duration? = nil, effort: Effort? = nil, pain: PainAround = PainAround(),
    details: EntryDetails = EntryDetails()
  ) {
    (self.entries, self.isRepeat, self.routine) = (entries, isRepeat, routine)
    (self.duration, self.effort, self.pain, self.details) = (duration, effort, pain, details)
  }
}

extension Context {
  /// Stores a session and the pain ratings before and after it.
  package func recordSession(_ request: SessionRequest) throws -> EntryConfirmation {
    let found = try existingLog()
    let parsed = try parse(request, in: found)
    return try store(parsed, in: try log(found))
  }

  func store(_ parsed: ParsedSession, in log: LogStore) throws -> EntryConfirmation {
    try record(.session(parsed.session, pain: parsed.pain), in: log) {
      try log.insert(parsed.session, exercises: parsed.exercises)
      for rating in ratings(of: parsed) { try log.insert(rating) }
      return [parsed.remark].compactMap(\.self)
    }
  }

  private func ratings(of parsed: ParsedSession) -> [PainRating] {
    [(parsed.pain.before, SessionTie.before), (parsed.pain.after, .after)].compactMap {
      score, tie in
      score.map {
        PainRating(
          id: newID(), moment: parsed.session.moment, score: $0, session: (parsed.session.id, tie))
      }
    }
  }
}

/// A session that is parsed but not stored.
struct ParsedSession {
  let session: Session
  let pain: PainAround
  let exercises: NameIndex<Exercise>
  let remark: String?
}

extension Context {
  private func parse(_ request: SessionRequest, in log: LogStore?) throws -> ParsedSession {
    let moment = try moment(request.details.at, settings: try settings(log))
    let catalogue = try request.routine == nil ? catalogue(log) : wholeCatalogue(log)
    let exercises = catalogue.index
    var entries = try EntryParser(exercises: exercises).parse(request.entries)
    var (duration, routineName): (Duration?, Slug?) = (request.duration, nil)
    var remark: String?
    if request.isRepeat {
      guard entries.isEmpty, request.routine == nil else {
        throw InputError(
          "--again takes its exercises from the last session", hint: "leave out the exercises")
      }
      let last = try lastSession(log)
      (entries, routineName) = (last.entries.map(\.withoutPain), last.routine)
      duration = duration ?? last.duration
    }
    if let routine = request.routine {
      let known = try catalogue.routine(named: routine)
      (entries, routineName, remark) = (known.steps + entries, known.slug, known.doseRemark)
      duration = duration ?? known.duration
    }
    let details: [Any?] = [
      duration, request.details.note, request.effort, request.pain.before, request.pain.after,
    ]
    guard !entries.isEmpty || details.contains(where: { $0 != nil }) else {
      throw InputError(
        "there is nothing to log",
        hint: "name an exercise and what you did, such as 'psoas log bird-dog 3x8'")
    }
    let session = Session(
      id: newID(), moment: moment, routine: routineName, duration: duration,
      effort: request.effort, entries: entries, note: request.details.note)
    return ParsedSession(
      session: session, pain: request.pain, exercises: exercises, remark: remark)
  }

  private func lastSession(_ log: LogStore?) throws -> Session {
    if let last = try log?.sessions(EntryWindow(limit: 1)).first { return last }
    throw Failure(
      "there is no session to repeat yet", hint: "log one first, such as 'psoas log bird-dog 3x8'")
  }
}
