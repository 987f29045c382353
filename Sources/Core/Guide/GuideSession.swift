/// The state of a guided session: the present task, and what was done so far.
///
/// It has no clock and no terminal. Its driver reports elapsed time and pressed keys, and asks it what to
/// show. Times are in milliseconds.
package struct GuideSession: Equatable, Sendable {
  /// The phase within a task.
  package enum Phase: Hashable, Sendable {
    /// The lead-in to the set.
    case lead
    /// A hold, or the repetition with this index.
    case hold(rep: Int)
    /// The pause after that repetition.
    case release(rep: Int)
    /// The user counts.
    case count
    /// Nothing more.
    case over
  }

  /// Why the clock is stopped.
  package enum PauseReason: Hashable, Sendable {
    /// The session has not started.
    case intro
    /// The user paused it.
    case paused
    /// The keys are shown.
    case help
    /// The user is asked whether to keep what was done.
    case leaving
  }

  /// How it ended.
  package enum Ending: Hashable, Sendable {
    /// All tasks were reached and completed or skipped.
    case finished
    /// Ended early; what was done counts.
    case kept
    /// Ended, and nothing counts.
    case discarded
  }

  /// What was done of a task: completed repetitions, and how long the present or interrupted hold lasted.
  struct Record: Equatable, Sendable {
    var reps = 0
    var held = 0
  }

  /// The plan being followed.
  package let plan: GuidePlan
  /// The index of the present task.
  package private(set) var position = 0
  /// The phase within it.
  package private(set) var phase = Phase.over
  /// How long the phase has lasted.
  package private(set) var spent = 0
  /// How long the session has lasted, without pauses.
  package private(set) var elapsed = 0
  /// The repetitions that the user is about to confirm.
  package internal(set) var reps = 0
  /// How many holds have started or ended; the bell rings for each.
  package private(set) var signals = 0
  /// How it ended; nil while it is running.
  package internal(set) var ending: Ending?
  /// The reasons why the clock is stopped, the latest last; empty while it runs.
  var pauseReasons: [PauseReason] = [.intro]
  /// What was done of each task.
  var records: [Record]

  /// The longest time accepted in one call, a day.
  private static let longestStep = 86_400_000

  package init(_ plan: GuidePlan) {
    self.plan = plan
    records = Array(repeating: Record(), count: plan.tasks.count)
    begin(0)
  }

  /// Why the clock is stopped; nil while it runs.
  package var pauseReason: PauseReason? { pauseReasons.last }

  /// The present task; nil when the session is over.
  package var task: GuideTask? {
    plan.tasks.indices.contains(position) ? plan.tasks[position] : nil
  }

  /// The duration of the present phase; nil if the user ends it.
  package var length: Int? {
    guard let task else { return nil }
    switch (phase, task.work) {
    case (.lead, _): return task.leadSeconds * 1000
    case (.hold, .hold(let seconds)), (.hold, .holds(_, let seconds)): return seconds * 1000
    case (.release, _): return GuideTask.release * 1000
    default: return nil
    }
  }

  /// Lets time pass. Nothing happens while the session is stopped or over.
  package mutating func advance(_ milliseconds: Int) {
    guard pauseReason == nil, ending == nil else { return }
    var left = min(max(0, milliseconds), GuideSession.longestStep)
    while left > 0, ending == nil {
      let step = length.map { min(left, $0 - spent) } ?? left
      left -= step
      spent += step
      elapsed += step
      if case .hold = phase { records[position].held += step }
      if let length, spent >= length { complete() }
    }
  }

  /// Stops the clock if it runs: the machine slept, or the program was stopped.
  package mutating func pause() {
    if pauseReason == nil { pauseReasons.append(.paused) }
  }

  /// Ends the session at once; what was done counts.
  package mutating func stop() {
    if ending == nil { end(.kept) }
  }

  mutating func end(_ ending: Ending) {
    self.ending = ending
    pauseReasons = []
    enter(.over)
  }

  /// Starts a task again, as if neither it nor any later one had been started.
  mutating func begin(_ position: Int) {
    self.position = max(0, position)
    guard let task else { return end(.finished) }
    for later in self.position..<records.count { records[later] = Record() }
    reps = 0
    if case .count(let planned, _) = task.work { reps = planned }
    if task.leadSeconds > 0 { enter(.lead) } else { work() }
  }

  /// Starts the set of the present task.
  mutating func work() {
    guard let task else { return }
    if task.isCounted { enter(.count) } else { hold(rep: 0) }
  }

  private mutating func hold(rep: Int) {
    records[position].held = 0
    signals += 1
    enter(.hold(rep: rep))
  }

  private mutating func enter(_ phase: Phase) {
    self.phase = phase
    spent = 0
  }

  /// Continues after a phase whose time is up.
  private mutating func complete() {
    switch phase {
    case .lead: work()
    case .hold(let rep):
      signals += 1
      records[position].reps = rep + 1
      if case .holds(let count, _) = task?.work, rep + 1 < count {
        enter(.release(rep: rep))
      } else {
        begin(position + 1)
      }
    case .release(let rep): hold(rep: rep + 1)
    case .count, .over: break
    }
  }
}
