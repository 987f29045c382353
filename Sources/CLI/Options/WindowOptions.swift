import App
import ArgumentParser
import Core

/// Which weeks a report covers.
struct WindowOptions: ParsableArguments {
  @Option(
    name: .customLong("weeks"), parsing: .unconditional,
    help: ArgumentHelp(
      "How many weeks (12 or the setting report.weeks; 26 for a series).", valueName: "n"),
    transform: OptionReader.wholeNumber(
      "--weeks", in: 1...ReportWindow.mostWeeks,
      hint: "use a whole number from 1 to \(ReportWindow.mostWeeks)"))
  var weeks: Int?

  @Option(
    name: .customLong("since"), parsing: .unconditional,
    help: ArgumentHelp("The first day; its whole week is included.", valueName: "day"),
    completion: .moments)
  var since: String?

  @Option(
    name: .customLong("until"), parsing: .unconditional,
    help: ArgumentHelp("The last day; its whole week is included.", valueName: "day"),
    completion: .moments)
  var until: String?

  func validate() throws {
    try OptionReader.validate {
      guard weeks == nil || since == nil || until == nil else {
        throw InputError(
          "--weeks, --since and --until together say it twice", hint: "use two of them")
      }
    }
  }

  var window: ReportWindow { ReportWindow(weeks: weeks, since: since, until: until) }
}
