import Core
import Statistics

// The rules on measurements and daily factors.

extension Criterion {
  func evenHold(_ kind: Slug, _ context: GateContext) -> (CriterionResult.State, String) {
    let window = context.last(count("days"))
    let found = context.measurements.filter {
      $0.kind.slug == kind && window.contains($0.moment.day)
    }
    func best(_ side: Side) -> Double? { found.filter { $0.side == side }.map(\.value).max() }
    guard let left = best(.left), let right = best(.right) else {
      if let known = best(.left) ?? best(.right), known < number("threshold") {
        return (
          .notMet, "\(Self.shown(known)) s on the one side measured since \(window.lowerBound)"
        )
      }
      return (
        .unknown,
        found.isEmpty
          ? "not measured since \(window.lowerBound)"
          : "only one side measured since \(window.lowerBound)"
      )
    }
    let longer = max(left, right)
    let apart = longer > 0 ? 100 * abs(left - right) / longer : 0
    let isMet = min(left, right) >= number("threshold") && apart <= number("percent") + 1e-9
    return (
      isMet ? .met : .notMet,
      "left \(Self.shown(left)) s, right \(Self.shown(right)) s, \(Self.shown(apart)) % apart"
    )
  }

  func painFreeMeasures(_ kind: Slug, _ context: GateContext) -> (CriterionResult.State, String) {
    let wanted = count("threshold")
    let last = context.measurements.filter { $0.kind.slug == kind }.suffix(wanted)
    let text = last.map { measurement in
      let pain = measurement.pain.map { $0.tenths == 0 ? "pain-free" : "pain \($0)" }
      return "\(measurement.moment.day) \(pain ?? "pain not said")"
    }.joined(separator: ", ")
    if last.contains(where: { ($0.pain?.tenths ?? 0) > 0 }) { return (.notMet, text) }
    guard last.count == wanted, last.allSatisfy({ $0.pain != nil }) else {
      return (.unknown, last.isEmpty ? "not measured yet" : text)
    }
    return (.met, text)
  }

  func measureAtMost(_ kind: Slug, _ context: GateContext) -> (CriterionResult.State, String) {
    let window = context.last(count("days"))
    let found = context.measurements.filter {
      $0.kind.slug == kind && window.contains($0.moment.day)
    }
    let isSided = found.contains { $0.side != nil }
    let sides: [Side?] = isSided ? [.left, .right] : [nil]
    let values = sides.map { side in (side, found.last { $0.side == side }) }
    guard !found.isEmpty else { return (.unknown, "not measured since \(window.lowerBound)") }
    let text = values.map { side, measurement in
      (side.map { "\($0.rawValue) " } ?? "")
        + (measurement.map { "\(Self.shown($0.value))\($0.kind.unit.suffix) on \($0.moment.day)" }
          ?? "not measured")
    }.joined(separator: ", ")
    let known = values.compactMap { $0.1?.value }
    if known.contains(where: { $0 > number("threshold") }) { return (.notMet, text) }
    return (known.count == values.count ? .met : .unknown, text)
  }

  func factorLower(_ factor: Slug, _ context: GateContext) -> (CriterionResult.State, String) {
    guard let start = context.stageStart else { return (.unknown, "no stage has been begun") }
    let days = count("days")
    let first = start...start.adding(days - 1)
    guard first.upperBound < context.today else {
      return (.unknown, "the last \(days) days are its first until \(first.upperBound)")
    }
    let amounts = context.factors[factor] ?? [:]
    let then = amounts.filter { first.contains($0.key) }.map(\.value)
    let now = amounts.filter { context.last(days).contains($0.key) }.map(\.value)
    let fewest = count("ratings")
    guard then.count >= fewest, now.count >= fewest, let was = Median.of(then),
      let median = Median.of(now)
    else {
      return (
        .unknown,
        "needs \(fewest) days with '\(factor)' at both ends: \(now.count) in the last \(days), "
          + "\(then.count) in the first"
      )
    }
    return (
      median < was - 1e-9 ? .met : .notMet,
      "median \(Self.shown(median)) since \(context.last(days).lowerBound) (n \(now.count)), "
        + "\(Self.shown(was)) from \(start) to \(first.upperBound) (n \(then.count))"
    )
  }

  private static func shown(_ value: Double) -> String { Analytics.number(value, places: 1) }
}
