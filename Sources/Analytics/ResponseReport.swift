import Core

/// The 24-hour response: for each session of a window the pain before, during, after and the next morning,
/// its colour, and for the exercises of amber and red sessions the last tolerated dose.
package struct ResponseReport: Sendable {
  /// One exercise across the sessions of the window.
  package struct Exercise: Equatable, Sendable {
    /// The exercise.
    package let exercise: Slug
    /// How many sessions include it.
    package var sessions = 0
    /// How many of its own ratings (`pain=`) are green, amber and red, one per session.
    package var colours: [ResponseColour: Int] = [:]
    /// How many amber or red sessions name it.
    package var named = 0
    /// The latest tolerated dose at the end of the window.
    package var lastTolerated: ToleratedDose?

    /// How many sessions have a rating for it.
    package var rated: Int { colours.values.reduce(0, +) }
  }

  /// How many days before the window are searched for tolerated doses (our default).
  package static let lookBack = 364

  /// The first and the last day of the window.
  package let days: ClosedRange<Day>
  /// The sessions of the window, oldest first.
  package let sessions: [SessionResponse]
  /// The exercises of those sessions, sorted by name.
  package let exercises: [Exercise]
  /// The thresholds.
  package let thresholds: ResponseThresholds
  /// The flares that overlap the window, oldest first.
  package let flares: [Flare]
  /// The first day that was searched; nil when the whole log up to the window was.
  package let reach: Day?

  /// - Parameters:
  ///   - rated: sessions in any order; those before the window only provide tolerated doses.
  ///   - logBegins: the day of the first entry in the log.
  package init(
    _ rated: [RatedSession], days: ClosedRange<Day>, flares: [Flare], logBegins: Day?,
    thresholds: ResponseThresholds = .standard
  ) {
    self.days = days
    self.thresholds = thresholds
    self.flares = flares
    let first = days.lowerBound.adding(-ResponseReport.lookBack)
    reach = logBegins.flatMap { $0 < first ? first : nil }
    var doses = ToleratedDoses()
    let ordered = rated.sorted {
      ($0.session.moment.utc, $0.session.id) < ($1.session.moment.utc, $1.session.id)
    }
    sessions = ordered.map { doses.next($0, thresholds: thresholds, flares: flares) }
      .filter { days.contains($0.rated.session.moment.day) }
    var found: [Slug: Exercise] = [:]
    for exercise in sessions.flatMap(\.exercises) {
      var aggregate = found[exercise.exercise] ?? Exercise(exercise: exercise.exercise)
      aggregate.sessions += 1
      if let colour = exercise.colour { aggregate.colours[colour, default: 0] += 1 }
      if exercise.named != nil { aggregate.named += 1 }
      aggregate.lastTolerated = doses.last[exercise.exercise]
      found[exercise.exercise] = aggregate
    }
    exercises = found.values.sorted { $0.exercise < $1.exercise }
  }

  /// The exercises that no amber or red session names and that have a tolerated dose.
  package var tolerated: [Exercise] {
    exercises.filter { $0.named == 0 && $0.lastTolerated != nil }
  }

  /// The exercises named by amber or red sessions, most often first.
  package var mostNamed: [Exercise] {
    exercises.filter { $0.named > 0 }.sorted { $0.named > $1.named }
  }

  /// How many sessions have a colour.
  package func count(_ colour: ResponseColour?) -> Int { sessions.count { $0.colour == colour } }
}
