/// One set on one side, with what leads into it.
package struct GuideTask: Hashable, Sendable {
  /// What leads into a set.
  package enum Lead: Hashable, Sendable {
    /// Getting into position.
    case ready
    /// Changing to the other side.
    case switchSides
    /// A rest after the set before.
    case rest
  }

  /// What the set asks for.
  package enum Work: Hashable, Sendable {
    /// One hold of so many seconds.
    case hold(Int)
    /// Repetitions, each held for so many seconds and timed one after the other.
    case holds(Int, each: Int)
    /// Repetitions that the user counts, each held for so many seconds where that is said.
    case count(Int, each: Int?)
    /// Something done without counting.
    case open
  }

  /// The step of the routine that it belongs to, counted from 0.
  package let step: Int
  /// The set within that step, counted from 0.
  package let set: Int
  /// The side, where the step has one; never both.
  package let side: Side?
  /// What leads into it.
  package let lead: Lead
  /// How long that takes, in seconds; 0 where the set begins at once.
  package let leadSeconds: Int
  /// What it asks for.
  package let work: Work

  /// Seconds that the set itself takes, estimated where the user counts.
  package var workSeconds: Int {
    switch work {
    case .hold(let seconds): seconds
    case .holds(let count, let seconds): count * seconds + (count - 1) * GuideTask.release
    case .count(let reps, let hold): reps * (GuideTask.countedRep + (hold ?? 0))
    case .open: GuideTask.openWork
    }
  }

  /// Whether the user says when it is done, so that its time is an estimate.
  package var isCounted: Bool {
    switch work {
    case .hold, .holds: false
    case .count, .open: true
    }
  }
}

extension GuideTask {
  /// Seconds between two timed repetitions (ours).
  package static let release = 3
  /// Held repetitions are timed from this many seconds on (ours); shorter ones have their own pace.
  package static let shortestTimed = 5
  /// Seconds that a counted repetition is taken to last in addition to its hold (ours).
  static let countedRep = 3
  /// Seconds that something done without counting is taken to last (ours).
  static let openWork = 30

  /// What a planned set asks for.
  static func work(_ set: SetDone) -> Work {
    switch (set.reps, set.hold) {
    case (nil, nil): .open
    case (nil, let hold?): .hold(hold)
    case (let reps?, let hold?) where hold >= shortestTimed: .holds(reps, each: hold)
    case (let reps?, let hold): .count(reps, each: hold)
    }
  }
}
