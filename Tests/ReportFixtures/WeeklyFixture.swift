import Analytics
import Core

/// Builds aggregates week by week.
package struct WeeklyFixture {
  package var aggregates = WeeklyAggregates()
  package let first = Week(number: 2950)

  package init() {}

  package func week(_ offset: Int) -> Week { first.adding(offset) }

  package mutating func pain(_ offset: Int, _ scores: [Int]) {
    let counts = Dictionary(grouping: scores) { $0 }.mapValues(\.count)
    aggregates.pain[week(offset)] = counts.sorted { $0.key < $1.key }.compactMap { score, count in
      NPRSScore(tenths: score).map { PainCount(score: $0, count: count) }
    }
    aggregates.active.insert(week(offset))
  }

  package mutating func bridge(
    _ offset: Int, _ value: Double, visits: Int = 1, by instrument: Instrument? = nil
  ) {
    guard let kind = MeasurementKind.builtIn.first else { return }
    aggregates.measures[week(offset), default: []].append(
      MeasurementAggregate(
        kind: kind, side: nil, instrument: instrument, visits: visits, value: value))
    aggregates.active.insert(week(offset))
  }

  package mutating func sessions(_ offset: Int, _ aggregate: SessionAggregate) {
    aggregates.sessions[week(offset)] = aggregate
    aggregates.active.insert(week(offset))
  }

  package func report(_ weeks: Int) -> WeeklyReport {
    WeeklyReport(aggregates, from: first, through: week(weeks - 1))
  }
}
