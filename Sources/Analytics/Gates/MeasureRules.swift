import Core
import Statistics

// Rules about measurements and daily factors.

extension Criterion {
  func evenHold(_ kind: Slug, in context: GateContext) -> Judgement {
    let window = context.last(count("days"))
    let found = context.measurements(of: kind, in: window)
    func best(_ side: Side) -> Measurement? {
      found.filter { $0.side == side }.max { $0.value < $1.value }
    }
    guard let left = best(.left), let right = best(.right) else {
      guard !found.isEmpty else {
        return Judgement(.unknown, finding: .missing(.notMeasured(since: window.lowerBound)))
      }
      // One side that is too short decides the result.
      let known = best(.left) ?? best(.right)
      let short = known.flatMap { $0.value < number("threshold") ? $0.value : nil }
      return Judgement(
        short == nil ? .unknown : .notMet,
        finding: .measured(.oneSide(short, since: window.lowerBound)),
        entries: known.map { [$0.id] } ?? [])
    }
    let longer = max(left.value, right.value)
    let apart = longer > 0 ? 100 * abs(left.value - right.value) / longer : 0
    return Judgement(
      isMet: min(left.value, right.value) >= number("threshold")
        && apart <= number("percent") + 1e-9,
      .measured(.holds(left: left.value, right: right.value, apart: apart)),
      entries: [left.id, right.id])
  }

  func painFreeMeasures(_ kind: Slug, in context: GateContext) -> Judgement {
    let wanted = count("threshold")
    let last = Array(context.measurements.filter { $0.kind.slug == kind }.suffix(wanted))
    guard !last.isEmpty else {
      return Judgement(.unknown, finding: .missing(.notMeasured(since: nil)))
    }
    let state: CriterionResult.State =
      last.contains { ($0.pain?.tenths ?? 0) > 0 }
      ? .notMet : last.count == wanted && last.allSatisfy { $0.pain != nil } ? .met : .unknown
    return Judgement(state, finding: .measured(.pain(last)), entries: last.map(\.id))
  }

  func measureAtMost(_ kind: Slug, in context: GateContext) -> Judgement {
    let window = context.last(count("days"))
    let found = context.measurements(of: kind, in: window)
    guard !found.isEmpty else {
      return Judgement(.unknown, finding: .missing(.notMeasured(since: window.lowerBound)))
    }
    let sides: [Side?] = found.contains { $0.side != nil } ? [.left, .right] : [nil]
    let newest = sides.map { side in
      Finding.SideMeasurement(side: side, measurement: found.last { $0.side == side })
    }
    let known = newest.compactMap(\.measurement)
    let state: CriterionResult.State =
      known.contains { $0.value > number("threshold") }
      ? .notMet : known.count == newest.count ? .met : .unknown
    return Judgement(state, finding: .measured(.newest(newest)), entries: known.map(\.id))
  }

  func factorLower(_ factor: Slug, in context: GateContext) -> Judgement {
    compareEnds(context) { first, last in
      let amounts = context.factors[factor] ?? [:]
      let then = amounts.filter { first.contains($0.key) }.map(\.value)
      let now = amounts.filter { last.contains($0.key) }.map(\.value)
      let fewest = count("ratings")
      guard min(then.count, now.count) >= fewest, let was = Median.of(then),
        let median = Median.of(now)
      else {
        let shortage = Finding.Shortage(needed: fewest, now: now.count, then: then.count)
        return Judgement(
          .unknown, finding: .measured(.tooFewDays(factor, shortage, days: count("days"))))
      }
      return Judgement(
        isMet: median < was - 1e-9,
        .measured(
          .medians(
            now: .init(value: median, days: last, n: now.count),
            then: .init(value: was, days: first, n: then.count))))
    }
  }

  /// Compares the first days of the stage with the latest, once the first are over.
  func compareEnds(
    _ context: GateContext, judge: (ClosedRange<Day>, ClosedRange<Day>) -> Judgement
  ) -> Judgement {
    guard let start = context.stageStart else {
      return Judgement(.unknown, finding: .missing(.noStage))
    }
    let days = count("days")
    let first = start...start.adding(days - 1)
    guard first.upperBound < context.today else {
      return Judgement(
        .unknown, finding: .missing(.youngStage(days: days, until: first.upperBound)))
    }
    return judge(first, context.last(days))
  }
}
