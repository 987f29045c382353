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
  ///
  /// - Throws: ``InputError`` when the embedded file does not fit its form, which a test excludes.
  package init() throws {
    let blocks = try BlockFile(PackageResources.safety_txt).blocks
    flags = try blocks.filter { $0.kind == "flag" }.map { block in
      try block.allow(["asks", "urgency"])
      guard let urgency = RedFlag.Urgency(rawValue: try block.required("urgency")) else {
        throw InputError("line \(block.line): no such urgency", hint: "use emergency or prompt")
      }
      return RedFlag(id: block.slug, question: try block.required("asks"), urgency: urgency)
    }
    rules = try blocks.filter { $0.kind == "rule" }.map {
      try RuleReader.criterion($0, safety: true)
    }
  }
}
