/// The rows in which `psoas-unpack` passes on an Apple Health export.
///
/// One row is one `Record` or `Workout` of the XML, with its line and its attributes unchanged. The last row
/// counts the records that were left out.
package enum HealthTable {
  /// The columns.
  package static let header = [
    "line", "element", "type", "value", "start", "end", "duration", "unit", "source",
  ]
  /// The element of a symptom.
  package static let record = "Record"
  /// The element of a workout.
  package static let workout = "Workout"
  /// Marks the last row, whose value is the number of other records.
  package static let end = "end"

  /// The indices of the columns in ``header``.
  enum Column {
    static let line = 0
    static let element = 1
    static let type = 2
    static let value = 3
    static let start = 4
    static let end = 5
    static let duration = 6
    static let unit = 7
    static let source = 8
  }
}
