/// A routine as the tasks of a guided session, in order.
///
/// Where a step is done on both sides, the sides alternate set by set.
package struct GuidePlan: Equatable, Sendable {
  /// One exercise of the routine.
  package struct Step: Equatable, Sendable {
    /// The exercise and its dose.
    package let entry: ExerciseEntry
    /// The exercise's full name.
    package let name: String
    /// How to do it.
    package let cue: String?
    /// Seconds of rest between its sets; 0 where there is none.
    package let rest: Int
  }

  /// The routine's name.
  package let slug: Slug
  /// What the routine is.
  package let title: String
  /// A remark about doses that no article gives, if there are any.
  package let remark: String?
  /// Its exercises in order.
  package let steps: [Step]
  /// The tasks, in order.
  package let tasks: [GuideTask]

  /// Seconds to get into position, unless the user sets others (our default).
  package static let defaultReady = 5
  /// Seconds of rest between the sets of an exercise if the routine gives none (our default).
  package static let defaultRest = 20

  /// - Parameter ready: seconds to get into position before anything timed, 0 for none.
  package init(_ routine: Routine, exercises: NameIndex<Exercise>, ready: Int = defaultReady) {
    slug = routine.slug
    title = routine.title
    remark = routine.doseRemark
    steps = routine.steps.map { entry in
      let exercise = exercises.exactly(entry.exercise.text)
      return Step(
        entry: entry, name: exercise?.name ?? entry.exercise.text, cue: exercise?.cue,
        rest: GuidePlan.rest(entry, in: routine))
    }
    tasks = steps.enumerated().flatMap { GuidePlan.tasks($1, step: $0, ready: ready) }
  }

  /// The total in seconds, estimated where the user counts.
  package var seconds: Int { tasks.reduce(0) { $0 + $1.leadSeconds + $1.workSeconds } }

  /// Whether that is an estimate.
  package var isEstimate: Bool { tasks.contains(where: \.isCounted) }

  /// The routine's rest; otherwise ours, or none where the sides alternate, since one side rests then.
  private static func rest(_ entry: ExerciseEntry, in routine: Routine) -> Int {
    guard entry.sets.count > 1 else { return 0 }
    return routine.rest ?? (entry.side == .both ? 0 : defaultRest)
  }

  private static func tasks(_ step: Step, step number: Int, ready: Int) -> [GuideTask] {
    let sides: [Side?] = step.entry.side == .both ? [.left, .right] : [step.entry.side]
    return step.entry.sets.enumerated().flatMap { set, dose in
      sides.enumerated().map { turn, side in
        let work = GuideTask.work(dose)
        var lead = turn > 0 ? GuideTask.Lead.switchSides : .ready
        var seconds = ready
        switch work {
        case .hold, .holds: break
        // Counted work starts when the user starts.
        case .count, .open: seconds = 0
        }
        if set > 0, turn == 0, step.rest > 0 { (lead, seconds) = (.rest, step.rest) }
        return GuideTask(
          step: number, set: set, side: side, lead: lead, leadSeconds: seconds, work: work)
      }
    }
  }
}
