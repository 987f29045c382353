import Core

/// A distance as a file gives it, in its own unit.
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
  /// The unit; nil where the app wrote none.
  package let unit: Unit?

  package init(thousandths: Int, unit: Unit?) {
    self.thousandths = thousandths
    self.unit = unit
  }
}

/// One set of an exercise under the name that the other app has for it.
package struct ImportedSet: Sendable, Equatable {
  /// What the app marked a set as.
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
  /// Repetitions and seconds; both nil for a set that was done without numbers.
  package var done: SetDone
  /// What the app marked it as.
  package var kind = Kind.work
  /// The weight; nil for none and for zero.
  package var load: Load?
  /// The distance covered.
  package var distance: ImportedDistance?
  /// The rating of perceived exertion of this set, in tenths, as lifters count it: ten minus the
  /// repetitions left. It is not the effort of a session (CR10).
  package var rpeTenths: Int?
  /// The side, where the file has one.
  package var side: Side?
  /// Pain during it on the 0–10 scale, where the file has that.
  package var pain: NPRSScore?
  /// What was noted about it or its exercise.
  package var note: String?
  /// The line it is on.
  package var line: Int

  /// A set of an exercise.
  package init(exercise: String, done: SetDone, line: Int) {
    self.exercise = exercise
    self.done = done
    self.line = line
  }
}

/// A session, or a part of one: see ``continues``.
package struct ImportedSession: Sendable, Equatable {
  /// The key that the same session has at every import, see ``ImportKey``.
  package var key: EntryID
  /// When it began; without a time where the app keeps only days.
  package var start: CivilTime
  /// Its name in the app.
  package var title: String?
  /// How long it took.
  package var duration: Duration?
  /// How hard it was on CR10, where a file has that.
  package var effort: Effort?
  /// What was noted about it.
  package var note: String?
  /// Its sets in the order of the file; none in one of which only notes or a length are known.
  package var sets: [ImportedSet]
  /// The first and the last line of it.
  package var lines: ClosedRange<Int>
  /// Whether sets of the session with this key were handed out before, because its rows are not
  /// together in the file or are very many: these sets belong to it as well.
  package var continues: Bool
}
