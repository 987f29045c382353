import Core

/// A distance in the unit of the file.
package struct ImportedDistance: Hashable, Sendable {
  /// The unit of a distance.
  package enum Unit: String, CaseIterable, Sendable {
    case metres = "m"
    case kilometres = "km"
    case miles = "mi"
    case yards = "yd"
    case feet = "ft"
  }

  /// Thousandths of the unit.
  package let thousandths: Int
  /// The unit; nil if the app wrote none.
  package let unit: Unit?

  package init(thousandths: Int, unit: Unit?) {
    self.thousandths = thousandths
    self.unit = unit
  }
}

/// One set of an exercise, under the other app's name for it.
package struct ImportedSet: Sendable, Equatable {
  /// How the app marked a set.
  package enum Kind: String, Sendable {
    /// An ordinary set.
    case work
    case warmUp
    /// A drop set.
    case drop
    /// A set to failure.
    case failure
  }

  /// The exercise's name in the file.
  package var exercise: String
  /// Repetitions and seconds; both nil for a set without numbers.
  package var done: SetDone
  /// How the app marked it.
  package var kind = Kind.work
  /// The weight; nil for none and for zero.
  package var load: Load?
  /// The distance covered.
  package var distance: ImportedDistance?
  /// The rating of perceived exertion of this set, in tenths, as used by lifters: ten minus the repetitions
  /// left. It is not the effort of a session (CR10).
  package var rpeTenths: Int?
  /// The side, if the file has one.
  package var side: Side?
  /// Pain during it on the 0–10 scale, if the file has it.
  package var pain: NPRSScore?
  /// Its note, or that of its exercise.
  package var note: String?
  /// Its line.
  package var line: Int

  package init(exercise: String, done: SetDone, line: Int) {
    self.exercise = exercise
    self.done = done
    self.line = line
  }
}

/// A session, or a part of one: see ``continues``.
package struct ImportedSession: Sendable, Equatable {
  /// Its key, the same at every import; see ``ImportKey``.
  package var key: EntryID
  /// When it started; without a time if the app stores only days.
  package var start: CivilTime
  /// Its name in the app.
  package var title: String?
  /// Its duration.
  package var duration: Duration?
  /// Its effort on CR10, if the file has it.
  package var effort: Effort?
  /// Its note.
  package var note: String?
  /// Its sets in file order; empty if only notes or a duration are known.
  package var sets: [ImportedSet]
  /// Its first and last line.
  package var lines: ClosedRange<Int>
  /// Whether earlier sets of the session with this key were passed on separately, because its rows are not
  /// consecutive or too many: these sets belong to it as well.
  package var continues: Bool
}
