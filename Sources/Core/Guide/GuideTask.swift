/// One set on one side, with its lead-in.
package struct GuideTask: Hashable, Sendable {
  /// The lead-in to a set.
  package enum Lead: Hashable, Sendable {
    /// Getting into position.
    case ready
    /// Changing to the other side.
    case switchSides
    /// A rest after the set before.
    case rest
  }

  /// The work of the set.
  package enum Work: Hashable, Sendable {
    /// One hold of this many seconds.
    case hold(Int)
    /// Repetitions, each held for this many seconds, timed one by one.
    case holds(Int, each: Int)
    /// Repetitions that the user counts, each held for this many seconds if given.
    case count(Int, each: Int?)
    /// Something done without counting.
    case open
  }

  /// The index of its step in the routine.
  package let step: Int
  /// The index of the set within the step.
  package let set: Int
  /// The side, if the step has one; never `both`.
  package let side: Side?
  /// Its lead-in.
  package let lead: Lead
  /// The duration of the lead-in in seconds; 0 if the set starts at once.
  package let leadSeconds: Int
  /// Its work.
  package let work: Work

  /// The duration of the set in seconds, estimated where the user counts.
  package var workSeconds: Int {
    switch work {
    case .hold(let seconds): seconds
    case .holds(let count, let seconds): count * seconds + (count - 1) * GuideTask.release
    case .count(let reps, let hold): reps * (GuideTask.countedRep + (hold ?? 0))
    case .open: GuideTask.openWork
    }
  }

  /// Whether the user says when it is done, so that its duration is an estimate.
  package var isCounted: Bool {
    switch work {
    case .hold, .holds: false
    case .count, .open: true
    }
  }
}

extension GuideTask {
  /// Seconds between two timed repetitions (our default).
  package static let release = 3
  /// Held repetitions are timed from this many seconds on (our default); shorter ones have their own pace.
  package static let shortestTimed = 5
  /// Assumed seconds of a counted repetition, in addition to its hold (our default).
  static let countedRep = 3
  /// Assumed seconds of work done without counting (our default).
  static let openWork = 30

  /// The work for a planned set.
  static func work(_ set: SetDone) -> Work {
    switch (set.reps, set.hold) {
    case (nil, nil): .open
    case (nil, let hold?): .hold(hold)
    case (let reps?, let hold?) where hold >= shortestTimed: .holds(reps, each: hold)
    case (let reps?, let hold): .count(reps, each: hold)
    }
  }
}
