import Core

/// The weeks that a report covers, as typed.
package struct ReportWindow {
  /// The longest window in weeks, about 100 years.
  package static let mostWeeks = 5300
  /// Weeks covered by reports on series unless the user says otherwise: half a year.
  package static let seriesWeeks = 26

  package var weeks: Int?
  /// The first day; the whole of its week is included.
  package var since: String?
  /// The last day; the whole of its week is included.
  package var until: String?

  package init(weeks: Int? = nil, since: String? = nil, until: String? = nil) {
    (self.weeks, self.since, self.until) = (weeks, since, until)
  }

  /// Whether the user gave any of it.
  var isGiven: Bool { weeks != nil || since != nil || until != nil }

  /// The first and the last week. Without other wishes it ends with the present week and has `usual` weeks,
  /// or as many as the setting says.
  ///
  /// - Throws: ``InputError``.
  func resolved(
    _ context: Context, settings: Settings, usual: Int? = nil
  ) throws -> ClosedRange<Week> {
    let parser = context.whenParser(settings)
    let first = try since.map { try parser.parseDay($0).week }
    var last = try until.map { try parser.parseDay($0).week }
    guard first == nil || last == nil || weeks == nil else {
      throw InputError(
        "--weeks, --since and --until together say it twice", hint: "use two of them")
    }
    if let first, let weeks { last = first.adding(weeks - 1) }
    let end = last ?? parser.present.day.week
    let start = first ?? end.adding(1 - (weeks ?? usual ?? settings.reportWeeks))
    guard start <= end else {
      throw InputError(
        "the window ends (\(end)) before it starts (\(start))",
        hint: "give --since an earlier day than --until")
    }
    guard end.number - start.number < ReportWindow.mostWeeks else {
      throw InputError(
        "the window is longer than \(ReportWindow.mostWeeks) weeks", hint: "give a later --since")
    }
    return start...end
  }
}

extension ClosedRange<Week> {
  /// The days of all its weeks.
  var days: ClosedRange<Day> { lowerBound.start...upperBound.end }
}
