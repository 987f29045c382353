import Core

/// What `psoas doctor` did and found.
public struct DoctorReport: Sendable {
  /// The file of the log.
  public let path: String
  /// What a look at it found; after mending, what is left.
  public let examination: Examination
  /// What was mended; nil when nothing was to be.
  public let mending: Mending?

  /// A report with its parts.
  public init(path: String, examination: Examination, mending: Mending? = nil) {
    self.path = path
    self.examination = examination
    self.mending = mending
  }

  /// What wants to be seen to.
  public var attention: [LogFinding] { examination.findings.filter { $0.severity == .attention } }
  /// What is worth knowing.
  public var notes: [LogFinding] { examination.findings.filter { $0.severity == .note } }
}
