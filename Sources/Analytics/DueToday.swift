import Core

/// A routine of the present stage, and whether it is due today.
package struct DueRoutine: Sendable {
  /// Why a routine is due or not.
  package enum Reason: Sendable, Equatable {
    case doneToday
    /// Planned for every day.
    case daily
    /// Done on this many days of this week.
    case week(done: Int)
    /// Done yesterday, and enough days of the week are left.
    case dayBetween(done: Int)
  }

  /// The routine with how often it is planned.
  package let plan: Stage.Plan
  package let isDue: Bool
  package let reason: Reason

  /// Each routine of the present stage.
  package static func all(_ adherence: Adherence, today: Day) -> [DueRoutine] {
    (adherence.stage(on: today)?.plans ?? []).map {
      DueRoutine($0, adherence: adherence, today: today)
    }
  }

  private init(_ plan: Stage.Plan, adherence: Adherence, today: Day) {
    self.plan = plan
    func isDone(_ day: Day) -> Bool { adherence.isPractised(plan.routine, on: day) }
    let week = today.week
    let done = (week.start.number..<today.number).count { isDone(Day(number: $0)) }
    let left = week.end.number - today.number + 1
    let missing = plan.daysPerWeek - done
    if isDone(today) {
      (isDue, reason) = (false, .doneToday)
    } else if plan.daysPerWeek >= 7 {
      (isDue, reason) = (true, .daily)
    } else if missing > 0, left > missing, isDone(today.adding(-1)) {
      (isDue, reason) = (false, .dayBetween(done: done))
    } else {
      (isDue, reason) = (missing > 0, .week(done: done))
    }
  }
}
