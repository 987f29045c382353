import ArgumentParser
import Core

/// Which weeks a report covers.
struct WindowOptions: ParsableArguments {
  /// The longest window in weeks, about 100 years.
  static let mostWeeks = 5300

  @Option(
    name: .customLong("weeks"), parsing: .unconditional,
    help: ArgumentHelp(
      "How many weeks (12 or the setting report.weeks; 26 for a series).", valueName: "n"))
  var weeks: String?

  @Option(
    name: .customLong("since"), parsing: .unconditional,
    help: ArgumentHelp("The first day; its whole week is shown.", valueName: "day"))
  var since: String?

  @Option(
    name: .customLong("until"), parsing: .unconditional,
    help: ArgumentHelp("The last day; its whole week is shown.", valueName: "day"))
  var until: String?

  /// Whether the user said anything about it.
  var isGiven: Bool { weeks != nil || since != nil || until != nil }

  /// The days of the window in whole weeks.
  ///
  /// - Throws: ``InputError``.
  func days(_ context: Context, _ settings: Settings, usual: Int) throws -> ClosedRange<Day> {
    let (first, last) = try weeks(context, settings, usual: usual)
    return first.start...last.end
  }

  /// The first and the last week: up to the present week unless said otherwise, `usual` of them or as
  /// many as the setting says.
  ///
  /// - Throws: ``InputError``.
  func weeks(
    _ context: Context, _ settings: Settings, usual: Int? = nil
  ) throws -> (first: Week, last: Week) {
    let parser = context.whenParser(settings)
    let first = try since.map { try parser.parseDay($0).week }
    var last = try until.map { try parser.parseDay($0).week }
    let count = try weekCount()
    guard first == nil || last == nil || count == nil else {
      throw InputError(
        "--weeks, --since and --until together say it twice", hint: "use two of them")
    }
    if let first, let count { last = first.adding(count - 1) }
    let end = last ?? parser.present.day.week
    let start = first ?? end.adding(1 - (count ?? usual ?? settings.reportWeeks))
    guard start <= end else {
      throw InputError(
        "the window ends (\(end)) before it begins (\(start))",
        hint: "give --since an earlier day than --until")
    }
    guard end.number - start.number < WindowOptions.mostWeeks else {
      throw InputError(
        "the window is longer than \(WindowOptions.mostWeeks) weeks", hint: "give a later --since")
    }
    return (start, end)
  }

  private func weekCount() throws -> Int? {
    guard let weeks else { return nil }
    guard weeks.utf8.count <= 6, let count = Int(weeks),
      (1...WindowOptions.mostWeeks).contains(count)
    else {
      throw InputError(
        "--weeks cannot be \(quoted(weeks))",
        hint: "use a whole number from 1 to \(WindowOptions.mostWeeks)")
    }
    return count
  }
}
