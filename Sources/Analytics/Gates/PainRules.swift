import Core
import Statistics

// The rules on pain ratings.

extension Criterion {
  func daysInStage(_ context: GateContext) -> (CriterionResult.State, String) {
    guard let start = context.stageStart else { return (.unknown, "no stage has been begun") }
    let days = context.today.number - start.number
    return (days >= count("threshold") ? .met : .notMet, "\(counted(days, "day")) since \(start)")
  }

  func medianNotHigher(_ context: GateContext) -> (CriterionResult.State, String) {
    guard let start = context.stageStart else { return (.unknown, "no stage has been begun") }
    let days = count("days")
    let first = start...start.adding(days - 1)
    guard first.upperBound < context.today else {
      return (.unknown, "the last \(days) days are its first until \(first.upperBound)")
    }
    func ratings(_ window: ClosedRange<Day>) -> [Double] {
      context.ratings.filter { $0.recall == .now && window.contains($0.moment.day) }
        .map { Double($0.score.tenths) }
    }
    let then = ratings(first)
    let now = ratings(context.last(days))
    let fewest = count("ratings")
    let counts = "\(now.count) in the last \(days) days, \(then.count) in the first"
    guard then.count >= fewest, now.count >= fewest, let was = Median.of(then),
      let median = Median.of(now)
    else { return (.unknown, "needs \(fewest) ratings at both ends: \(counts)") }
    return (
      median <= was + 1e-9 ? .met : .notMet,
      "median \(Analytics.number(median / 10)) since \(context.last(days).lowerBound) (n \(now.count)), "
        + "\(Analytics.number(was / 10)) from \(start) to \(first.upperBound) (n \(then.count))"
    )
  }

  func noRatingAbove(_ context: GateContext) -> (CriterionResult.State, String) {
    let window = context.last(count("days"))
    let ratings = context.ratings.filter { window.contains($0.moment.day) }
    guard let highest = ratings.max(by: { $0.score < $1.score }) else {
      return (.unknown, "no rating since \(window.lowerBound)")
    }
    let isAbove = highest.score.tenths > (tenths["threshold"] ?? 0)
    return (
      isAbove ? .notMet : .met,
      "highest \(highest.score) on \(highest.moment.day) (\(counted(ratings.count, "rating")))"
    )
  }

  func siteReported(_ sites: [String], _ context: GateContext) -> (CriterionResult.State, String) {
    let hits = context.ratings.filter { rating in rating.sites.contains { sites.contains($0.name) }
    }
    guard let last = hits.last else { return (.notMet, "none in the log") }
    let places = last.sites.filter { sites.contains($0.name) }.map(\.description)
    return (
      .met,
      "\(places.joined(separator: ", ")) on \(last.moment.day), pain \(last.score)"
        + times(hits.count)
    )
  }

  func ratingAtLeast(_ context: GateContext) -> (CriterionResult.State, String) {
    let hits = context.ratings.filter { $0.score.tenths >= (tenths["threshold"] ?? 0) }
    guard let last = hits.last else { return (.notMet, "none in the log") }
    return (.met, "pain \(last.score) on \(last.moment.day)" + times(hits.count))
  }

  func wokeFromSleep(_ context: GateContext) -> (CriterionResult.State, String) {
    let hits = context.ratings.filter(\.woke)
    guard let last = hits.last else { return (.notMet, "none in the log") }
    return (.met, "on \(last.moment.day), pain \(last.score)" + times(hits.count))
  }

  private func times(_ count: Int) -> String { count > 1 ? ", \(count) such ratings" : "" }
}

/// A count with its noun.
func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}

/// A number with at most `places` decimals, rounded half away from zero, without trailing zeros.
func number(_ value: Double, places: Int = 2) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
  var factor = 1.0
  for _ in 0..<places { factor *= 10 }
  // The nudge undoes binary fractions: 0.285 × 100 is a hair under 28.5.
  let scaled = (abs(value) * factor * (1 + 1e-12)).rounded(.toNearestOrAwayFromZero)
  let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: Int(factor))
  let sign = value < 0 && scaled > 0 ? "-" : ""
  guard rest > 0 else { return sign + String(whole) }
  // Without the zeros at its end, but with those in front.
  var (digits, length) = (rest, places)
  while digits % 10 == 0 { (digits, length) = (digits / 10, length - 1) }
  let text = String(digits)
  return sign + String(whole) + "." + String(repeating: "0", count: length - text.utf8.count) + text
}
