import Core
import Statistics

/// Each ISO week of a window: sessions, pain and measurements, and the change from the previous week.
package struct WeeklyReport: Sendable {
  /// The pain ratings (recall window `now`) of a week.
  package struct Pain: Sendable, Equatable {
    /// How many ratings.
    package var n = 0
    /// Their median in points, or nil without ratings.
    package var median: Double?
    /// The highest of them.
    package var worst: NPRSScore?
    /// The median minus that of the previous week; nil when either is missing.
    package var change: Double?
  }

  /// One series of measurements in a week.
  package struct Measure: Sendable, Equatable {
    /// How many measurements.
    package var n: Int
    /// The week's value in the unit of the kind.
    package var value: Double
    /// The value minus that of the previous week; nil when that is missing.
    package var change: Double?
  }

  /// One daily factor in a week.
  package struct FactorWeek: Sendable, Equatable {
    /// On how many days it was entered.
    package let n: Int
    /// The median of its amounts, in hours for a duration.
    package let median: Double
    /// The unit: `h` for a duration, empty for a number.
    package let unit: String
    /// The median minus that of the previous week; nil when that is missing.
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
    /// Their total minutes; nil when there were sessions and none had a duration.
    package var minutes: Double? = 0
    /// How many sets.
    package var sets = 0
    /// Their total load (effort times minutes); nil when no session had both.
    package var load: Double? = 0
    /// How many sessions are in the load.
    package var loadSessions = 0
    /// Pain.
    package var pain = Pain()
    /// Measurements by the key of their series.
    package var measures: [String: Measure] = [:]
    /// Daily factors by name.
    package var factors: [String: FactorWeek] = [:]
    /// The protocol and stage on the last day of the week that had one.
    package var stageInterval: ProtocolHistory.StageInterval?
    /// Whether it overlaps a flare.
    package var isFlare = false

    init(week: Week) { self.week = week }
  }

  /// A measurement series in the window.
  package struct Series: Sendable, Equatable {
    /// `glute-bridge`, `thomas:left`; with `@` and a method that is kept separate.
    package let key: String
    /// What is measured.
    package let kind: MeasurementKind
    /// The side, for kinds that have sides.
    package let side: Side?
    /// How it was measured.
    package let method: MeasurementMethod
  }

  /// The weeks of the window, oldest first, without gaps.
  package let rows: [Row]
  /// The measurement series: the glute bridge first, then in the order of the kinds.
  package let series: [Series]
  /// The names of the daily factors in the window, sorted.
  package let factors: [String]
  /// The flares that overlap the window, oldest first.
  package let flares: [Flare]

  /// Assigns aggregates to the weeks from `first` to `last`, with the stages up to `today`, and marks weeks
  /// that overlap a flare.
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

/// The keys of the series in a window. Where a series has several methods, the most frequent one keeps the
/// plain name (the latest of equal ones) and the others carry theirs, so that no number mixes two.
private struct SeriesKeys {
  private var plain: [String: MeasurementMethod] = [:]
  private(set) var series: [WeeklyReport.Series] = []

  /// A method of a series, and the weeks in which it was used.
  private struct Use {
    let method: MeasurementMethod
    var weeks: [Week]
  }

  init(_ measures: [Week: [MeasurementAggregate]]) {
    var uses: [String: [Use]] = [:]
    for week in measures.keys.sorted() {
      for measure in measures[week] ?? [] {
        SeriesKeys.count(measure.method, in: week, uses: &uses[measure.series, default: []])
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

  /// A series has few methods. A dictionary would cost a hundredth of `psoas status`, for the type that Swift
  /// creates at run time.
  private static func count(_ method: MeasurementMethod, in week: Week, uses: inout [Use]) {
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
