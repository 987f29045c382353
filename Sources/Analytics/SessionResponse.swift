import Core

/// A dose after which pain stayed low, and where it is in the log.
package struct ToleratedDose: Equatable, Sendable {
  /// The dose as typed; empty when none was given.
  package let dose: String
  /// The user's day.
  package let day: Day
  /// The session.
  package let session: EntryID
}

/// Why an amber or red session names an exercise.
package enum NamedFor: String, Sendable {
  /// The pain during it was above the lower threshold.
  case pain
  /// Its dose differs from that in the last green session.
  case changed
  /// It was in no green session before.
  case new
  /// Nothing distinguishes the exercises of the session.
  case all
}

/// One exercise of a session.
package struct ExerciseResponse: Equatable, Sendable {
  /// The exercise.
  package let exercise: Slug
  /// Its dose as typed, several joined by a plus; empty when none was given.
  package let dose: String
  /// The highest pain during it, if rated.
  package let pain: NPRSScore?
  /// The colour of that pain.
  package let colour: ResponseColour?
  /// Why an amber or red session names it.
  package var named: NamedFor?
  /// The latest tolerated dose before this session: in a green session, or with green pain of its own.
  package var lastTolerated: ToleratedDose?

  /// The exercises of a session in order, each once.
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

  /// Whether the last tolerated dose equals that of this session.
  package var isToleratedDose: Bool { lastTolerated?.dose == dose }
}

/// One session, its response, and the exercises it names.
package struct SessionResponse: Sendable {
  /// The session with its ratings.
  package let rated: RatedSession
  /// What the ratings come to.
  package let response: PainResponse
  /// Its exercises.
  package let exercises: [ExerciseResponse]
  /// Whether it was during a flare.
  package let isInFlare: Bool

  /// The colour; nil when nothing that has a colour was rated.
  package var colour: ResponseColour? { response.colour }

  /// The exercises that an amber or red session names.
  package var named: [ExerciseResponse] { exercises.filter { $0.named != nil } }

  /// Whether several are named because nothing distinguishes them.
  package var isAllNamed: Bool { named.count > 1 && named.allSatisfy { $0.named == .all } }
}

/// The tolerated doses so far, collected session by session, oldest first.
struct ToleratedDoses {
  private var lastGreen: [Slug: String] = [:]
  private(set) var last: [Slug: ToleratedDose] = [:]

  /// The response to the next session, which is then one of the earlier ones.
  mutating func next(
    _ rated: RatedSession, thresholds: ResponseThresholds, flares: [Flare]
  ) -> SessionResponse {
    let response = PainResponse(rated, thresholds: thresholds)
    var exercises = ExerciseResponse.all(of: rated.session, thresholds)
    for index in exercises.indices {
      exercises[index].lastTolerated = last[exercises[index].exercise]
    }
    if let colour = response.colour, colour > .green { name(&exercises) }
    for exercise in exercises { remember(exercise, session: rated.session, response: response) }
    return SessionResponse(
      rated: rated, response: response, exercises: exercises,
      isInFlare: flares.contains { $0.covers(rated.session.moment) })
  }

  /// Names the exercises whose own pain was above the threshold. If there are none, names those without a
  /// rating whose dose differs from the last green session; if there are none either, all without a rating.
  /// If every exercise was rated below the threshold, all of them are named.
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
    _ exercise: ExerciseResponse, session: Session, response: PainResponse
  ) {
    let colour = response.colour
    if colour == .green { lastGreen[exercise.exercise] = exercise.dose }
    // A green rating of its own does not count where pain was worse after the session or the next morning.
    let isSpared = exercise.colour == .green && exercise.named == nil && !response.isWorseLater
    if colour == .green || isSpared {
      last[exercise.exercise] = ToleratedDose(
        dose: exercise.dose, day: session.moment.day, session: session.id)
    }
  }
}
