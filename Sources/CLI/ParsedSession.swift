import Core
import Store

// How the words of `psoas log` become a session.

extension LogCommand {
  /// A session that is read but not stored.
  struct ParsedSession {
    let session: Session
    let ratings: [PainRating]
    let exercises: NameIndex<Exercise>
    let remark: String?
  }

  /// Turns the words into a session, without storing anything.
  func draft(_ context: Context, _ log: LogStore?) throws -> ParsedSession {
    let note = try details.checkedNote()
    var duration = try minutes.map { try Duration(minutes: $0) }
    let effort = try effort.map { try Effort($0) }
    let moment = try context.moment(details.at, try context.settings(log))
    let catalogue =
      try routine == nil ? context.catalogue(log) : context.wholeCatalogue(log)
    let exercises = catalogue.index
    var entries = try EntryParser(exercises: exercises).parse(entry)
    var routineName: Slug?
    var remark: String?
    if again {
      guard entries.isEmpty, routine == nil else {
        throw InputError(
          "--again takes its exercises from the last session", hint: "leave out the exercises")
      }
      let last = try lastSession(log)
      entries = last.entries.map(\.withoutPain)
      routineName = last.routine
      duration = duration ?? last.duration
    }
    if let routine {
      let known = try catalogue.routine(named: routine)
      entries = known.steps + entries
      routineName = known.slug
      remark = known.doseRemark
      duration = duration ?? known.duration
    }
    let details: [Any?] = [duration, note, effort, before, after]
    guard !entries.isEmpty || details.contains(where: { $0 != nil }) else {
      throw InputError(
        "there is nothing to log",
        hint: "name an exercise and what you did, such as 'psoas log bird-dog 3x8'")
    }
    let session = Session(
      id: context.newID(), moment: moment, routine: routineName, duration: duration, effort: effort,
      entries: entries, note: note)
    let ratings = try [(before, SessionTie.before), (after, .after)].compactMap { text, tie in
      try text.map {
        PainRating(
          id: context.newID(), moment: moment,
          score: try NPRSScore($0, for: "pain \(tie.rawValue) the session"),
          session: (session.id, tie))
      }
    }
    return ParsedSession(session: session, ratings: ratings, exercises: exercises, remark: remark)
  }

  private func lastSession(_ log: LogStore?) throws -> Session {
    if let last = try log?.sessions(EntryWindow(limit: 1)).first { return last }
    throw Failure(
      "there is no session to repeat yet", hint: "log one first, such as 'psoas log bird-dog 3x8'")
  }
}
