/// A guided session while it goes on: where it is, and what was done so far.
///
/// It has no clock and no terminal. Whoever drives it tells it how much time went by and which keys
/// were pressed, and asks it what to show. Times are in milliseconds.
package struct GuideSession: Equatable, Sendable {
  /// What goes on within a task.
  package enum Phase: Hashable, Sendable {
    /// What leads into the set.
    case lead
    /// A hold, or the repetition with this number from 0.
    case hold(rep: Int)
    /// The moment between that repetition and the next.
    case release(rep: Int)
    /// The user counts.
    case count
    /// Nothing more.
    case over
  }

  /// Why time stands still.
  package enum PauseReason: Hashable, Sendable {
    /// It has not begun.
    case intro
    /// The user paused it.
    case paused
    /// The keys are explained.
    case help
    /// The user is asked whether to keep what was done.
    case leaving
  }

  /// How it ended.
  package enum Ending: Hashable, Sendable {
    /// The last task was reached and left behind.
    case finished
    /// It was ended before, and what was done counts.
    case kept
    /// It was ended, and nothing of it counts.
    case discarded
  }

  /// What was done of a task: repetitions finished, and how long the hold going on, or the one broken
  /// off, was held.
  struct Record: Equatable, Sendable {
    var reps = 0
    var held = 0
  }

  /// What it follows.
  package let plan: GuidePlan
  /// The task going on, counted from 0.
  package private(set) var position = 0
  /// What goes on within it.
  package private(set) var phase = Phase.over
  /// How long that has gone on.
  package private(set) var spent = 0
  /// How long the session has gone on, pauses left out.
  package private(set) var elapsed = 0
  /// The repetitions that the user is about to confirm.
  package internal(set) var reps = 0
  /// How many holds have begun or ended: each is a reason to sound the bell.
  package private(set) var signals = 0
  /// How it ended; nil while it goes on.
  package internal(set) var ending: Ending?
  /// Why time stands still, the latest reason last; empty while it runs.
  var halts: [PauseReason] = [.intro]
  /// What was done of each task.
  var records: [Record]

  /// The longest time taken in one go, a day.
  private static let longestStep = 86_400_000

  /// A session about to begin.
  package init(_ plan: GuidePlan) {
    self.plan = plan
    records = Array(repeating: Record(), count: plan.tasks.count)
    begin(0)
  }

  /// Why time stands still; nil while it runs.
  package var pauseReason: PauseReason? { halts.last }

  /// The task going on; nil when it is over.
  package var task: GuideTask? {
    plan.tasks.indices.contains(position) ? plan.tasks[position] : nil
  }

  /// How long the present phase lasts; nil where the user ends it.
  package var length: Int? {
    guard let task else { return nil }
    switch (phase, task.work) {
    case (.lead, _): return task.leadSeconds * 1000
    case (.hold, .hold(let seconds)), (.hold, .holds(_, let seconds)): return seconds * 1000
    case (.release, _): return GuideTask.release * 1000
    default: return nil
    }
  }

  /// Lets time go by. While it is halted or over, nothing happens.
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

  /// Stops time, where it runs: the machine slept, or the program was stopped.
  package mutating func pause() {
    if pauseReason == nil { halts.append(.paused) }
  }

  /// Ends it at once; what was done counts.
  package mutating func stop() {
    if ending == nil { end(.kept) }
  }

  mutating func end(_ ending: Ending) {
    self.ending = ending
    halts = []
    enter(.over)
  }

  /// Begins a task again, as if neither it nor any later one had been begun.
  mutating func begin(_ position: Int) {
    self.position = max(0, position)
    guard let task else { return end(.finished) }
    for later in self.position..<records.count { records[later] = Record() }
    reps = 0
    if case .count(let planned, _) = task.work { reps = planned }
    if task.leadSeconds > 0 { enter(.lead) } else { work() }
  }

  /// Begins the set of the present task.
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

  /// Goes on from a phase whose time is up.
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
