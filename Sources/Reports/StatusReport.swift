import RehabLog

/// Where things stand: today, the week so far, and the last of each kind of entry.
public struct StatusReport: Sendable {
  /// The user's day.
  public let today: Day
  /// What today holds already, newest first.
  public let todaysEntries: [LogEntry]
  /// The last session, if any.
  public let lastSession: LogEntry?
  /// The last pain rating, if any.
  public let lastPain: PainRating?
  /// The last measurement of each series.
  public let lastMeasurements: [Measurement]
  /// The present week and the one before it.
  public let weeks: (before: WeeklyReport.Row, now: WeeklyReport.Row)
  /// The line on the week so far.
  public let weekSentence: String

  /// A status from what the log holds.
  public init(
    today: Day, todaysEntries: [LogEntry], lastSession: LogEntry?, lastPain: PainRating?,
    lastMeasurements: [Measurement], tallies: WeeklyTallies
  ) {
    self.today = today
    self.todaysEntries = todaysEntries
    self.lastSession = lastSession
    self.lastPain = lastPain
    self.lastMeasurements = lastMeasurements
    let report = WeeklyReport(tallies, from: today.week.adding(-1), through: today.week)
    weeks = (report.rows[0], report.rows[1])
    weekSentence = WeekSoFar(tallies, week: today.week).sentence
  }

  /// How long ago a day was, in words.
  public func distance(to day: Day) -> String {
    switch today.number - day.number {
    case ..<0: "ahead"
    case 0: "today"
    case 1: "yesterday"
    case let days where days < 14: "\(days) days ago"
    case let days: "\(days / 7) weeks ago"
    }
  }
}
