import Analytics
import Core

private typealias Facts = [(String, JSON)]

extension Evidence {
  /// The numbers, dates and entry ids behind the sentence.
  var facts: JSON {
    .object(finding.facts + [("ids", .array(entries.map { .string($0.description) }))])
  }
}

extension Finding {
  fileprivate var facts: Facts {
    switch self {
    case .missing(let missing): missing.facts
    case .practice(let practice): practice.facts
    case .pain(let pain): pain.facts
    case .measured(let measured): measured.facts
    case .answeredYes(let day): [("day", JSON(day))]
    }
  }
}

extension Finding.Missing {
  fileprivate var facts: Facts {
    switch self {
    case .noStage: []
    case .youngStage(let days, let until): [("days", .integer(days)), ("until", JSON(until))]
    case .nothing: [("n", .integer(0))]
    case .noRating(let day): [("n", .integer(0)), ("since", JSON(day))]
    case .noSession(let day): [("sessions", .integer(0)), ("since", JSON(day))]
    case .notMeasured(let day): [("n", .integer(0)), ("since", JSON(day))]
    case .noRoutine(let routine): [("routine", .string(routine.text))]
    case .noProtocol(let day): [("since", JSON(day))]
    case .tooSoon(let days, let day): [("days", .integer(days)), ("since", JSON(day))]
    }
  }
}

extension Finding.Practice {
  fileprivate var facts: Facts {
    switch self {
    case .daysInStage(let days, let day): [("days", .integer(days)), ("since", JSON(day))]
    case .exerciseDays(let days, let day, let each):
      [
        ("days", .integer(days)), ("since", JSON(day)),
        ("exercises", .object(each.map { ($0.exercise.text, .integer($0.days)) })),
      ]
    case .sessions(let count, let first, let last, let days):
      [
        ("sessions", .integer(count)), ("from", JSON(first)), ("to", JSON(last)),
        ("days", .integer(days)),
      ]
    case .together(let both, let sessions, let day, let share):
      [
        ("together", .integer(both)), ("sessions", .integer(sessions)), ("since", JSON(day)),
        ("percent", .number(share)),
      ]
    case .routine(let days, let all, let day, let share, let dayShare):
      [
        ("days", .integer(days)), ("of", .integer(all)), ("since", JSON(day)),
        ("percent", .number(share)), ("dayPercent", .number(dayShare)),
      ]
    case .plan(let share, let day, let trend):
      [("percent", .number(share)), ("since", JSON(day))] + (trend?.facts ?? [])
    }
  }
}

extension Finding.PainTrend {
  fileprivate var facts: Facts {
    switch self {
    case .tooFewRatings(let shortage): shortage.facts
    case .medians(let first, let last):
      [("firstMedian", .number(first)), ("lastMedian", .number(last))]
    }
  }
}

extension Finding.Pain {
  fileprivate var facts: Facts {
    func rating(_ score: NPRSScore, day: Day) -> Facts {
      [("pain", .number(score.points)), ("day", JSON(day))]
    }
    switch self {
    case .highest(let score, let day, let n), .rated(let score, let day, let n),
      .woke(let score, let day, let n):
      return rating(score, day: day) + [("n", .integer(n))]
    case .reported(let sites, let score, let day, let n):
      return rating(score, day: day)
        + [("sites", .array(sites.map { .string($0.description) })), ("n", .integer(n))]
    case .medians(let now, let then): return now.facts(then)
    case .tooFewRatings(let shortage, let days): return shortage.facts + [("days", .integer(days))]
    case .during(let score, let day): return rating(score, day: day)
    case .duringAtMost(let score, let sessions, let day):
      return [
        ("pain", .number(score.points)), ("sessions", .integer(sessions)), ("since", JSON(day)),
      ]
    case .unratedDuring(let rated, let sessions, let needed):
      return [
        ("rated", .integer(rated)), ("sessions", .integer(sessions)), ("needed", .integer(needed)),
      ]
    case .sessions(let limit, let atMost, let above, let unrated):
      return [
        ("limit", .number(limit)), ("atMost", .integer(atMost)), ("above", .integer(above)),
        ("unrated", .integer(unrated)),
      ]
    case .around(let days): return [("sessions", .array(days.map(\.fact)))]
    case .tooFewAround(let count, let day):
      return [("rated", .integer(count)), ("since", JSON(day))]
    }
  }
}

extension Finding.DayPain {
  fileprivate var fact: JSON {
    .object([
      ("day", JSON(day)), ("before", JSON(pain.before?.points)),
      ("after", JSON(pain.after?.points)), ("nextMorning", JSON(pain.nextMorning?.points)),
    ])
  }
}

extension Finding.Measured {
  fileprivate var facts: Facts {
    switch self {
    case .oneSide(let value, let day): [("seconds", JSON(value)), ("since", JSON(day))]
    case .holds(let left, let right, let apart):
      [("left", .number(left)), ("right", .number(right)), ("percentApart", .number(apart))]
    case .pain(let measurements): [("measurements", .array(measurements.map(\.fact)))]
    case .newest(let sides):
      [("measurements", .array(sides.compactMap(\.measurement?.fact)))]
    case .medians(let now, let then): now.facts(then)
    case .tooFewDays(let factor, let shortage, let days):
      [("factor", .string(factor.text))] + shortage.facts + [("days", .integer(days))]
    }
  }
}

extension Measurement {
  fileprivate var fact: JSON {
    .object([
      ("day", JSON(moment.day)), ("side", JSON(side?.rawValue)), ("value", .number(value)),
      ("unit", .string(kind.unit.rawValue)), ("pain", JSON(pain?.points)),
    ])
  }
}

extension Finding.WindowMedian {
  fileprivate func facts(_ then: Self) -> Facts {
    [
      ("median", .number(value)), ("since", JSON(days.lowerBound)), ("n", .integer(n)),
      ("earlierMedian", .number(then.value)), ("earlierFrom", JSON(then.days.lowerBound)),
      ("earlierTo", JSON(then.days.upperBound)), ("earlierN", .integer(then.n)),
    ]
  }
}

extension Finding.Shortage {
  fileprivate var facts: Facts {
    [("needed", .integer(needed)), ("n", .integer(now)), ("earlierN", .integer(then))]
  }
}
