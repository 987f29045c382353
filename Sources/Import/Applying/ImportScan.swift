import Core

/// A summary of a file, made by reading it once without storing anything.
package struct ImportScan: Sendable {
  /// How a file uses a name.
  package enum Role: Hashable, Sendable {
    /// An exercise with repetitions, holds or both.
    case exercise(reps: Bool, hold: Bool)
    /// A habit that was marked or counted.
    case habit
    /// A daily factor.
    case factor
    /// Pain on the 0–10 scale.
    case pain
    /// A rating on another scale, with its limits where the app documents them.
    case scale(ClosedRange<Int>?)
    /// A measured value.
    case measurement

    /// The role without its details.
    var name: NameMapping.Role {
      switch self {
      case .exercise: .exercise
      case .habit: .habit
      case .factor: .factor
      case .pain: .pain
      case .scale: .rating
      case .measurement: .measurement
      }
    }
  }

  /// How many sessions it has.
  package private(set) var sessions = 0
  /// How many sets they have.
  package private(set) var sets = 0
  /// How many values of other kinds it has.
  package private(set) var others = 0
  /// The first and the last day.
  package private(set) var days: ClosedRange<Day>?
  /// The names it uses, and how often.
  package private(set) var names: [ImportedName: (role: Role, count: Int)] = [:]
  /// How often each unit of measured values and counted habits appears, empty for none.
  package private(set) var units: [ImportedName: [String: Int]] = [:]
  /// The measured values with a side.
  package private(set) var sided: Set<ImportedName> = []
  /// The sessions whose rows are not consecutive.
  package private(set) var parted: Set<EntryID> = []
  /// Invalid rows, the first ``mostRejected`` of them.
  package private(set) var rejected: [RejectedRow] = []
  /// How many rows are invalid.
  package private(set) var rejectedCount = 0
  /// Whether there are times and all of them are midnight: some apps write a date this way.
  package var hasOnlyMidnights: Bool { sawMidnight && !sawClock }
  private var sawMidnight = false
  private var sawClock = false
  /// What the log cannot store.
  package var counts = ImportCounts()

  /// How many invalid rows are kept for listing.
  package static let mostRejected = 1000

  package init() {}

  /// Counts a value.
  package mutating func add(_ value: ImportedValue) {
    switch value {
    case .session(let session):
      if session.continues { parted.insert(session.key) } else { sessions += 1 }
      sets += session.sets.count
      note(session.start)
      for set in session.sets { add(set) }
    case .pain(let pain):
      others += 1
      note(pain.when)
      if let name = pain.name { note(name, role: .pain) }
    case .scale(let scale):
      others += 1
      note(scale.when)
      note(scale.name, role: .scale(scale.range))
    case .factor(let factor):
      others += 1
      note(factor.when)
      note(factor.name, role: .factor)
    case .measurement(let measurement):
      others += 1
      note(measurement.when)
      note(measurement.name, role: .measurement)
      let name = ImportedName(measurement.name, role: .measurement)
      units[name, default: [:]][measurement.unit ?? "", default: 0] += 1
      if measurement.side != nil { sided.insert(name) }
    case .habit(let habit):
      others += 1
      note(CivilTime(day: habit.day))
      note(habit.name, role: .habit)
      if habit.hundredths != nil {
        units[ImportedName(habit.name, role: .habit), default: [:]][habit.unit ?? "", default: 0] +=
          1
      }
    case .rejected(let row): reject(row)
    }
  }

  /// Counts an invalid row.
  package mutating func reject(_ row: RejectedRow) {
    rejectedCount += row.rows
    if rejected.count < ImportScan.mostRejected { rejected.append(row) }
  }

  private mutating func add(_ set: ImportedSet) {
    let (reps, hold) = (set.done.reps != nil, set.done.hold != nil)
    let name = ImportedName(set.exercise, role: .exercise)
    if case .exercise(let oldReps, let oldHold)? = names[name]?.role {
      names[name]?.count += 1
      // A fast path: nearly all sets add nothing new about their exercise.
      if (reps && !oldReps) || (hold && !oldHold) {
        names[name]?.role = .exercise(reps: reps || oldReps, hold: hold || oldHold)
      }
    } else {
      note(set.exercise, role: .exercise(reps: reps, hold: hold))
    }
  }

  private mutating func note(_ time: CivilTime) {
    if let clock = time.time {
      if clock.secondOfDay == 0 { sawMidnight = true } else { sawClock = true }
    }
    let day = time.day
    guard let days else {
      self.days = day...day
      return
    }
    if day < days.lowerBound { self.days = day...days.upperBound }
    if day > days.upperBound { self.days = days.lowerBound...day }
  }

  private mutating func note(_ name: String, role: Role) {
    names[ImportedName(name, role: role.name), default: (role, 0)].count += 1
  }
}
