import Core
import SQLite

extension LogStore {
  /// The aggregates of a series by week or day, in order of time. A measurement series includes every method,
  /// whichever the series names.
  ///
  /// If sessions are counted, a week or day with an entry of any kind and no session is 0. One without any
  /// entry has no aggregate, and neither has one whose sessions lack the value.
  ///
  /// - Throws: ``StoreError``.
  package func aggregates(
    of series: Series, by step: Step, in days: ClosedRange<Day>
  ) throws -> [SeriesAggregate] {
    let window = windowValues(step, days: days)
    switch series {
    case .pain(let recall):
      return try painAggregates(step, values: window + [.text(recall.rawValue)])
    case .factor(let name, let unit, _):
      return try histogram(
        SeriesQuery.factor, values: window + [.text(name.text), .text(unit.rawValue)])
    case .measure(let kind, let side, _):
      return try measurementAggregates(of: kind, side: side, window: window)
    case .count(let count): return try countAggregates(count, window: window)
    }
  }

  /// The weeks or days of a window with an entry of any kind, by number.
  ///
  /// - Throws: ``StoreError``.
  package func active(by step: Step, in days: ClosedRange<Day>) throws -> Set<Int> {
    Set(
      try database.rows(SeriesQuery.active, values: windowValues(step, days: days)) {
        $0.integer(0)
      })
  }

  /// The trials of all measurements of a kind, side and method, oldest first.
  ///
  /// - Throws: ``StoreError``.
  package func trials(of kind: MeasurementKind, _ side: Side?, method: MeasurementMethod) throws
    -> [TrialVisit]
  {
    var visits: [(id: EntryID, day: Day, trials: [Int])] = []
    let values: [Value] = [
      .text(kind.slug.text), .text(side?.rawValue ?? ""), .text(method.instrument?.rawValue ?? ""),
      .text(method.motion?.rawValue ?? ""),
    ]
    _ = try database.rows(SeriesQuery.trials, values: values) { row in
      let id = try row.id(0)
      if visits.last?.id != id { visits.append((id, Day(number: row.integer(1)), [])) }
      visits[visits.count - 1].trials.append(try row.trial(2))
    }
    return visits.map { TrialVisit(day: $0.day, trials: $0.trials) }
  }

  /// The series that have an entry.
  ///
  /// - Throws: ``StoreError``.
  package func loggedSeries() throws -> LoggedSeries {
    var held = LoggedSeries()
    held.recalls = try database.rows("SELECT DISTINCT recall FROM pain") { row in
      try StoreError.required(Recall(rawValue: row.text(0)), what: "recall window")
    }
    held.measures = try database.rows(
      "SELECT DISTINCT kind, side FROM measurement ORDER BY kind, side"
    ) { row in row.text(0) + (row.text(1).isEmpty ? "" : ":\(row.text(1))") }
    _ = try database.rows("SELECT DISTINCT factor, unit FROM day_factor") { row in
      held.factors[Slug(stored: row.text(0))] = try StoreError.required(
        FactorUnit(rawValue: row.text(1)), what: "unit")
    }
    held.hasSessions = try database.first("SELECT 1 FROM session LIMIT 1") { _ in true } ?? false
    return held
  }

  /// Whether the log has a daily factor with exactly this name.
  ///
  /// - Throws: ``StoreError``.
  package func holdsFactor(named name: String) throws -> Bool {
    try database.first("SELECT 1 FROM day_factor WHERE factor = ?1", values: [.text(name)]) { _ in
      true
    }
      ?? false
  }

  private func windowValues(_ step: Step, days: ClosedRange<Day>) -> [Value] {
    // Weeks are counted from a Monday, three days before 1970.
    [
      .integer(max(0, days.lowerBound.number)), .integer(max(0, days.upperBound.number)),
      .integer(step == .week ? 3 : 0), .integer(step.length),
    ]
  }

  private func histogram(_ query: String, values: [Value]) throws -> [SeriesAggregate] {
    try database.rows(query, values: values) { row in
      SeriesAggregate(number: row.integer(0), kept: row.double(1), count: row.integer(2))
    }
  }

  /// A histogram of the scores of each week or day.
  private func painAggregates(_ step: Step, values: [Value]) throws -> [SeriesAggregate] {
    var aggregates: [SeriesAggregate] = []
    var number = Int.min
    var counts = Array(repeating: 0, count: 101)
    func close() {
      for (tenths, count) in counts.enumerated() where count > 0 {
        aggregates.append(SeriesAggregate(number: number, kept: Double(tenths), count: count))
        counts[tenths] = 0
      }
    }
    _ = try database.rows(SeriesQuery.pain, values: values) { row in
      let (own, tenths) = (step.number(of: Day(number: row.integer(0))), row.integer(1))
      if own != number {
        close()
        number = own
      }
      counts[
        try StoreError.required(counts.indices.contains(tenths) ? tenths : nil, what: "pain score")] +=
        1
    }
    close()
    return aggregates
  }

  private func measurementAggregates(
    of kind: MeasurementKind, side: Side?, window: [Value]
  ) throws -> [SeriesAggregate] {
    let values = window + [.text(kind.slug.text), .text(side?.rawValue ?? "")]
    return try database.rows(SeriesQuery.measure, values: values) { row in
      let method = MeasurementMethod(
        instrument: Instrument(rawValue: row.text(1)), motion: Motion(rawValue: row.text(2)))
      let best = row.double(kind.better == .higher ? 5 : 6)
      return SeriesAggregate(
        number: row.integer(0), method: method, kept: kind.unit == .seconds ? best : row.double(4),
        count: row.integer(3), readings: row.integer(7))
    }
  }

  private func countAggregates(_ count: SessionCount, window: [Value]) throws -> [SeriesAggregate] {
    var without = Set(try database.rows(SeriesQuery.active, values: window) { $0.integer(0) })
    var aggregates: [SeriesAggregate] = []
    _ = try database.rows(SeriesQuery.sessions, values: window) { row in
      without.remove(row.integer(0))
      let (sum, counted) =
        switch count {
        case .sessions: (row.double(1), row.integer(1))
        case .minutes: (row.double(2), row.integer(3))
        case .load: (row.double(4), row.integer(5))
        case .sets: (row.double(6), row.integer(1))
        }
      if counted > 0 {
        aggregates.append(SeriesAggregate(number: row.integer(0), kept: sum, count: counted))
      }
    }
    aggregates += without.map { SeriesAggregate(number: $0, kept: 0, count: 0) }
    return aggregates.sorted { $0.number < $1.number }
  }
}
