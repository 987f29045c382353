import Analytics
import Core

extension Evidence {
  /// The finding, as part of a sentence.
  package var sentence: String { finding.sentence }
}

extension Finding {
  fileprivate var sentence: String {
    switch self {
    case .missing(let missing): missing.sentence
    case .practice(let practice): practice.sentence
    case .pain(let pain): pain.sentence
    case .measured(let measured): measured.sentence
    case .answeredYes(let day): "answered yes " + (day.map { "on \($0)" } ?? "now")
    }
  }
}

extension Finding.Missing {
  fileprivate var sentence: String {
    switch self {
    case .noStage: "no stage has been begun"
    case .youngStage(let days, let until): "the last \(days) days are its first until \(until)"
    case .nothing: "none in the log"
    case .noRating(let day): "no rating since \(day)"
    case .noSession(let day):
      "no session with them " + (day.map { "since \($0)" } ?? "in this stage")
    case .notMeasured(let day): "not measured " + (day.map { "since \($0)" } ?? "yet")
    case .noRoutine(let routine): "there is no routine '\(routine)' any more"
    case .noProtocol(let day): "no protocol was followed on all days since \(day)"
    case .tooSoon(let days, let day): "\(days) days are not over since \(day)"
    }
  }
}

extension Finding.Practice {
  fileprivate var sentence: String {
    switch self {
    case .daysInStage(let days, let day): return "\(Phrase.count(days, noun: "day")) since \(day)"
    case .exerciseDays(let days, let day, let each):
      let single = each.map { "\($0.exercise) \($0.days)" }.joined(separator: ", ")
      return "\(Phrase.count(days, noun: "day")) since \(day)"
        + (each.isEmpty ? "" : " (\(single))")
    case .sessions(let count, let first, let last, let days):
      return "\(Phrase.count(count, noun: "session")) from \(first) to \(last) "
        + "(\(Phrase.count(days, noun: "day")))"
    case .together(let both, let sessions, let day, let share):
      return
        "\(both) of \(Phrase.count(sessions, noun: "session")) since \(day) (\(share.percentText) %)"
    case .routine(let days, let all, let day, let share, let dayShare):
      return "\(days) of \(all) days since \(day) (\(share.percentText) %; a day counts with "
        + "\(dayShare.percentText) % of its exercises)"
    case .plan(let share, let day, let trend):
      return "\(share.percentText) % of the plan since \(day)" + (trend?.text ?? "")
    }
  }
}

extension Finding.PainTrend {
  fileprivate var text: String {
    switch self {
    case .tooFewRatings(let shortage):
      ", but its first and last week need \(shortage.needed) ratings each (\(shortage.then) and "
        + "\(shortage.now))"
    case .medians(let first, let last):
      "; median pain \(first.text()) in its first week, \(last.text()) in its last"
    }
  }
}

extension Finding.Pain {
  fileprivate var sentence: String {
    switch self {
    case .highest(let score, let day, let n):
      "highest \(score) on \(day) (\(Phrase.count(n, noun: "rating")))"
    case .rated(let score, let day, let n): "pain \(score) on \(day)" + times(n)
    case .woke(let score, let day, let n): "on \(day), pain \(score)" + times(n)
    case .reported(let sites, let score, let day, let n):
      "\(sites.map(\.description).joined(separator: ", ")) on \(day), pain \(score)" + times(n)
    case .medians(let now, let then): now.text(places: 2, then)
    case .tooFewRatings(let shortage, let days):
      "needs \(shortage.needed) ratings \(shortage.text(days))"
    case .during(let score, let day): "pain \(score) on \(day)"
    case .duringAtMost(let score, let sessions, let day):
      "at most \(score) in \(Phrase.count(sessions, noun: "session")) since \(day)"
    case .unratedDuring(let rated, let sessions, let needed):
      "\(rated) of the last \(Phrase.count(sessions, noun: "session")) say how much it hurt during them "
        + "(pain=N); \(needed) are needed"
    case .sessions(let limit, let atMost, let above, let unrated):
      "\(Phrase.count(atMost, noun: "session")) at \(limit.text()) or less, \(above) above, \(unrated) "
        + "without pain=N"
    // The latest are enough for people; a setting may ask for hundreds.
    case .around(let days): days.suffix(5).map(\.text).joined(separator: "; ")
    case .tooFewAround(let count, let day):
      "\(Phrase.count(count, noun: "session")) rated before and after since \(day)"
    }
  }

  private func times(_ n: Int) -> String { n > 1 ? ", \(n) such ratings" : "" }
}

extension Finding.DayPain {
  fileprivate var text: String {
    "\(day) \(pain.before?.description ?? "") to \(pain.after?.description ?? "–")"
      + (pain.nextMorning.map { ", next morning \($0)" } ?? "")
  }
}

extension Finding.Measured {
  fileprivate var sentence: String {
    switch self {
    case .oneSide(let value?, let day):
      "\(value.text(places: 1)) s on the one side measured since \(day)"
    case .oneSide(nil, let day): "only one side measured since \(day)"
    case .holds(let left, let right, let apart):
      "left \(left.text(places: 1)) s, right \(right.text(places: 1)) s, \(apart.text(places: 1)) % "
        + "apart"
    case .pain(let measurements):
      measurements.map { "\($0.moment.day) \($0.painText ?? "pain not said")" }
        .joined(separator: ", ")
    case .newest(let sides): sides.map(\.text).joined(separator: ", ")
    case .medians(let now, let then): now.text(places: 1, then)
    case .tooFewDays(let factor, let shortage, let days):
      "needs \(shortage.needed) days with '\(factor)' \(shortage.text(days))"
    }
  }
}

extension Finding.SideMeasurement {
  fileprivate var text: String {
    (side.map { "\($0.rawValue) " } ?? "")
      + (measurement.map { "\($0.valueText) on \($0.moment.day)" } ?? "not measured")
  }
}

extension Finding.WindowMedian {
  fileprivate func text(places: Int, _ then: Self) -> String {
    "median \(value.text(places: places)) since \(days.lowerBound) (n \(n)), "
      + "\(then.value.text(places: places)) from \(then.days.lowerBound) to "
      + "\(then.days.upperBound) (n \(then.n))"
  }
}

extension Finding.Shortage {
  fileprivate func text(_ days: Int) -> String {
    "at both ends: \(now) in the last \(days) days, \(then) in the first"
  }
}
