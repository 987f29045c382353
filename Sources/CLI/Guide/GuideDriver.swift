import Core

/// Who takes part in a guided session: somebody at a terminal, or a script.
protocol GuideDriver {
  /// Guides until the session is over.
  func guide(_ session: inout GuideSession) throws
  /// The answer to a question; nil when none will come any more.
  func answer(_ question: String) throws -> String?
  /// Says that an answer could not be used, so that the question is asked again.
  func refuse(_ error: InputError) throws
  /// Checks that everything that was said had its use.
  func finish() throws
  /// Leaves the terminal as it was, whatever happened.
  func end()
}

/// What the user says after a guided session.
struct GuideAnswers {
  /// What was done, with the pain during it.
  let entries: [ExerciseEntry]
  /// Pain after it.
  private(set) var after: NPRSScore?
  /// How hard it felt.
  private(set) var effort: Effort?

  /// Asks, unless nothing was done or nothing of it counts.
  init(_ session: GuideSession, _ driver: any GuideDriver) throws {
    let steps = session.ending == .discarded ? [] : session.doneSteps
    guard !steps.isEmpty else {
      entries = []
      return
    }
    var pain: [Int: NPRSScore] = [:]
    for step in steps {
      let exercise = session.plan.steps[step].entry.exercise
      pain[step] = try GuideAnswers.ask("pain during \(exercise), 0-10", driver) {
        try NPRSScore($0, for: "pain during an exercise")
      }
    }
    entries = session.entries(pain: pain)
    after = try GuideAnswers.ask("pain after it, 0-10", driver) {
      try NPRSScore($0, for: "pain after the session")
    }
    effort = try GuideAnswers.ask("effort, 0-10 (CR10)", driver) { try Effort($0) }
  }

  /// An answer that can be read; nil for an empty one.
  private static func ask<Value>(
    _ question: String, _ driver: any GuideDriver, _ read: (String) throws -> Value
  ) throws -> Value? {
    while let text = try driver.answer(question) {
      let words = text.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
      if words.isEmpty { return nil }
      do {
        return try read(words)
      } catch let error as InputError {
        try driver.refuse(error)
      }
    }
    return nil
  }
}
