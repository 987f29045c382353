import Core

/// A part of the log to compare with another: before or after a day, in a stage, under a protocol.
package struct Phase: Sendable, Equatable {
  /// Its name, unique within a report.
  package let label: String
  /// The names by which it can be chosen.
  package let names: [String]
  /// Its days, in one range or several.
  package let stretches: [ClosedRange<Day>]

  /// Its first day.
  package var first: Day { stretches.first?.lowerBound ?? Day(number: 0) }

  /// Whether a week belongs to it: its Thursday does, and so do most of its days.
  func holds(_ week: Week) -> Bool {
    stretches.contains { $0.contains(week.thursday) }
  }

  /// The first week that belongs to it, logged or not; nil where no Thursday does.
  package var firstWeek: Week? {
    for days in stretches {
      let week = days.lowerBound.week
      for week in [week, week.adding(1)] where days.contains(week.thursday) { return week }
    }
    return nil
  }

  /// How the followed protocols are divided into phases.
  package enum Kind: String, CaseIterable, Sendable {
    /// By stage.
    case stage
    /// By protocol.
    case `protocol`
  }

  /// The two phases before and from a day on.
  package static func split(at day: Day, through last: Day) -> [Phase] {
    [
      Phase(
        label: "before \(day)", names: [],
        stretches: [Day(number: min(0, day.number - 1))...day.adding(-1)]),
      Phase(label: "from \(day)", names: [], stretches: [day...max(day, last)]),
    ]
  }

  /// The stages or protocols in order, each a run of intervals. A stage that the user went back to is a phase
  /// of its own. A current one extends to `last`.
  package static func all(_ kind: Kind, of protocolHistory: ProtocolHistory, through last: Day)
    -> [Phase]
  {
    var runs: [(stageInterval: ProtocolHistory.StageInterval, stretches: [ClosedRange<Day>])] = []
    for stageInterval in protocolHistory.stageIntervals {
      let end = stageInterval.end?.adding(-1) ?? max(stageInterval.start, last)
      // A stage left on its first day has no days.
      guard stageInterval.start <= end else { continue }
      let before = runs.last?.stageInterval
      let isSame =
        before?.rehabProtocol == stageInterval.rehabProtocol
        && (kind == .protocol || before?.stage == stageInterval.stage)
      if isSame {
        runs[runs.count - 1].stretches.append(stageInterval.start...end)
      } else {
        runs.append((stageInterval, [stageInterval.start...end]))
      }
    }
    let isOneProtocol = Set(runs.map(\.stageInterval.rehabProtocol)).count <= 1
    var counts: [String: Int] = [:]
    return runs.map { run in
      let (rehabProtocol, stage) = (
        run.stageInterval.rehabProtocol.text, run.stageInterval.stage.text
      )
      let whole = kind == .protocol ? rehabProtocol : "\(rehabProtocol):\(stage)"
      let label = kind == .stage && isOneProtocol ? stage : whole
      counts[label, default: 0] += 1
      let count = counts[label] ?? 1
      return Phase(
        label: count > 1 ? "\(label) (\(count))" : label,
        names: kind == .protocol ? [rehabProtocol] : [stage, whole], stretches: run.stretches)
    }
  }

  /// The index of the last phase with this name before another; nil without one.
  package static func place(
    of name: String, in phases: [Phase], before end: Int? = nil
  ) -> Int? {
    phases.indices.last { index in
      phases[index].names.contains(name.lowercased()) && index < (end ?? phases.count)
    }
  }
}
