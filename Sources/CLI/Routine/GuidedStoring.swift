import Core
import Store

// What is read before a guided session, and what is stored after it.

extension RoutineStartCommand {
  /// What the words asked for.
  struct Request {
    let routine: Routine
    let plan: GuidePlan
    let exercises: NameIndex<Exercise>
    let moment: Moment
    let before: NPRSScore?
    let note: String?
  }

  /// Reads the words, so that nothing can be wrong with them once the session has begun.
  ///
  /// - Throws: ``InputError``; ``StoreError``; ``Failure`` where the log cannot be written.
  func request(_ context: Context) throws -> Request {
    let ready = try readySeconds()
    let before = try before.map { try NPRSScore($0, for: "pain before the session") }
    let note = try note.map { try FreeText.note($0) }
    let found = try context.existingLog()
    try checkPlace(context, found)
    if let found {
      try ProtocolTransitions.checkAlerts(try found.read { try ProtocolStatus(context, found) })
    }
    let catalogue = try context.wholeCatalogue(found)
    let routine = try catalogue.routine(named: name)
    let exercises = catalogue.index
    return Request(
      routine: routine, plan: GuidePlan(routine, exercises: exercises, ready: ready),
      exercises: exercises, moment: try context.moment(nil, try context.settings(found)),
      before: before, note: note)
  }

  /// Checks that the log can be written, as far as that can be known before there is anything to write.
  private func checkPlace(_ context: Context, _ found: LogStore?) throws {
    // The folders of the default place are made when they are needed.
    if found == nil, context.isDefaultPlace { return }
    do {
      try OutputStream.check(file: context.logPath, throughLink: true)
    } catch let failure as OutputStream.Failure {
      throw Failure(failure.message, hint: "name a file in a folder of yours with --db or PSOAS_DB")
    }
  }

  private func readySeconds() throws -> Int {
    guard let ready else { return GuidePlan.defaultReady }
    guard ready.utf8.count <= 3, let seconds = Int(ready), (0...600).contains(seconds) else {
      throw InputError(
        "--ready cannot be \(quoted(ready))", hint: "use a whole number of seconds from 0 to 600")
    }
    return seconds
  }

  /// Stores a session with the ratings tied to it in one transaction, and confirms it.
  ///
  /// - Throws: what ``ResultOptions/store(_:in:_:_:)`` throws. Where the log could not be written,
  ///   standard error says how what was done can be entered.
  func store(
    _ request: Request, _ guided: GuideSession, _ answers: GuideAnswers, _ context: Context
  ) throws {
    let session = Session(
      id: context.newID(), moment: request.moment, routine: request.routine.slug,
      duration: Duration(seconds: min(86_400, (guided.elapsed + 500) / 1000)),
      effort: answers.effort, entries: answers.entries, planned: guided.planned, note: request.note)
    var pain: [SessionTie: NPRSScore] = [:]
    pain[.before] = request.before
    pain[.after] = answers.after
    let ratings = [SessionTie.before, .after].compactMap { tie in
      pain[tie].map {
        PainRating(
          id: context.newID(), moment: request.moment, score: $0, session: (session.id, tie))
      }
    }
    do {
      // The log may have been made or moved while the session went on.
      let log = try context.log(try context.existingLog())
      try result.store(.session(session, pain: PainAround(pain)), in: log, context) {
        try log.insert(session, exercises: request.exercises)
        for rating in ratings { try log.insert(rating) }
        return [request.routine.doseRemark].compactMap(\.self)
      }
    } catch let error as StoreError {
      let words = answers.entries.map(\.text).joined(separator: " ")
      try? OutputStream.messages.write("not stored; to enter it later: psoas log \(words)\n")
      throw error
    }
  }
}
