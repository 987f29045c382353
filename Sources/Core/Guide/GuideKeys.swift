/// A key that a guided session reacts to.
package enum GuideKey: String, CaseIterable, Sendable {
  /// Pauses, continues, or confirms a counted set.
  case space
  /// Starts the set at once, or confirms a counted one.
  case enter
  /// Skips what is shown.
  case next
  /// Goes back.
  case back
  /// Skips the rest of the exercise.
  case exercise
  /// One repetition more.
  case more
  /// One repetition less.
  case fewer
  /// Shows the keys.
  case help
  /// Ends the session.
  case quit
  case yes
  /// The letter n: "no" to a question, otherwise `next`.
  case no
  /// Back to the previous screen.
  case escape
  /// Any other key.
  case other
}

extension GuideSession {
  /// How many milliseconds into a hold going back restarts it (our default).
  private static let barelyBegun = 3000
  private static let mostReps = 9999

  /// Handles a key.
  package mutating func press(_ key: GuideKey) {
    guard ending == nil else { return }
    switch pauseReason {
    case .intro: introduce(key)
    case .help: if key == .quit { leave() } else { pauseReasons.removeLast() }
    case .leaving: answer(key)
    case .paused where key == .space || key == .enter || key == .escape: pauseReasons.removeLast()
    case .paused, nil: guide(key)
    }
  }

  private mutating func introduce(_ key: GuideKey) {
    switch key {
    case .space, .enter:
      pauseReasons.removeLast()
      begin(0)
    case .help: pauseReasons.append(.help)
    case .quit: leave()
    default: break
    }
  }

  private mutating func guide(_ key: GuideKey) {
    switch key {
    case .space: if phase == .count { confirm() } else { pauseReasons.append(.paused) }
    case .enter:
      if phase == .count { confirm() } else if phase == .lead { work() }
    case .next, .no: skip()
    case .back: back()
    case .exercise: leaveExercise()
    case .more: change(by: 1)
    case .fewer: change(by: -1)
    case .help: pauseReasons.append(.help)
    case .quit: leave()
    case .yes, .escape, .other: break
    }
  }

  private mutating func answer(_ key: GuideKey) {
    switch key {
    // Pressing Ctrl-C twice must not lose anything.
    case .yes, .quit: end(.kept)
    case .no: end(.discarded)
    case .space, .escape: pauseReasons.removeLast()
    default: break
    }
  }

  /// Asks whether to keep what was done, if anything was.
  private mutating func leave() {
    if pauseReason == .help { pauseReasons.removeLast() }
    if entries().isEmpty { end(.kept) } else { pauseReasons.append(.leaving) }
  }

  private mutating func confirm() {
    records[position].reps = task?.work == .open ? 1 : reps
    begin(position + 1)
  }

  private mutating func change(by amount: Int) {
    guard phase == .count, case .count = task?.work else { return }
    reps = min(max(0, reps + amount), GuideSession.mostReps)
  }

  /// A rest is skipped alone; anything else with its set, which counts as far as it was held.
  private mutating func skip() {
    if phase == .lead, task?.lead == .rest { work() } else { begin(position + 1) }
  }

  private mutating func leaveExercise() {
    guard let step = task?.step else { return }
    begin(plan.tasks.firstIndex { $0.step > step } ?? plan.tasks.count)
  }

  /// To the start of a set in progress, else to the previous one.
  private mutating func back() {
    switch phase {
    case .hold(let rep) where rep > 0 || spent >= GuideSession.barelyBegun: begin(position)
    case .release: begin(position)
    default: begin(position - 1)
    }
  }
}
