import Core

/// What `psoas doctor` repaired and found.
package struct DoctorReport: Sendable {
  /// The file of the log.
  package let path: String
  /// The findings; after a repair, the remaining ones.
  package let integrity: IntegrityReport
  /// What was repaired; nil when no repair was asked for.
  package let repair: RepairReport?

  package init(path: String, integrity: IntegrityReport, repair: RepairReport? = nil) {
    self.path = path
    self.integrity = integrity
    self.repair = repair
  }

  /// The findings that need action.
  package var attention: [Diagnostic] { integrity.findings.filter { $0.severity == .attention } }
  /// The other findings.
  package var notes: [Diagnostic] { integrity.findings.filter { $0.severity == .note } }
}
