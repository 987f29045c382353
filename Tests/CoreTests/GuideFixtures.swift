import Core

/// Routines written down as they are typed, for guided sessions.
enum GuideFixtures {
  private static let index = Catalogue().index

  /// The plan of a routine.
  static func plan(_ routine: Routine, ready: Int) throws -> GuidePlan {
    GuidePlan(routine, exercises: index, ready: ready)
  }

  /// A routine with these steps.
  static func routine(_ steps: [String], rest: Int? = nil) throws -> Routine {
    let parser = EntryParser(exercises: index)
    return Routine(
      slug: Slug(stored: "test"), title: "Test", program: nil, doseSource: "default", duration: nil,
      steps: try steps.flatMap { try parser.parse([$0]) }, rest: rest)
  }

  /// The plan of a routine with these steps.
  static func plan(_ steps: String..., rest: Int? = nil, ready: Int = 5) throws -> GuidePlan {
    try plan(try routine(steps, rest: rest), ready: ready)
  }

  /// A session with these steps that has just begun.
  static func session(_ steps: String..., rest: Int? = nil, ready: Int = 5) throws -> GuideSession {
    var session = GuideSession(try plan(try routine(steps, rest: rest), ready: ready))
    session.press(.space)
    return session
  }
}
