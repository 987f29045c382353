/// One set as done: repetitions, the seconds each was held, or one hold alone. If both are nil, the exercise
/// was done without counting.
package struct SetDone: Hashable, Sendable {
  /// Repetitions, 1–9999.
  package let reps: Int?
  /// Seconds held, per repetition if there are any, 1–86400.
  package let hold: Int?

  package init(reps: Int?, hold: Int?) {
    self.reps = reps
    self.hold = hold
  }
}

extension SetDone {
  /// The set in words: `8`, `8x10s`, `30s`, or a dash where nothing was counted.
  var words: String {
    let parts = [reps.map { "\($0)" }, hold.map { "\($0)s" }].compactMap(\.self)
    return parts.isEmpty ? "-" : parts.joined(separator: "x")
  }

  /// Whether both can be part of one dose: both or neither count repetitions, and both or neither are held. A
  /// set without counts cannot share a dose.
  package func isLike(_ other: SetDone) -> Bool {
    (reps == nil) == (other.reps == nil) && (hold == nil) == (other.hold == nil)
      && (reps != nil || hold != nil)
  }
}

/// A weight in the unit the user gave.
package struct Load: Hashable, Sendable, CustomStringConvertible {
  /// The unit of a weight.
  package enum Unit: String, CaseIterable, Sendable {
    /// Kilograms.
    case kg
    /// International pounds, 0.45359237 kg.
    case lb
  }

  /// Hundredths of the unit.
  package let hundredths: Int
  /// The unit the user gave, which is kept.
  package let unit: Unit

  /// A load, or nil below zero or above 1000.
  package init?(hundredths: Int, unit: Unit) {
    guard (0...100_000).contains(hundredths) else { return nil }
    self.hundredths = hundredths
    self.unit = unit
  }

  /// The amount in its unit.
  package var amount: Double { Double(hundredths) / 100 }

  /// The load as typed, `20kg` or `12.5lb`.
  package var description: String { "\(Decimal.text(hundredths: hundredths))\(unit.rawValue)" }
}

/// One exercise of a session with its dose.
package struct ExerciseEntry: Hashable, Sendable {
  /// The exercise's slug.
  package let exercise: Slug
  /// Its sets in order; a single set without numbers if no dose was given.
  package let sets: [SetDone]
  /// The side, if given; `both` has the dose on each side.
  package let side: Side?
  /// The weight used, when any.
  package let load: Load?
  /// Pain during it, if given.
  package let pain: NPRSScore?

  /// - Parameter sets: at least one.
  package init(
    exercise: Slug, sets: [SetDone], side: Side? = nil, load: Load? = nil, pain: NPRSScore? = nil
  ) {
    self.exercise = exercise
    self.sets = sets.isEmpty ? [SetDone(reps: nil, hold: nil)] : sets
    self.side = side
    self.load = load
    self.pain = pain
  }

  /// The same without pain, which belongs to the day it was felt.
  package var withoutPain: ExerciseEntry {
    ExerciseEntry(exercise: exercise, sets: sets, side: side, load: load)
  }

  /// The sets as typed: `3x8`, `3x20s`, `6-4-2x10s`, `8,8,7`, `50s`; empty when no dose was given.
  package var dose: String {
    guard let first = sets.first else { return "" }
    // Such a dose cannot be typed; we store such sets separately.
    guard sets.allSatisfy(first.isLike) || sets.count == 1 else {
      return sets.map(\.words).joined(separator: ",")
    }
    let reps = sets.compactMap(\.reps)
    let sameHold = sets.allSatisfy { $0.hold == first.hold }
    let hold = first.hold.map { "\($0)s" }
    if reps.count == sets.count {
      guard sameHold else {
        return sets.map(\.words).joined(separator: ",")
      }
      if reps.allSatisfy({ $0 == reps[0] }) {
        return ["\(sets.count)", "\(reps[0])", hold].compactMap(\.self).joined(separator: "x")
      }
      let list = reps.map(String.init)
      return hold.map { list.joined(separator: "-") + "x\($0)" } ?? list.joined(separator: ",")
    }
    guard let hold else { return "" }
    guard sameHold else { return sets.map { "\($0.hold ?? 0)s" }.joined(separator: ",") }
    return sets.count == 1 ? hold : "\(sets.count)x\(hold)"
  }

  /// The dose with load and side as typed: `3x12@20kg`, `3x20s/side`, `3x20s left`; empty when none was
  /// given.
  package var fullDose: String {
    var dose = dose
    if let load { dose += "@\(load)" }
    if side == .both { dose += dose.isEmpty ? "both" : "/side" }
    guard let side, side != .both else { return dose }
    return dose.isEmpty ? side.rawValue : "\(dose) \(side.rawValue)"
  }

  /// The whole entry in a form that can be typed: `glute-bridge 3x12@20kg pain=2`.
  package var text: String {
    let words = [exercise.text, fullDose, pain.map { "pain=\($0)" } ?? ""]
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
