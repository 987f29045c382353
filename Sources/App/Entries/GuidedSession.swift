import Core
import Render
import Store
import System

/// A guided session that is ready to start: everything typed has been checked.
package struct GuidedSession {
  package let plan: GuidePlan
  private let routine: Routine
  private let exercises: NameIndex<Exercise>
  private let moment: Moment
  private let before: NPRSScore?
  private let note: String?

  /// - Parameter ready: seconds to get into position before each hold.
  /// - Throws: ``InputError``; ``StoreError``; ``Failure`` where the log cannot be written.
  package init(
    _ context: Context, routine name: String, ready: Int, before: NPRSScore?, note: String?
  ) throws {
    let found = try context.existingLog()
    try GuidedSession.checkPlace(context, in: found)
    if let found {
      try ProtocolTransitions.checkAlerts(try found.read { try ProtocolStatus(context, in: found) })
    }
    let catalogue = try context.wholeCatalogue(found)
    routine = try catalogue.routine(named: name)
    exercises = catalogue.index
    plan = GuidePlan(routine, exercises: exercises, ready: ready)
    moment = try context.moment(nil, settings: try context.settings(found))
    (self.before, self.note) = (before, note)
  }

  /// Checks that the log can be written, as far as that can be known before there is something to write.
  private static func checkPlace(_ context: Context, in found: LogStore?) throws {
    // Folders of the default path are created when needed.
    if found == nil, context.isDefaultPlace { return }
    do {
      try AtomicFile.check(context.logPath, followingLinks: true)
    } catch let error as AtomicFile.Failure {
      throw Failure(
        error.message, hint: "name a file in a folder of yours with --db or PSOAS_DB")
    }
  }

  /// Stores what was done, with the pain ratings before and after.
  ///
  /// - Parameters:
  ///   - elapsed: milliseconds, without pauses.
  ///   - planned: number of sets in the routine.
  package func store(
    _ entries: [ExerciseEntry], of session: GuideSession, effort: Effort?, after: NPRSScore?,
    context: Context
  ) throws -> EntryConfirmation {
    let stored = Session(
      id: context.newID(), moment: moment, routine: routine.slug,
      duration: Duration(seconds: min(86_400, (session.elapsed + 500) / 1000)), effort: effort,
      entries: entries, planned: session.planned, note: note)
    let parsed = ParsedSession(
      session: stored, pain: PainAround(before: before, after: after), exercises: exercises,
      remark: routine.doseRemark)
    // The log may have been created or moved during the session.
    return try context.store(parsed, in: try context.log(try context.existingLog()))
  }
}
