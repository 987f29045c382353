import Core

// The texts of a guided session, on a screen and line by line.

extension GuidePlan {
  /// The line shown before every session.
  package static let caution =
    "Stop when pain turns sharp or spreads into a leg. What was done so far can be kept."

  /// Its duration: `12:50`, or `about 8:10` where the user counts.
  package var length: String { (isEstimate ? "about " : "") + GuidePlan.clock(seconds) }

  /// Seconds as on a clock: `0:05`, `12:50` or `1:02:30`.
  package static func clock(_ seconds: Int) -> String {
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let tail = (seconds % 60).padded(to: 2)
    return hours > 0 ? "\(hours):\(minutes.padded(to: 2)):\(tail)" : "\(minutes):\(tail)"
  }
}

extension ExerciseEntry {
  /// Dose and side for people: `3x20s a side`.
  var doseText: String {
    let side = side.map { $0 == .both ? "a side" : $0.rawValue }
    return [dose, side ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension GuideTask {
  /// What to do in the set: `hold 30 s`, `6 holds of 10 s`, `10 times, 2 s each`.
  var text: String {
    switch work {
    case .hold(let seconds): "hold \(seconds) s"
    case .holds(let count, let each): "\(count) \(count == 1 ? "hold" : "holds") of \(each) s"
    case .count(let reps, let each):
      (reps == 1 ? "once" : "\(reps) times") + (each.map { ", \($0) s each" } ?? "")
    case .open: "without counting"
    }
  }

  /// The side in words, where there is one.
  var sideText: String? { side.map { "\($0.rawValue) side" } }
}

extension GuideSession {
  /// The step that a task belongs to.
  func step(of task: GuideTask) -> GuidePlan.Step { plan.steps[task.step] }

  /// Side, set, dose and load of a task.
  func details(of task: GuideTask) -> [String] {
    let entry = step(of: task).entry
    let set = entry.sets.count > 1 ? "set \(task.set + 1) of \(entry.sets.count)" : nil
    return [task.sideText, set, task.text, entry.load?.description].compactMap(\.self)
  }

  /// What is happening, in a few words.
  var label: String {
    guard let task else { return "Done" }
    switch (phase, task.work) {
    case (.lead, _):
      switch task.lead {
      case .ready: return "Get ready"
      case .switchSides: return "Switch to the \(task.sideText ?? "other side")"
      case .rest: return "Rest"
      }
    case (.hold(let rep), .holds(let count, _)): return "Hold \(rep + 1) of \(count)"
    case (.hold, _): return "Hold"
    case (.release, _): return "Let go"
    case (.count, _): return "In your own time"
    case (.over, _): return "Done"
    }
  }

  /// Seconds left in the phase, rounded up; nil where the user ends it.
  var secondsLeft: Int? { length.map { ($0 - spent + 999) / 1000 } }

  /// What comes after the present set.
  var upcomingText: String {
    guard let task, let next = upcoming else { return "the end" }
    let name = next.step == task.step ? nil : step(of: next).name
    return ([name] + details(of: next)).compactMap(\.self).joined(separator: ", ")
  }
}
