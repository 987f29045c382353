/// A sign that something other than a programme is needed. Asked, never inferred.
package struct RedFlag: Sendable, Equatable {
  /// How soon it wants care.
  package enum Urgency: String, Sendable {
    /// Emergency care at once.
    case emergency
    /// A review by a doctor or physiotherapist, soon.
    case prompt
  }

  /// Its name on the command line.
  package let id: Slug
  /// The question; yes is the flag.
  package let question: String
  /// How soon it wants care.
  package let urgency: Urgency
}

/// What `psoas check` asks and computes.
package struct Safety: Sendable {
  /// The red-flag questions, the emergencies first.
  package let flags: [RedFlag]
  /// The rules on the log that say when to see someone.
  package let rules: [Criterion]

  /// The program's questions and rules.
  package init() {
    flags = RedFlag.builtIn
    rules = Criterion.safetyRules
  }
}
