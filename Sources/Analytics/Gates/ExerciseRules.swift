import Core

// Rules about exercises done, and pain during them.

extension Criterion {
  func exerciseDays(_ slugs: [Slug], in context: GateContext) -> Judgement {
    let window = context.last(count("days"))
    let done = context.exercises(in: window)
    let wanted = slugs.map(context.base)
    let days = done.values.count { exercises in wanted.allSatisfy(exercises.contains) }
    let each = slugs.map { slug in
      Finding.ExerciseDays(
        exercise: slug, days: done.values.count { $0.contains(context.base(slug)) })
    }
    let sessions = context.sessions(of: slugs, in: window)
    return Judgement(
      isMet: days >= count("threshold"),
      .practice(.exerciseDays(days, since: window.lowerBound, each: slugs.count > 1 ? each : [])),
      entries: sessions.map(\.session.id))
  }

  func painDuring(_ slugs: [Slug], in context: GateContext) -> Judgement {
    let wanted = count("sessions")
    let last = context.sessions.filter { !context.entries($0, of: slugs).isEmpty }.suffix(wanted)
    let scores = last.compactMap { session in
      context.entries(session, of: slugs).compactMap(\.pain).max().map { (session, $0) }
    }
    let worst = scores.max { $0.1 < $1.1 }
    if let (session, pain) = worst, pain.tenths > (tenths["threshold"] ?? 0) {
      return Judgement(
        .notMet, finding: .pain(.during(pain, on: session.day)), entries: [session.session.id])
    }
    let ids = last.map(\.session.id)
    guard last.count == wanted, scores.count == wanted, let (_, pain) = worst,
      let first = last.first
    else {
      return Judgement(
        .unknown,
        finding: .pain(.unratedDuring(rated: scores.count, of: last.count, needed: wanted)),
        entries: ids)
    }
    return Judgement(
      .met, finding: .pain(.duringAtMost(pain, sessions: wanted, since: first.day)), entries: ids)
  }

  func sessionsOverDays(_ slugs: [Slug], in context: GateContext) -> Judgement {
    let found = context.sessionsInStage.filter { !context.entries($0, of: slugs).isEmpty }
    guard let first = found.first?.day, let last = found.last?.day else {
      return Judgement(.notMet, finding: .missing(.noSession(since: nil)))
    }
    let days = last.number - first.number + 1
    return Judgement(
      isMet: found.count >= count("threshold") && days >= count("days"),
      .practice(.sessions(found.count, first: first, last: last, days: days)),
      entries: found.map(\.session.id))
  }

  func sessionsAtPain(_ slugs: [Slug], in context: GateContext) -> Judgement {
    let found = context.sessionsInStage.filter { !context.entries($0, of: slugs).isEmpty }
    let scores = found.map { context.entries($0, of: slugs).compactMap(\.pain).max() }
    let good = scores.count { $0.map { $0.tenths <= tenths["pain"] ?? 0 } ?? false }
    let unrated = scores.count { $0 == nil }
    let state: CriterionResult.State =
      good >= count("threshold")
      ? .met : good + unrated >= count("threshold") ? .unknown : .notMet
    return Judgement(
      state,
      finding: .pain(
        .sessions(
          limit: number("pain"), atMost: good, above: scores.count - good - unrated,
          unrated: unrated)),
      entries: found.map(\.session.id))
  }

  func practiceShare(_ slug: Slug, in context: GateContext) -> Judgement {
    guard let routine = context.routines[slug] else {
      return Judgement(.unknown, finding: .missing(.noRoutine(slug)))
    }
    let window = context.last(count("days"))
    let days = context.exercises(in: window).values.count {
      routine.isPractised(by: $0, context.bases, share: context.practised)
    }
    let share = 100 * Double(days) / Double(count("days"))
    return Judgement(
      isMet: share + 1e-9 >= number("threshold"),
      .practice(
        .routine(
          days: days, of: count("days"), since: window.lowerBound, share: share,
          dayShare: 100 * context.practised)),
      entries: context.sessions(of: routine.steps.map(\.exercise), in: window).map(\.session.id))
  }

  func doneTogether(_ slugs: [Slug], with other: Slug, in context: GateContext) -> Judgement {
    let window = context.last(count("days"))
    let found = context.sessions(of: slugs, in: window)
    guard !found.isEmpty else {
      return Judgement(.unknown, finding: .missing(.noSession(since: window.lowerBound)))
    }
    let both = found.count { !context.entries($0, of: [other]).isEmpty }
    let share = 100 * Double(both) / Double(found.count)
    return Judgement(
      isMet: share + 1e-9 >= number("threshold"),
      .practice(.together(both, of: found.count, since: window.lowerBound, share: share)),
      entries: found.map(\.session.id))
  }

  func worseAfterSessions(_ context: GateContext) -> Judgement {
    let window = context.last(count("days"))
    let rated = context.sessions.filter {
      window.contains($0.day)
        && ($0.pain.riseAfter != nil || $0.pain.riseNextMorning != nil)
    }.suffix(count("of"))
    let worse = rated.filter { session in
      let rises = [session.pain.riseAfter, session.pain.riseNextMorning].compactMap(\.self)
      return rises.contains { $0 >= (tenths["threshold"] ?? 0) }
    }
    let ids = rated.map(\.session.id)
    guard rated.count >= count("sessions") else {
      return Judgement(
        .unknown, finding: .pain(.tooFewAround(rated.count, since: window.lowerBound)), entries: ids
      )
    }
    return Judgement(
      isMet: worse.count >= count("sessions"),
      .pain(.around(rated.map { Finding.DayPain(day: $0.day, pain: $0.pain) })), entries: ids)
  }
}
