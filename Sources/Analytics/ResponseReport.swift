import Core

/// The 24-hour response: for each session of a window the pain before, during, after and on the next
/// morning, its colour, and for the exercises of amber and red sessions the last tolerated dose.
package struct ResponseReport: Sendable {
  /// One exercise over the sessions of the window.
  package struct Exercise: Equatable, Sendable {
    /// The exercise.
    package let exercise: Slug
    /// In how many sessions it was done.
    package var sessions = 0
    /// How many of its own ratings (`pain=`) are green, amber and red, a session counting once.
    package var colours: [ResponseColour: Int] = [:]
    /// In how many amber or red sessions it was named.
    package var named = 0
    /// The newest dose that was tolerated, as of the end of the window.
    package var lastTolerated: ToleratedDose?

    /// In how many sessions it had a rating of its own.
    package var rated: Int { colours.values.reduce(0, +) }
  }

  /// How many days before the window are looked at for tolerated doses (our default).
  package static let lookBack = 364

  /// The first and the last day of the window.
  package let days: ClosedRange<Day>
  /// The sessions of the window, oldest first.
  package let sessions: [SessionResponse]
  /// The exercises of those sessions, by name.
  package let exercises: [Exercise]
  /// The thresholds.
  package let thresholds: ResponseThresholds
  /// The flares that touch the window, oldest first.
  package let flares: [Flare]
  /// The first day that was looked at; nil when that is the whole log up to the window.
  package let reach: Day?

  /// A report on the days of a window.
  ///
  /// - Parameters:
  ///   - rated: sessions in any order; those before the window only say what was tolerated then.
  ///   - logBegins: the day of the first entry of the log.
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
    sessions = ordered.map { doses.next($0, thresholds, flares: flares) }
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

  /// How many sessions have a colour.
  package func count(_ colour: ResponseColour?) -> Int { sessions.count { $0.colour == colour } }
}

extension ResponseReport {
  /// How many sessions have which colour, then a sentence on each amber or red one.
  package var statements: [String] {
    [summary] + sessions.compactMap(statement)
  }

  private var summary: String {
    guard !sessions.isEmpty else {
      return "No sessions from \(days.lowerBound) to \(days.upperBound)."
    }
    let counts = ResponseColour.allCases.map { "\(count($0)) \($0.rawValue)" }
    let unknown = count(nil)
    let noun = sessions.count == 1 ? "1 session" : "\(sessions.count) sessions"
    return "\(noun): \(counts.joined(separator: ", "))"
      + (unknown == 0 ? "." : ", \(unknown) without a colour.")
  }

  private func statement(_ session: SessionResponse) -> String? {
    guard let colour = session.colour, colour > .green else { return nil }
    let day = session.rated.session.moment.day
    let flare = session.isInFlare ? ", in a flare" : ""
    let head = "\(day.weekdayName) \(day): \(colour.rawValue), \(session.response.why)\(flare)."
    guard !session.named.isEmpty else { return head + " No exercises were logged with it." }
    let alike = session.named.count > 1 && session.named.allSatisfy { $0.named == .all }
    let lead = alike ? " No exercise stands out, so each is named:" : ""
    return head + lead + clauses(session.named).map { " \($0)." }.joined()
  }

  /// Each named exercise with its last tolerated dose; those that share the answer in one clause.
  private func clauses(_ named: [ExerciseResponse]) -> [String] {
    var order: [String] = []
    var texts: [String: [String]] = [:]
    for exercise in named {
      let tolerated = exercise.lastTolerated
      let isSame = tolerated.map { $0.dose == exercise.dose } ?? false
      let answer =
        isSame
        ? tolerated.map { "the same was tolerated on \($0.day)" } ?? "" : toleratedText(tolerated)
      if texts[answer] == nil { order.append(answer) }
      texts[answer, default: []].append(exercise.text)
    }
    return order.map { "\((texts[$0] ?? []).joined(separator: ", ")); \($0)" }
  }

  /// `last tolerated: 3x20s/side on 2026-11-13`, or that there is none.
  private func toleratedText(_ tolerated: ToleratedDose?) -> String {
    guard let tolerated else {
      return reach.map { "no tolerated dose since \($0)" } ?? "no tolerated dose in this log yet"
    }
    let dose = tolerated.dose.isEmpty ? "without a dose" : tolerated.dose
    return "last tolerated: \(dose) on \(tolerated.day)"
  }

  /// What the colours rest on, with the source of each threshold.
  package var notes: [String] {
    [
      "Pain during (the highest of the exercises) and after: up to \(points(thresholds.fine)) is "
        + "green, up to \(points(thresholds.tooMuch)) amber, above it red: \(ruleSource).",
      "The next morning against the score before: \(points(thresholds.morning)) or more above is "
        + "amber, \(points(thresholds.morningRed)) or more red: \(morningSource).",
      "The colour is the worst of what was rated; what was not rated stays a gap. It orders ratings "
        + "and does not judge an exercise.",
    ]
  }

  /// Where the thresholds of pain during and after come from.
  package var ruleSource: String {
    let rule =
      "the pain-monitoring rule (Silbernagel), tested in tendinopathy, not in low-back pain"
    let own =
      (thresholds.fine, thresholds.tooMuch)
      != (ResponseThresholds.standard.fine, ResponseThresholds.standard.tooMuch)
    return own ? "your settings; \(rule), has 3 and 5" : rule
  }

  /// Where the thresholds of the next morning come from.
  package var morningSource: String {
    let standard = ResponseThresholds.standard
    let own =
      (thresholds.morning, thresholds.morningRed) != (standard.morning, standard.morningRed)
    return own
      ? "your settings; the rule says worse, our default is 1 and 2"
      : "the rule says worse, how much is our default"
  }

  private func points(_ tenths: Int) -> String { number(Double(tenths) / 10) }
}
