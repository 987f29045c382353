import Core

/// What `psoas doctor` did and found.
package struct DoctorReport: Sendable {
  /// The file of the log.
  package let path: String
  /// What a look at it found; after mending, what is left.
  package let integrity: IntegrityReport
  /// What was mended; nil when nothing was to be.
  package let repair: RepairReport?

  /// A report with its parts.
  package init(path: String, integrity: IntegrityReport, repair: RepairReport? = nil) {
    self.path = path
    self.integrity = integrity
    self.repair = repair
  }

  /// What wants to be seen to.
  package var attention: [Diagnostic] { integrity.findings.filter { $0.severity == .attention } }
  /// What is worth knowing.
  package var notes: [Diagnostic] { integrity.findings.filter { $0.severity == .note } }
}
