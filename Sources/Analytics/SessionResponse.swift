import Core

/// A dose after which pain stayed low, and where it is in the log.
package struct ToleratedDose: Equatable, Sendable {
  /// The dose as it is typed; empty when none was given.
  package let dose: String
  /// The user's day.
  package let day: Day
  /// The session.
  package let session: EntryID
}

/// Why an exercise of an amber or red session is named.
package enum NamedFor: String, Sendable {
  /// The pain during it was above the lower threshold.
  case pain
  /// Its dose is not the one of the last green session with it.
  case changed
  /// No green session before has it.
  case new
  /// Nothing tells the exercises of the session apart.
  case all
}

/// One exercise of a session and how it stands.
package struct ExerciseResponse: Equatable, Sendable {
  /// The exercise.
  package let exercise: Slug
  /// Its dose as it is typed, several joined by a plus; empty when none was given.
  package let dose: String
  /// The highest pain during it, when rated.
  package let pain: NPRSScore?
  /// The colour of that pain.
  package let colour: ResponseColour?
  /// Why it is named, in an amber or red session.
  package var named: NamedFor?
  /// The newest dose before this session that was tolerated: in a green session, or with its own pain
  /// in the green.
  package var lastTolerated: ToleratedDose?

  /// The exercises of a session, each once, in order.
  static func all(of session: Session, _ thresholds: ResponseThresholds) -> [ExerciseResponse] {
    var order: [Slug] = []
    var entries: [Slug: [ExerciseEntry]] = [:]
    for entry in session.entries {
      if entries[entry.exercise] == nil { order.append(entry.exercise) }
      entries[entry.exercise, default: []].append(entry)
    }
    return order.map { exercise in
      let own = entries[exercise] ?? []
      let pain = own.compactMap(\.pain).max()
      return ExerciseResponse(
        exercise: exercise,
        dose: own.map(\.fullDose).filter { !$0.isEmpty }.sorted().joined(separator: " + "),
        pain: pain, colour: pain.map { thresholds.colour(of: $0) })
    }
  }

  /// Whether the last tolerated dose is the one of this session.
  package var isToleratedDose: Bool { lastTolerated?.dose == dose }
}

/// One session, what its ratings come to, and the exercises that it names.
package struct SessionResponse: Sendable {
  /// The session with the pain around it.
  package let rated: RatedSession
  /// What the ratings come to.
  package let response: PainResponse
  /// Its exercises.
  package let exercises: [ExerciseResponse]
  /// Whether it was within a flare.
  package let isInFlare: Bool

  /// The colour; nil when nothing was rated that could have one.
  package var colour: ResponseColour? { response.colour }

  /// The exercises that are named, in an amber or red session.
  package var named: [ExerciseResponse] { exercises.filter { $0.named != nil } }

  /// Whether several are named because nothing tells them apart.
  package var isAllNamed: Bool { named.count > 1 && named.allSatisfy { $0.named == .all } }
}

/// What earlier sessions say of each exercise, gathered session by session, oldest first.
struct ToleratedDoses {
  private var lastGreen: [Slug: String] = [:]
  private(set) var last: [Slug: ToleratedDose] = [:]

  /// The response to the next session, which from then on counts as an earlier one.
  mutating func next(
    _ rated: RatedSession, _ thresholds: ResponseThresholds, flares: [Flare]
  ) -> SessionResponse {
    let response = PainResponse(rated, thresholds)
    var exercises = ExerciseResponse.all(of: rated.session, thresholds)
    for index in exercises.indices {
      exercises[index].lastTolerated = last[exercises[index].exercise]
    }
    if let colour = response.colour, colour > .green { name(&exercises) }
    for exercise in exercises { remember(exercise, rated.session, response) }
    return SessionResponse(
      rated: rated, response: response, exercises: exercises,
      isInFlare: flares.contains { $0.covers(rated.session.moment) })
  }

  /// Names the exercises whose own pain was above the threshold; else, of those without a rating of
  /// their own, the ones with another dose than in the last green session; else all of these. Where
  /// every exercise was rated and none above the threshold, all of them are looked at.
  private func name(_ exercises: inout [ExerciseResponse]) {
    let painful = exercises.indices.filter { exercises[$0].colour.map { $0 > .green } ?? false }
    guard painful.isEmpty else {
      for index in painful { exercises[index].named = .pain }
      return
    }
    let unrated = exercises.indices.filter { exercises[$0].pain == nil }
    let candidates = unrated.isEmpty ? Array(exercises.indices) : unrated
    for index in candidates {
      let dose = lastGreen[exercises[index].exercise]
      if dose != exercises[index].dose { exercises[index].named = dose == nil ? .new : .changed }
    }
    guard candidates.allSatisfy({ exercises[$0].named == nil }) else { return }
    for index in candidates { exercises[index].named = .all }
  }

  private mutating func remember(
    _ exercise: ExerciseResponse, _ session: Session, _ response: PainResponse
  ) {
    let colour = response.colour
    if colour == .green { lastGreen[exercise.exercise] = exercise.dose }
    // A green rating of its own says nothing where the session was worse after it or the next morning.
    let isSpared = exercise.colour == .green && exercise.named == nil && !response.isWorseLater
    if colour == .green || isSpared {
      last[exercise.exercise] = ToleratedDose(
        dose: exercise.dose, day: session.moment.day, session: session.id)
    }
  }
}
