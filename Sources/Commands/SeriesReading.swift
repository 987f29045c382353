import LogStore
import RehabLog
import Reports

extension Step: NamedChoice {
  static let what = "step"
}

/// Reads series of a log over one window, for the reports that follow them.
struct SeriesReading {
  let log: LogStore
  let step: Step
  let days: ClosedRange<Day>
  let today: Day

  /// Weeks that reports on series look at unless the user says otherwise: half a year.
  static let usualWeeks = 26

  init(
    _ context: Context, _ log: LogStore, by stepName: String?, _ days: ClosedRange<Day>,
    _ settings: Settings
  ) throws {
    self.log = log
    self.days = days
    step = try stepName.map { try Step(named: $0) } ?? .week
    today = context.whenParser(settings).present.day
  }

  /// The series that words name.
  ///
  /// - Throws: ``InputError``.
  func series(_ text: String) throws -> Series {
    // Pain and the counts of sessions are called so whatever the log holds; looking through it for the
    // names of everything else would take a fifth of a long report's time.
    switch try? SeriesParser(own: [], held: HeldSeries()).parse(text) {
    case .pain(let recall): return .pain(recall)
    case .count(let count): return .count(count)
    default:
      return try SeriesParser(own: try log.ownKinds(), held: try log.heldSeries()).parse(text)
    }
  }

  /// The values of a series in the window, or in other days.
  ///
  /// - Throws: ``StoreError``.
  func values(of series: Series, in other: ClosedRange<Day>? = nil) throws -> SeriesValues {
    let days = other ?? days
    return SeriesValues(
      series, by: step, in: days, try log.tallies(of: series, by: step, in: days), today: today)
  }

  /// Tells the user where the log has entries when the window has no values.
  func noteWhenEmpty(_ values: [SeriesValues], _ context: Context) throws {
    guard values.contains(where: \.values.isEmpty), let span = try log.span(),
      !days.overlaps(span)
    else { return }
    context.note(
      "no entries from \(days.lowerBound) to \(days.upperBound); the log holds \(span.lowerBound) "
        + "to \(span.upperBound), try --until \(span.upperBound)")
  }
}
