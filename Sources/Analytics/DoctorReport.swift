import Core

/// What `psoas doctor` did and found.
package struct DoctorReport: Sendable {
  /// The file of the log.
  package let path: String
  /// What a look at it found; after mending, what is left.
  package let examination: Examination
  /// What was mended; nil when nothing was to be.
  package let mending: Mending?

  /// A report with its parts.
  package init(path: String, examination: Examination, mending: Mending? = nil) {
    self.path = path
    self.examination = examination
    self.mending = mending
  }

  /// What wants to be seen to.
  package var attention: [LogFinding] { examination.findings.filter { $0.severity == .attention } }
  /// What is worth knowing.
  package var notes: [LogFinding] { examination.findings.filter { $0.severity == .note } }
}
