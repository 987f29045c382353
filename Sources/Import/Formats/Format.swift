/// A file format that can be imported.
package enum Format: String, CaseIterable, Sendable {
  /// The app Strong.
  case strong
  /// The app Hevy.
  case hevy
  /// The app FitNotes.
  case fitnotes
  /// Loop Habit Tracker.
  case loop
  /// The app Bearable.
  case bearable
  /// The web app rehab-tracker.
  case rehabTracker = "rehab-tracker"
  /// The body weights of wger.
  case wger
  /// Apple Health, as rows of ``HealthTable``.
  case appleHealth = "apple-health"
  /// Any CSV file, with a ``ColumnMap``.
  case csv

  /// The app's name.
  package var title: String {
    switch self {
    case .strong: "Strong"
    case .hevy: "Hevy"
    case .fitnotes: "FitNotes"
    case .loop: "Loop Habit Tracker"
    case .bearable: "Bearable"
    case .rehabTracker: "rehab-tracker"
    case .wger: "wger"
    case .appleHealth: "Apple Health"
    case .csv: "CSV"
    }
  }

  /// The columns that identify a format, in lower case: all of one of the lists.
  var marks: [[String]] {
    switch self {
    case .hevy: [["start_time", "exercise_title", "set_index"]]
    case .strong: [["date", "workout name", "exercise name", "set order"]]
    case .rehabTracker:
      [
        ["date", "exercise", "left reps", "right reps", "pain level"],
        ["date", "stand left", "stand right", "back pain"],
      ]
    case .bearable: [["date", "category", "rating/amount", "detail"]]
    case .fitnotes: [["date", "exercise", "category", "reps"]]
    case .loop: [["position", "name", "color"], ["date", "value", "notes"]]
    case .appleHealth: [HealthTable.header]
    case .wger, .csv: []
    }
  }

  /// The format with this header, or nil.
  package static func detect(header: [String]) -> Format? {
    let names = header.map { $0.trimmed.lowercased() }
    for format in [appleHealth, hevy, strong, rehabTracker, bearable, fitnotes, loop]
    where format.marks.contains(where: { $0.allSatisfy(names.contains) }) {
      return format
    }
    if names == ["date", "weight"] { return .wger }
    // Loop ends every line of its file for all habits with a comma.
    if names.count > 1, names.first == "date", names.last == "" { return .loop }
    return nil
  }

  /// Checks that a header belongs to this format.
  ///
  /// - Throws: ``ImportFailure`` with the format it does belong to, or a missing column.
  func check(header: [String], line: Int) throws {
    guard self != .csv else { return }
    let found = Format.detect(header: header)
    if found == self { return }
    if let found {
      throw ImportFailure(
        "this looks like a \(found.title) file, not a \(title) one",
        hint: "use 'psoas import \(found.rawValue) FILE'", line: line)
    }
    let names = header.map { $0.trimmed.lowercased() }
    let missing = marks.first?.first { !names.contains($0) } ?? "weight"
    throw ImportFailure(
      "this is no \(title) file: line \(line) has no column '\(missing)'",
      hint: "read any table with 'psoas import csv FILE --columns date=…,exercise=…,reps=…'",
      line: line)
  }
}
