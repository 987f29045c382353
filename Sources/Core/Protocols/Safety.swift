/// A sign that needs medical attention rather than exercises. It is asked, never inferred.
package struct RedFlag: Sendable, Equatable {
  /// How soon it needs attention.
  package enum Urgency: String, Sendable {
    /// Emergency care at once.
    case emergency
    /// A review by a doctor or physiotherapist, soon.
    case prompt
  }

  /// Its name on the command line.
  package let id: Slug
  /// The question; "yes" raises the flag.
  package let question: String
  /// How soon it needs attention.
  package let urgency: Urgency
}

/// The questions and rules of `psoas check`.
package struct Safety: Sendable {
  /// The red-flag questions, emergencies first.
  package let flags: [RedFlag]
  /// The rules, evaluated on the log, that say when to see someone.
  package let rules: [Criterion]

  /// The built-in questions and rules.
  package init() {
    flags = RedFlag.builtIn
    rules = Criterion.safetyRules
  }
}
