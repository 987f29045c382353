import Core
import Statistics

/// What each ISO week of a window held: sessions, pain and measurements, and the change to the week
/// before.
package struct WeeklyReport: Sendable {
  /// The pain ratings (recall window `now`) of a week.
  package struct Pain: Sendable, Equatable {
    /// How many ratings.
    package var n = 0
    /// Their median in points, or nil without ratings.
    package var median: Double?
    /// The highest of them.
    package var worst: NPRSScore?
    /// The median less that of the week before; nil when either has none.
    package var change: Double?
  }

  /// One series of measurements in a week.
  package struct Measure: Sendable, Equatable {
    /// How many visits.
    package var n: Int
    /// The week's value in the unit of the kind.
    package var value: Double
    /// The value less that of the week before; nil when that has none.
    package var change: Double?
  }

  /// One daily factor in a week.
  package struct FactorWeek: Sendable, Equatable {
    /// On how many days it was said.
    package let n: Int
    /// The median of its amounts, hours for a time.
    package let median: Double
    /// The unit: `h` for a time, empty for a number.
    package let unit: String
    /// The median less that of the week before; nil when that has none.
    package var change: Double?
  }

  /// One week.
  package struct Row: Sendable, Equatable {
    /// The week.
    package let week: Week
    /// Whether the log has no entry of any kind in it.
    package var isGap = true
    /// How many sessions.
    package var sessions = 0
    /// On how many days.
    package var activeDays = 0
    /// Their minutes together; nil when there were sessions and none said how long.
    package var minutes: Double? = 0
    /// How many sets.
    package var sets = 0
    /// Session load (effort times minutes) together; nil when no session had both.
    package var load: Double? = 0
    /// How many sessions the load counts.
    package var loadSessions = 0
    /// Pain.
    package var pain = Pain()
    /// Measurements by the key of their series.
    package var measures: [String: Measure] = [:]
    /// Daily factors by name.
    package var factors: [String: FactorWeek] = [:]
    /// The protocol and stage on the last day of the week that had one.
    package var stageInterval: ProtocolHistory.StageInterval?
    /// Whether a flare touches it.
    package var isFlare = false

    init(week: Week) { self.week = week }
  }

  /// A series of measurements that occurs in the window.
  package struct Series: Sendable, Equatable {
    /// `glute-bridge`, `thomas:left`; with `@` and a way of measuring that is kept apart.
    package let key: String
    /// What is measured.
    package let kind: MeasurementKind
    /// The side, for kinds that have sides.
    package let side: Side?
    /// How it was measured.
    package let method: MeasurementMethod
  }

  /// The weeks of the window, oldest first, without holes.
  package let rows: [Row]
  /// The series of measurements, the glute bridge first, then in the order of the kinds.
  package let series: [Series]
  /// The names of the daily factors that occur in the window, sorted.
  package let factors: [String]
  /// The flares that touch the window, oldest first.
  package let flares: [Flare]

  /// Puts tallies into the weeks from `first` through `last`, with the stages of a course beside them up
  /// to `today`, and marks those that a flare touches.
  package init(
    _ aggregates: WeeklyAggregates, from first: Week, through last: Week,
    protocolHistory: ProtocolHistory = ProtocolHistory([]),
    today: Day? = nil, flares: [Flare] = []
  ) {
    self.flares = flares
    let keys = SeriesKeys(aggregates.measures)
    series = keys.series
    factors = Set(aggregates.factors.values.joined().map(\.factor.name.text)).sorted()
    var rows: [Row] = []
    for number in first.number...max(first.number, last.number) {
      var row = Row(week: Week(number: number))
      row.stageInterval = protocolHistory.stageInterval(in: row.week, upTo: today)
      row.isGap = !aggregates.active.contains(row.week)
      row.isFlare = flares.contains { $0.touches(row.week.start...row.week.end) }
      row.add(aggregates.sessions[row.week])
      row.add(aggregates.pain[row.week] ?? [])
      row.add(aggregates.factors[row.week] ?? [])
      for measure in aggregates.measures[row.week] ?? [] {
        row.measures[keys.key(of: measure)] = Measure(n: measure.visits, value: measure.value)
      }
      if let before = rows.last { row.compare(with: before) }
      rows.append(row)
    }
    self.rows = rows
  }
}

extension WeeklyReport.Row {
  fileprivate mutating func add(_ aggregate: SessionAggregate?) {
    guard let aggregate, aggregate.sessions > 0 else { return }
    sessions = aggregate.sessions
    activeDays = aggregate.activeDays
    sets = aggregate.sets
    minutes = aggregate.withDuration > 0 ? Double(aggregate.seconds) / 60 : nil
    load = aggregate.withLoad > 0 ? Double(aggregate.loadTenthSeconds) / 600 : nil
    loadSessions = aggregate.withLoad
  }

  fileprivate mutating func add(_ counts: [PainCount]) {
    pain.n = counts.reduce(0) { $0 + $1.count }
    pain.worst = counts.map(\.score).max()
    // In tenths, so that the mean of the middle two is exact before it is divided.
    let tenths = counts.map { Double($0.score.tenths) }
    pain.median = Median.of(tenths, counts: counts.map(\.count)).map { $0 / 10 }
  }

  fileprivate mutating func add(_ counts: [FactorCount]) {
    for (name, counts) in Dictionary(grouping: counts, by: \.factor.name.text) {
      let values = counts.map(\.factor.value)
      // In hundredths, so that the mean of the middle two is exact before it is divided.
      let middle = Median.of(values.map { Double($0.hundredths) }, counts: counts.map(\.count))
      guard let middle, let unit = values.first?.unit else { continue }
      factors[name] = WeeklyReport.FactorWeek(
        n: counts.reduce(0) { $0 + $1.count }, median: middle / unit.hundredthsPerReported,
        unit: unit.symbol)
    }
  }

  fileprivate mutating func compare(with before: WeeklyReport.Row) {
    if let now = pain.median, let then = before.pain.median { pain.change = now - then }
    for (key, measure) in measures {
      if let then = before.measures[key] { measures[key]?.change = measure.value - then.value }
    }
    for (name, factor) in factors {
      if let then = before.factors[name] { factors[name]?.change = factor.median - then.median }
    }
  }
}

/// Names the series of a window. Where a series was measured in several ways, the way that most weeks
/// have keeps the plain name (the newest of equals) and the others carry theirs, so that no number
/// mixes two.
private struct SeriesKeys {
  private var plain: [String: MeasurementMethod] = [:]
  private(set) var series: [WeeklyReport.Series] = []

  /// A method that a series was measured by, and in which weeks.
  private struct Use {
    let method: MeasurementMethod
    var weeks: [Week]
  }

  init(_ measures: [Week: [MeasurementAggregate]]) {
    var uses: [String: [Use]] = [:]
    for week in measures.keys.sorted() {
      for measure in measures[week] ?? [] {
        SeriesKeys.count(measure.method, in: week, &uses[measure.series, default: []])
      }
    }
    plain = uses.compactMapValues { uses in
      uses.max { left, right in
        (left.weeks.count, left.weeks.last ?? Week(number: 0), left.method.label)
          < (right.weeks.count, right.weeks.last ?? Week(number: 0), right.method.label)
      }?.method
    }
    var found: [String: WeeklyReport.Series] = [:]
    for measure in measures.values.joined() {
      let key = key(of: measure)
      found[key] = WeeklyReport.Series(
        key: key, kind: measure.kind, side: measure.side, method: measure.method)
    }
    series = found.values.sorted { SeriesKeys.rank($0) < SeriesKeys.rank($1) }
  }

  /// The methods of a series are few. A dictionary of them would cost a hundredth of `psoas status` for
  /// the type that Swift makes at run time.
  private static func count(_ method: MeasurementMethod, in week: Week, _ uses: inout [Use]) {
    if let index = uses.firstIndex(where: { $0.method == method }) {
      uses[index].weeks.append(week)
    } else {
      uses.append(Use(method: method, weeks: [week]))
    }
  }

  func key(of measure: MeasurementAggregate) -> String {
    let method = measure.method
    return plain[measure.series] == method ? measure.series : "\(measure.series)@\(method.label)"
  }

  private static func rank(_ series: WeeklyReport.Series) -> (Int, String) {
    let order = MeasurementKind.builtIn.firstIndex { $0.slug == series.kind.slug }
    return (order ?? MeasurementKind.builtIn.count, series.key)
  }
}
