// The result of a guided session: what was done, what is left, what comes next.

extension GuideSession {
  /// What was done so far, one entry per exercise, or two if the sides differ.
  ///
  /// A hold counts with its full seconds; a repetition counts if it was held to the end. If not even the
  /// first repetition was, it counts with the seconds it was held.
  ///
  /// - Parameter pain: pain during the exercises, by index of the step.
  package func entries(pain: [Int: NPRSScore] = [:]) -> [ExerciseEntry] {
    doneSteps.flatMap { step -> [ExerciseEntry] in
      let planned = plan.steps[step].entry
      func entry(_ sets: [SetDone], side: Side?) -> ExerciseEntry {
        ExerciseEntry(
          exercise: planned.exercise, sets: sets, side: side, load: planned.load, pain: pain[step])
      }
      guard planned.side == .both else { return [entry(sets(of: step), side: planned.side)] }
      let (left, right) = (sets(of: step, .left), sets(of: step, .right))
      if left == right { return [entry(left, side: .both)] }
      return [(left, Side.left), (right, .right)].filter { !$0.0.isEmpty }.map {
        entry($0, side: $1)
      }
    }
  }

  /// The indices of steps with anything done.
  package var doneSteps: [Int] { plan.steps.indices.filter { !sets(of: $0).isEmpty } }

  /// The planned routine, each exercise as typed.
  package var planned: [String] { plan.steps.map(\.entry.text) }

  /// Milliseconds to the end, estimated where the user counts.
  package var remaining: Int {
    guard let task else { return 0 }
    let later = plan.tasks[(position + 1)...].reduce(0) { $0 + $1.leadSeconds + $1.workSeconds }
    return later * 1000 + remainingOfTask(task)
  }

  /// The task after the present one.
  package var upcoming: GuideTask? {
    plan.tasks.indices.contains(position + 1) ? plan.tasks[position + 1] : nil
  }

  private func remainingOfTask(_ task: GuideTask) -> Int {
    let rest = (length ?? task.workSeconds * 1000) - spent
    switch (phase, task.work) {
    case (.lead, _): return rest + task.workSeconds * 1000
    case (.hold(let rep), .holds(let count, let each)):
      return rest + (count - rep - 1) * (GuideTask.release + each) * 1000
    case (.release(let rep), .holds(let count, let each)):
      return rest + ((count - rep - 1) * (GuideTask.release + each) - GuideTask.release) * 1000
    default: return max(0, rest)
    }
  }

  private func sets(of step: Int, _ side: Side? = nil) -> [SetDone] {
    zip(plan.tasks, records).compactMap { task, record in
      guard task.step == step, side == nil || task.side == side else { return nil }
      return done(task, record: record)
    }
  }

  /// What counts of a task; nil for nothing.
  private func done(_ task: GuideTask, record: Record) -> SetDone? {
    let held = record.held / 1000
    switch task.work {
    case .hold: return held >= 1 ? SetDone(reps: nil, hold: held) : nil
    case .holds(_, let each):
      if record.reps > 0 { return SetDone(reps: record.reps, hold: each) }
      return held >= 1 ? SetDone(reps: 1, hold: held) : nil
    case .count(_, let each):
      return record.reps > 0 ? SetDone(reps: record.reps, hold: each) : nil
    case .open: return record.reps > 0 ? SetDone(reps: nil, hold: nil) : nil
    }
  }
}
