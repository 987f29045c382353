import Analytics
import Core

extension ResponseReport {
  /// How many sessions have each colour, then a sentence about each amber or red one.
  package var statements: [String] { [summary] + sessions.compactMap(sentence) }

  /// How many sessions have each colour.
  var summary: String {
    guard !sessions.isEmpty else {
      return "No sessions from \(days.lowerBound) to \(days.upperBound)."
    }
    let counts = ResponseColour.allCases.map { "\(count($0)) \($0.rawValue)" }
    let unknown = count(nil)
    return "\(Phrase.count(sessions.count, noun: "session")): \(counts.joined(separator: ", "))"
      + (unknown == 0 ? "." : ", \(unknown) without a colour.")
  }

  private func sentence(_ session: SessionResponse) -> String? {
    guard let colour = session.colour, colour > .green else { return nil }
    let day = session.rated.session.moment.day
    let flare = session.isInFlare ? ", in a flare" : ""
    let head = "\(day.weekdayName) \(day): \(colour.rawValue), \(session.response.why)\(flare)."
    guard !session.named.isEmpty else { return head + " No exercises were logged with it." }
    let lead = session.isAllNamed ? " No exercise stands out, so each is named:" : ""
    return head + lead + clauses(session.named).map { " \($0)." }.joined()
  }

  /// Each exercise with its last tolerated dose; exercises with the same answer share a clause.
  private func clauses(_ named: [ExerciseResponse]) -> [String] {
    var order: [String] = []
    var texts: [String: [String]] = [:]
    for exercise in named {
      let answer = toleratedText(exercise)
      if texts[answer] == nil { order.append(answer) }
      texts[answer, default: []].append(exercise.text)
    }
    return order.map { "\((texts[$0] ?? []).joined(separator: ", ")); \($0)" }
  }

  /// `last tolerated: 3x20s/side on 2026-11-13`, or that there is none.
  private func toleratedText(_ exercise: ExerciseResponse) -> String {
    guard let tolerated = exercise.lastTolerated else {
      return reach.map { "no tolerated dose since \($0)" } ?? "no tolerated dose in this log yet"
    }
    if exercise.isToleratedDose { return "the same was tolerated on \(tolerated.day)" }
    let dose = tolerated.dose.isEmpty ? "without a dose" : tolerated.dose
    return "last tolerated: \(dose) on \(tolerated.day)"
  }

  /// How the colours and columns are determined, with the source of each threshold.
  var remarks: [String] {
    var remarks = [
      "Pain during (the highest of the exercises) and after: up to \(Decimal.text(tenths: thresholds.fine)) is "
        + "green, up to \(Decimal.text(tenths: thresholds.tooMuch)) amber, above it red: \(ruleSource).",
      "The next morning against the score before: \(Decimal.text(tenths: thresholds.morning)) or more above is "
        + "amber, \(Decimal.text(tenths: thresholds.morningRed)) or more red: \(morningSource).",
      "The colour is the worst of what was rated; what was not rated stays a gap. It orders ratings "
        + "and does not judge an exercise.",
    ]
    if !exercises.isEmpty {
      remarks.append(
        "Rated, green, amber and red count an exercise's own ratings (pain=N); named, the amber or red "
          + "sessions that name it; tolerated is a dose of a green session or with its own rating "
          + "green.")
    }
    if sessions.contains(where: \.isInFlare) {
      remarks.append("\(Style.flareMark) marks sessions within a flare.")
    }
    return remarks
  }

  /// The source of the thresholds for pain during and after.
  var ruleSource: String {
    let rule =
      "the pain-monitoring rule (Silbernagel), tested in tendinopathy, not in low-back pain"
    return thresholds.isRuleStandard ? rule : "your settings; \(rule), has 3 and 5"
  }

  /// The source of the thresholds for the next morning.
  var morningSource: String {
    thresholds.isMorningStandard
      ? "the rule says worse, how much is our default"
      : "your settings; the rule says worse, our default is 1 and 2"
  }
}

extension ExerciseResponse {
  /// The exercise with its dose.
  fileprivate var text: String { dose.isEmpty ? exercise.text : "\(exercise) \(dose)" }
}

extension PainResponse {
  /// The reasons for the colour.
  package var why: String {
    if reasons.isEmpty, uncompared == nil {
      return "nothing rated during, after or on the next morning"
    }
    let morning = uncompared.map { "next morning \($0) not compared, no score before" }
    return (reasons.map(\.text) + (morning.map { [$0] } ?? [])).joined(separator: ", ")
  }
}

extension PainResponse.Part {
  /// `pain after 4`, `next morning 5, 1 above before`.
  fileprivate var text: String {
    switch time {
    case .during: return "pain during \(score)"
    case .after: return "pain after \(score)"
    case .nextMorning(let rise):
      let size = Decimal.text(tenths: abs(rise))
      let against = rise == 0 ? "as before" : "\(size) \(rise > 0 ? "above" : "below") before"
      return "next morning \(score), \(against)"
    }
  }
}
