import Core
import Statistics

extension Criterion {
  /// Kept to the plan for weeks, and pain has not fallen by the smallest change that matters.
  func noImprovement(_ context: GateContext) -> (CriterionResult.State, String) {
    let window = context.last(count("days"))
    if let from = context.countedFrom, from > window.lowerBound {
      return (.unknown, "\(count("days")) days are not over since \(from)")
    }
    guard let share = context.adherence?.share(in: window) else {
      return (.unknown, "no protocol was followed on all days since \(window.lowerBound)")
    }
    let kept = "\(percentText(100 * share)) % of the plan since \(window.lowerBound)"
    guard 100 * share + 1e-9 >= number("threshold") else { return (.notMet, kept) }
    let ends = [
      window.lowerBound...window.lowerBound.adding(6),
      window.upperBound.adding(-6)...window.upperBound,
    ].map { week in
      context.ratings.filter { $0.recall == .now && week.contains($0.moment.day) }
        .map { Double($0.score.tenths) }
    }
    let fewest = count("ratings")
    guard ends.allSatisfy({ $0.count >= fewest }), let was = Median.of(ends[0]),
      let median = Median.of(ends[1])
    else {
      return (
        .unknown,
        "\(kept), but its first and last week need \(fewest) ratings each "
          + "(\(ends[0].count) and \(ends[1].count))"
      )
    }
    let text =
      "\(kept); median pain \(Analytics.number(was / 10)) in its first week, "
      + "\(Analytics.number(median / 10)) in its last"
    let isImproved = median < was && MIC.isReached(from: was / 10, to: median / 10)
    return (isImproved || median / 10 < number("least") ? .notMet : .met, text)
  }
}
