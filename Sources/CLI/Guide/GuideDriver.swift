import Core

/// The other side of a guided session: a person at a terminal, or a script.
protocol GuideDriver {
  /// Runs the session until it is over.
  func guide(_ session: inout GuideSession) throws
  /// The answer to a question; nil when no more answers will come.
  func answer(_ question: String) throws -> String?
  /// Reports an unusable answer, so that the question is asked again.
  func refuse(_ error: InputError) throws
  /// Checks that all input was used.
  func finish() throws
  /// Restores the terminal, whatever happened.
  func end()
}

/// The answers given after a guided session.
struct GuideAnswers {
  /// What was done, with the pain during it.
  let entries: [ExerciseEntry]
  /// Pain after it.
  private(set) var after: NPRSScore?
  /// How hard it felt.
  private(set) var effort: Effort?

  /// Asks the questions, unless nothing was done or the user discarded it.
  init(_ session: GuideSession, driver: any GuideDriver) throws {
    let steps = session.ending == .discarded ? [] : session.doneSteps
    guard !steps.isEmpty else {
      entries = []
      return
    }
    var pain: [Int: NPRSScore] = [:]
    for step in steps {
      let exercise = session.plan.steps[step].entry.exercise
      pain[step] = try GuideAnswers.ask("pain during \(exercise), 0-10", driver: driver) {
        try NPRSScore($0, for: "pain during an exercise")
      }
    }
    entries = session.entries(pain: pain)
    after = try GuideAnswers.ask("pain after it, 0-10", driver: driver) {
      try NPRSScore($0, for: "pain after the session")
    }
    effort = try GuideAnswers.ask("effort, 0-10 (CR10)", driver: driver) { try Effort($0) }
  }

  /// Asks until the answer is valid; nil for an empty one.
  private static func ask<Value>(
    _ question: String, driver: any GuideDriver, read: (String) throws -> Value
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
