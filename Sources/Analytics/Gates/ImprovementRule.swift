import Core
import Statistics

extension Criterion {
  /// The plan was followed for weeks, and pain has not fallen by the MIC.
  func noImprovement(_ context: GateContext) -> Judgement {
    let window = context.last(count("days"))
    if let from = context.countedFrom, from > window.lowerBound {
      return Judgement(.unknown, finding: .missing(.tooSoon(days: count("days"), since: from)))
    }
    guard let kept = context.adherence?.share(in: window) else {
      return Judgement(.unknown, finding: .missing(.noProtocol(since: window.lowerBound)))
    }
    let share = 100 * kept
    func plan(_ trend: Finding.PainTrend?) -> Finding {
      .practice(.plan(share: share, since: window.lowerBound, trend))
    }
    guard share + 1e-9 >= number("threshold") else { return Judgement(.notMet, finding: plan(nil)) }
    let first = context.painNow(in: window.lowerBound...window.lowerBound.adding(6))
    let last = context.painNow(in: window.upperBound.adding(-6)...window.upperBound)
    let ids = (first + last).map(\.id)
    let fewest = count("ratings")
    guard min(first.count, last.count) >= fewest, let was = GateContext.median(first),
      let median = GateContext.median(last)
    else {
      let shortage = Finding.Shortage(needed: fewest, now: last.count, then: first.count)
      return Judgement(.unknown, finding: plan(.tooFewRatings(shortage)), entries: ids)
    }
    let isImproved = median < was && MIC.isReached(from: was, to: median)
    return Judgement(
      isMet: !isImproved && median >= number("least"), plan(.medians(first: was, last: median)),
      entries: ids
    )
  }
}
