import Analytics

/// The association of several candidates with what follows them: one row each, strongest first, all on the
/// full scale from -1 to 1, so that a small number looks small.
package struct CandidateChart: Picture {
  /// One candidate.
  package struct Row: Sendable, Equatable {
    package let name: String
    /// Its kind; each kind has a shape of its own.
    package let kind: String
    package let shape: Chart.Shape
    /// The association, from -1 to 1.
    package let value: Double
    /// The number of pairs, and the adjusted p, as text.
    package let pairs: String, p: String
    /// Whether the association is claimed; the others are hollow.
    package let isClear: Bool

    package init(
      _ name: String, kind: String, shape: Chart.Shape, value: Double, pairs: Int, p: String,
      isClear: Bool
    ) {
      (self.name, self.kind, self.shape) = (name, kind, shape)
      (self.value, self.pairs, self.p, self.isClear) = (value, "\(pairs)", p, isClear)
    }
  }

  /// As many rows as fit a printed page; the rest is in the tables.
  static let mostRows = 30

  /// The title.
  package let title: String
  /// The outcome, as in "pain the next week".
  package let outcome: String
  /// The rows shown, farthest from 0 first.
  package let rows: [Row]
  /// How many rows are left out.
  package let hidden: Int
  /// Sentences below the rows, or instead of them.
  package let notes: [String]

  /// Where there are too many rows, the claimed ones stay, then those farthest from 0.
  package init(title: String, outcome: String, rows: [Row], notes: [String] = []) {
    (self.title, self.outcome, self.notes) = (title, outcome, notes)
    let rows = rows.filter(\.value.isFinite)
    func isFarther(_ a: Row, _ b: Row) -> Bool {
      (-a.value.magnitude, a.name) < (-b.value.magnitude, b.name)
    }
    let shown = rows.sorted { $0.isClear != $1.isClear ? $0.isClear : isFarther($0, $1) }
      .prefix(Self.mostRows)
    self.rows = shown.sorted(by: isFarther)
    hidden = rows.count - shown.count
  }

  /// The notes, and how many rows are left out.
  var remarks: [String] {
    guard hidden > 0 else { return notes }
    return notes + ["\(hidden) more, nearer to 0, have no room here."]
  }

  /// A description in words.
  package var summary: String {
    guard !rows.isEmpty else { return notes.joined(separator: " ") }
    let descriptions = rows.map { row in
      let direction =
        row.value == 0 ? "neither way" : "towards \(row.value < 0 ? "lower" : "higher") \(outcome)"
      return "\(row.name) \(row.value.text(places: 2)), \(direction), \(row.pairs) pairs, "
        + (row.isClear ? "stands out" : "does not stand out")
    }
    return
      (["tau-b, trends taken out, by size: \(descriptions.joined(separator: "; "))."] + remarks)
      .joined(separator: " ")
  }
}
