import Core
import Statistics

/// The flares of a log, each with the load before it and the pain during and after it.
package struct FlareReport: Sendable {
  /// Why a number could not be computed.
  package enum Gap: Error, Sendable {
    /// No rating of pain now in the days before the flare.
    case noLevel
    /// No rating during it.
    case noRating
    /// No day since the worst one is at or below the level before.
    case notBack
    /// The log starts too late to show what was usual.
    case youngLog
  }

  /// Totals of the sessions within some hours.
  package struct Exertion: Equatable, Sendable {
    /// How many sessions; a fraction for a mean.
    package let sessions: Double
    /// How many of them had no load.
    package let withoutLoad: Double
    /// Session load, effort (CR10) times minutes; nil when no session has both.
    package let load: Double?
    /// Minutes; nil when no session has a duration.
    package let minutes: Double?
    /// Sets.
    package let sets: Double

    init(_ aggregate: SessionAggregate, dividedBy parts: Double = 1) {
      sessions = Double(aggregate.sessions) / parts
      withoutLoad = Double(aggregate.sessions - aggregate.withLoad) / parts
      sets = Double(aggregate.sets) / parts
      let isEmpty = aggregate.sessions == 0
      load =
        isEmpty || aggregate.withLoad > 0 ? Double(aggregate.loadTenthSeconds) / 600 / parts : nil
      minutes = isEmpty || aggregate.withDuration > 0 ? Double(aggregate.seconds) / 60 / parts : nil
    }
  }

  /// A median of ratings of pain now.
  package struct Level: Equatable, Sendable {
    /// The median, in points.
    package let median: Double
    /// How many ratings.
    package let n: Int
  }

  /// One flare.
  package struct Row: Sendable {
    /// The flare.
    package let flare: Flare
    /// Its length in days, including the first and the last (or today).
    package let days: Int
    /// The sessions in the 72 hours before it.
    package let before: Exertion
    /// The mean per 72 hours over the 28 days before those.
    package let usual: Result<Exertion, Gap>
    /// The highest rating during it, of any recall window.
    package let worst: PainRating?
    /// The level of pain in the 7 days before.
    package let level: Result<Level, Gap>
    /// The number of days, counted from its first, until a day's median of pain now was at or below that
    /// level for the first time after the day of the worst rating.
    package let daysBack: Result<Int, Gap>
  }

  /// The flares, latest first.
  package let rows: [Row]

  /// - Parameters:
  ///   - records: latest first.
  ///   - today: the user's day, to which a current flare is counted.
  ///   - logBegins: the day of the first entry in the log.
  package init(_ records: [FlareRecord], today: Day, logBegins: Day?) {
    rows = records.enumerated().map { index, record in
      // Days after the next flare starts belong to that one.
      let next = index > 0 ? records[index - 1].flare.start.day : nil
      return Row(record, today: today, logBegins: logBegins, next: next)
    }
  }
}

extension FlareReport.Row {
  fileprivate init(_ record: FlareRecord, today: Day, logBegins: Day?, next: Day?) {
    flare = record.flare
    let first = flare.start.day
    let last = flare.end?.day ?? max(today, first)
    days = last.number - first.number + 1
    before = FlareReport.Exertion(record.sessionsBefore)
    usual = FlareReport.Row.usual(record, logBegins: logBegins)
    worst = record.worst
    level = FlareReport.Row.level(record)
    daysBack = FlareReport.Row.daysBack(record, level: level, next: next)
  }

  private static func usual(
    _ record: FlareRecord, logBegins: Day?
  ) -> Result<FlareReport.Exertion, FlareReport.Gap> {
    let leadDays = FlareRecord.usualDays + FlareRecord.hours / 24
    guard let logBegins, logBegins <= record.flare.start.day.adding(-leadDays) else {
      return .failure(.youngLog)
    }
    let parts = Double(FlareRecord.usualDays * 24) / Double(FlareRecord.hours)
    return .success(FlareReport.Exertion(record.sessionsUsual, dividedBy: parts))
  }

  private static func level(_ record: FlareRecord) -> Result<FlareReport.Level, FlareReport.Gap> {
    let first = record.flare.start.day
    let week = record.ratings.filter { day, _ in
      first.adding(-FlareRecord.levelDays) <= day && day < first
    }
    let counts = week.values.joined().sorted { $0.score < $1.score }
    guard let middle = medianPain(counts) else { return .failure(.noLevel) }
    return .success(FlareReport.Level(median: middle, n: counts.reduce(0) { $0 + $1.count }))
  }

  private static func daysBack(
    _ record: FlareRecord, level: Result<FlareReport.Level, FlareReport.Gap>, next: Day?
  ) -> Result<Int, FlareReport.Gap> {
    level.flatMap { level in
      guard let worst = record.worst?.moment.day else { return .failure(.noRating) }
      let later = record.ratings.keys.sorted().filter { day in
        day > worst && (next.map { day < $0 } ?? true)
      }
      let back = later.first { day in
        medianPain(record.ratings[day] ?? []).map { $0 <= level.median + 1e-9 } ?? false
      }
      guard let back else { return .failure(.notBack) }
      return .success(back.number - record.flare.start.day.number)
    }
  }
}

/// The median of ascending scores in points; nil without any. It is exact before it is divided.
private func medianPain(_ counts: [PainCount]) -> Double? {
  Median.of(counts.map { Double($0.score.tenths) }, counts: counts.map(\.count)).map { $0 / 10 }
}
