import Core

// Rules about pain ratings.

extension Criterion {
  func daysInStage(_ context: GateContext) -> Judgement {
    guard let start = context.stageStart else {
      return Judgement(.unknown, finding: .missing(.noStage))
    }
    let days = context.today.number - start.number
    return Judgement(isMet: days >= count("threshold"), .practice(.daysInStage(days, since: start)))
  }

  func medianNotHigher(_ context: GateContext) -> Judgement {
    compareEnds(context) { first, last in
      let (then, now) = (context.painNow(in: first), context.painNow(in: last))
      let ids = (then + now).map(\.id)
      let fewest = count("ratings")
      guard min(then.count, now.count) >= fewest, let was = GateContext.median(then),
        let median = GateContext.median(now)
      else {
        let shortage = Finding.Shortage(needed: fewest, now: now.count, then: then.count)
        return Judgement(
          .unknown, finding: .pain(.tooFewRatings(shortage, days: count("days"))), entries: ids)
      }
      return Judgement(
        isMet: median <= was + 1e-9,
        .pain(
          .medians(
            now: .init(value: median, days: last, n: now.count),
            then: .init(value: was, days: first, n: then.count))), entries: ids)
    }
  }

  func noRatingAbove(_ context: GateContext) -> Judgement {
    let window = context.last(count("days"))
    let ratings = context.ratings.filter { window.contains($0.moment.day) }
    guard let highest = ratings.max(by: { $0.score < $1.score }) else {
      return Judgement(.unknown, finding: .missing(.noRating(since: window.lowerBound)))
    }
    return Judgement(
      isMet: highest.score.tenths <= tenths["threshold"] ?? 0,
      .pain(.highest(highest.score, on: highest.moment.day, n: ratings.count)),
      entries: [highest.id])
  }

  func siteReported(_ sites: [String], in context: GateContext) -> Judgement {
    let hits = context.ratings.filter { $0.sites.contains { sites.contains($0.name) } }
    return fired(hits) { last in
      .pain(
        .reported(
          last.sites.filter { sites.contains($0.name) }, last.score, on: last.moment.day,
          n: hits.count))
    }
  }

  func ratingAtLeast(_ context: GateContext) -> Judgement {
    let hits = context.ratings.filter { $0.score.tenths >= (tenths["threshold"] ?? 0) }
    return fired(hits) { .pain(.rated($0.score, on: $0.moment.day, n: hits.count)) }
  }

  func wokeFromSleep(_ context: GateContext) -> Judgement {
    let hits = context.ratings.filter(\.woke)
    return fired(hits) { .pain(.woke($0.score, on: $0.moment.day, n: hits.count)) }
  }

  /// A rule that a single rating is enough for; the latest is named.
  private func fired(_ hits: [PainRating], finding: (PainRating) -> Finding) -> Judgement {
    guard let last = hits.last else { return Judgement(.notMet, finding: .missing(.nothing)) }
    return Judgement(.met, finding: finding(last), entries: hits.map(\.id))
  }
}
