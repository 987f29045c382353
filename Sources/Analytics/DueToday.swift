import Core

/// A routine of the present stage, and whether it is due today.
package struct DueRoutine: Sendable {
  /// The routine with how often it is planned.
  package let plan: Stage.Plan
  /// Whether it is due today.
  package let isDue: Bool
  /// Why, or why not.
  package let why: String

  /// Each routine of the stage that the user is in today.
  package static func all(_ adherence: Adherence, today: Day) -> [DueRoutine] {
    (adherence.stage(on: today)?.plans ?? []).map { DueRoutine($0, adherence, today) }
  }

  private init(_ plan: Stage.Plan, _ adherence: Adherence, _ today: Day) {
    self.plan = plan
    func isDone(_ day: Day) -> Bool { adherence.isPractised(plan.routine, on: day) }
    if isDone(today) {
      isDue = false
      why = "done today"
      return
    }
    guard plan.daysPerWeek < 7 else {
      isDue = true
      why = "daily (\(sourceText(plan.source)))"
      return
    }
    let week = today.week
    let done = (week.start.number..<today.number).count { isDone(Day(number: $0)) }
    let left = week.end.number - today.number + 1
    let missing = plan.daysPerWeek - done
    let soFar = "\(done) of \(plan.daysPerWeek) days this week (\(sourceText(plan.source)))"
    if missing <= 0 {
      isDue = false
      why = soFar
    } else if isDone(today.adding(-1)), left > missing {
      isDue = false
      why = "done yesterday, a day between; \(soFar)"
    } else {
      isDue = true
      why = soFar
    }
  }
}
