import Analytics
import Core
import Store

/// Reads the series of a log over one window, for the reports about them.
struct SeriesLoader {
  let context: Context
  let log: LogStore
  let step: Step
  let days: ClosedRange<Day>
  let today: Day
  private let flares: [Flare]?

  /// - Parameter flares: those whose weeks or days are left out; nil when all days count.
  init(
    _ context: Context, log: LogStore, by step: Step = .week, in days: ClosedRange<Day>,
    settings: Settings, leavingOut flares: [Flare]? = nil
  ) {
    (self.context, self.log, self.step) = (context, log, step)
    (self.days, self.flares) = (days, flares)
    today = context.today(settings)
  }

  /// The series with this name. Where a daily factor has the same name, the user is told how to get that one.
  ///
  /// - Throws: ``InputError``.
  func series(named text: String) throws -> Series {
    let series = try parsed(text)
    if case .factor = series { return series }
    if try log.holdsFactor(named: series.root) {
      context.note(
        "'\(series.root)' is not the daily factor of that name here, which is "
          + "'\(Series.factorPrefix)\(series.root)'")
    }
    return series
  }

  private func parsed(_ text: String) throws -> Series {
    // Pain and session counts have the same names in every log. Looking up the names of everything else would
    // take a fifth of a long report's time.
    switch try? SeriesParser(own: [], held: LoggedSeries()).parse(text) {
    case .pain(let recall): return .pain(recall)
    case .count(let count): return .count(count)
    default:
      return try SeriesParser(own: try log.ownKinds(), held: try log.loggedSeries()).parse(text)
    }
  }

  /// The values of a series within the window.
  ///
  /// - Throws: ``StoreError``.
  func values(of series: Series) throws -> SeriesValues {
    let values = SeriesValues(
      series, by: step, in: days, aggregates: try log.aggregates(of: series, by: step, in: days),
      today: today)
    return flares.map { values.leavingOut($0) } ?? values
  }

  /// The trend of a series, with the data for its measurement error.
  func trend(
    of values: SeriesValues, _ protocolHistory: ProtocolHistory, leavingOutFlares: Bool = false
  ) throws -> TrendReport {
    var visits: [TrialVisit] = []
    if case .measure(let kind, let side, _) = values.series, let method = values.method {
      visits = try log.trials(of: kind, side, method: method)
    }
    return TrendReport(
      values, flares: try log.flares(EntryWindow(until: days.upperBound)),
      protocolHistory: protocolHistory, withoutFlares: leavingOutFlares, visits: visits)
  }

  /// When the window has no values, tells the user where the log has some, and which other pain ratings it
  /// has.
  func noteWhenEmpty(_ values: [SeriesValues]) throws {
    let empty = values.filter(\.values.isEmpty)
    guard !empty.isEmpty, let span = try log.span() else { return }
    guard !days.overlaps(span) else { return try noteOtherRatings(empty) }
    context.noteNothing(in: days, held: span)
  }

  private func noteOtherRatings(_ empty: [SeriesValues]) throws {
    for values in empty where values.leftOut?.isEmpty != false {
      guard case .pain(let recall) = values.series else { continue }
      let others = try log.loggedSeries().recalls.filter { $0 != recall }
      guard !others.isEmpty else { continue }
      let names = Recall.allCases.filter(others.contains).map { Series.pain($0).name }
      context.note(
        "there is no '\(values.series.name)' in these weeks; the log has "
          + "\(names.joined(separator: ", ")), which is never mixed with it")
    }
  }
}

extension Context {
  func noteNothing(in days: ClosedRange<Day>, held span: ClosedRange<Day>) {
    note(
      "no entries from \(days.lowerBound) to \(days.upperBound); the log has entries from \(span.lowerBound) "
        + "to \(span.upperBound), try --until \(span.upperBound)")
  }
}

extension Series {
  /// The series that every log may have, for completion: all but the user's factors and kinds.
  package static let usualNames: [String] =
    Recall.allCases.map { Series.pain($0).name }
    + MeasurementKind.builtIn.flatMap { kind in
      (kind.sided ? [Side.left, .right] : [nil]).map { kind.series($0) }
    } + SessionCount.allCases.map(\.rawValue) + [Series.factorPrefix]
}
