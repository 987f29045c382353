import Core

// The rules on what was done, and how much it hurt.

extension Criterion {
  func exerciseDays(_ slugs: [Slug], _ context: GateContext) -> (CriterionResult.State, String) {
    let window = context.last(count("days"))
    let done = context.exercises(in: window)
    let wanted = slugs.map(context.base)
    let days = done.values.count { exercises in wanted.allSatisfy(exercises.contains) }
    var text = "\(counted(days, "day")) since \(window.lowerBound)"
    if slugs.count > 1 {
      let single = slugs.map { slug in
        "\(slug) \(done.values.count { $0.contains(context.base(slug)) })"
      }
      text += " (\(single.joined(separator: ", ")))"
    }
    return (days >= count("threshold") ? .met : .notMet, text)
  }

  func painDuring(_ slugs: [Slug], _ context: GateContext) -> (CriterionResult.State, String) {
    let wanted = count("sessions")
    let last = context.sessions.filter { !context.entries($0, of: slugs).isEmpty }.suffix(wanted)
    let scores = last.compactMap { session in
      context.entries(session, of: slugs).compactMap(\.pain).max().map { (session.day, $0) }
    }
    if let worst = scores.max(by: { $0.1 < $1.1 }), worst.1.tenths > (tenths["threshold"] ?? 0) {
      return (.notMet, "pain \(worst.1) on \(worst.0)")
    }
    guard last.count == wanted, scores.count == wanted, let worst = scores.map(\.1).max() else {
      return (
        .unknown,
        "\(scores.count) of the last \(counted(last.count, "session")) say how much it hurt during "
          + "them (pain=N); \(wanted) are needed"
      )
    }
    let since = last.first.map { "\($0.day)" } ?? ""
    return (.met, "at most \(worst) in \(counted(wanted, "session")) since \(since)")
  }

  func sessionsOverDays(_ slugs: [Slug], _ context: GateContext) -> (CriterionResult.State, String)
  {
    let found = context.sessionsInStage.filter { !context.entries($0, of: slugs).isEmpty }
    guard let first = found.first?.day, let last = found.last?.day else {
      return (.notMet, "no session with them in this stage")
    }
    let days = last.number - first.number + 1
    let isMet = found.count >= count("threshold") && days >= count("days")
    return (
      isMet ? .met : .notMet,
      "\(counted(found.count, "session")) from \(first) to \(last) (\(counted(days, "day")))"
    )
  }

  func sessionsAtPain(_ slugs: [Slug], _ context: GateContext) -> (CriterionResult.State, String) {
    let found = context.sessionsInStage.map { context.entries($0, of: slugs) }.filter {
      !$0.isEmpty
    }
    let limit = tenths["pain"] ?? 0
    let scores = found.map { $0.compactMap(\.pain).max() }
    let good = scores.count { $0.map { $0.tenths <= limit } ?? false }
    let unrated = scores.count { $0 == nil }
    let bad = scores.count - good - unrated
    let text =
      "\(counted(good, "session")) at \(tenthsText(tenths["pain"] ?? 0)) or less, \(bad) above, "
      + "\(unrated) without pain=N"
    if good >= count("threshold") { return (.met, text) }
    return (good + unrated >= count("threshold") ? .unknown : .notMet, text)
  }

  func practiceShare(_ slug: Slug, _ context: GateContext) -> (CriterionResult.State, String) {
    guard let routine = context.routines[slug] else {
      return (.unknown, "there is no routine '\(slug)' any more")
    }
    let window = context.last(count("days"))
    let days = context.exercises(in: window).values.count {
      routine.isPractised(by: $0, context.bases, share: context.practised)
    }
    let share = 100 * Double(days) / Double(count("days"))
    return (
      share + 1e-9 >= number("threshold") ? .met : .notMet,
      "\(days) of \(count("days")) days since \(window.lowerBound) "
        + "(\(percentText(share)) %; a day counts with \(percentText(100 * context.practised)) % of its "
        + "exercises)"
    )
  }

  func doneTogether(
    _ slugs: [Slug], with other: Slug, _ context: GateContext
  ) -> (CriterionResult.State, String) {
    let window = context.last(count("days"))
    let found = context.sessions.filter {
      window.contains($0.day) && !context.entries($0, of: slugs).isEmpty
    }
    guard !found.isEmpty else {
      return (.unknown, "no session with them since \(window.lowerBound)")
    }
    let both = found.count { !context.entries($0, of: [other]).isEmpty }
    let share = 100 * Double(both) / Double(found.count)
    return (
      share + 1e-9 >= number("threshold") ? .met : .notMet,
      "\(both) of \(counted(found.count, "session")) since \(window.lowerBound) "
        + "(\(percentText(share)) %)"
    )
  }

  func worseAfterSessions(_ context: GateContext) -> (CriterionResult.State, String) {
    let window = context.last(count("days"))
    let rated = context.sessions.filter {
      window.contains($0.day)
        && ($0.pain.riseAfter != nil || $0.pain.riseNextMorning != nil)
    }.suffix(count("of"))
    let worse = rated.filter { session in
      let rises = [session.pain.riseAfter, session.pain.riseNextMorning].compactMap(\.self)
      return rises.contains { $0 >= (tenths["threshold"] ?? 0) }
    }
    // The newest are enough for people; a setting may ask for hundreds.
    let text = rated.suffix(5).map { session in
      "\(session.day) \(session.pain.before.map { "\($0)" } ?? "") to "
        + (session.pain.after.map { "\($0)" } ?? "–")
        + (session.pain.nextMorning.map { ", next morning \($0)" } ?? "")
    }
    if worse.count >= count("sessions") { return (.met, text.joined(separator: "; ")) }
    guard rated.count >= count("sessions") else {
      return (
        .unknown,
        "\(counted(rated.count, "session")) rated before and after since \(window.lowerBound)"
      )
    }
    return (.notMet, text.joined(separator: "; "))
  }
}

/// A share in per cent that is never rounded up to a threshold it does not reach.
func percentText(_ percent: Double) -> String {
  number((percent * 10 + 1e-9).rounded(.down) / 10, places: 1)
}
