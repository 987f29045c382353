import App
import ArgumentParser
import Core

/// Which weeks a report covers.
struct WindowOptions: ParsableArguments {
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

  /// The window that is asked for.
  ///
  /// - Throws: ``InputError``.
  var window: ReportWindow {
    get throws { ReportWindow(weeks: try weekCount(), since: since, until: until) }
  }

  private func weekCount() throws -> Int? {
    guard let weeks else { return nil }
    guard weeks.utf8.count <= 6, let count = Int(weeks),
      (1...ReportWindow.mostWeeks).contains(count)
    else {
      throw InputError(
        "--weeks cannot be \(quoted(weeks))",
        hint: "use a whole number from 1 to \(ReportWindow.mostWeeks)")
    }
    return count
  }
}
