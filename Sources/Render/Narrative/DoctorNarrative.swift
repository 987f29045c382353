import Analytics
import Core

extension DoctorReport {
  /// What was checked.
  var extent: String { "Checked \(path): \(integrity.checked.joined(separator: ", "))." }

  var conclusion: String {
    let attention = attention.count
    guard attention == 0 else {
      return attention == 1
        ? "One thing needs attention." : "\(attention) things need attention."
    }
    return notes.isEmpty
      ? "Nothing was found: the log is as it was written." : "Nothing needs attention."
  }
}

extension RepairReport {
  /// What was repaired, in full sentences.
  var sentences: [String] {
    let nothing =
      hindrance.map { "nothing in the file was repaired: \($0)" }
      ?? "nothing could be repaired without a choice"
    return (hindrance == nil && !done.isEmpty ? done : done + [nothing])
      + (copy.map { ["a backup of the previous log is '\($0)'"] } ?? [])
  }
}
