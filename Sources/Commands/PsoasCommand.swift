import ArgumentParser
import LogStore
import RehabLog
import Rendering
import Reports

/// A command of the program: parsed options, and what it does with them in a given world.
protocol PsoasCommand: ParsableCommand {
  var global: GlobalOptions { get }
  var result: ResultOptions { get }
  func perform(_ context: Context) throws
}

extension PsoasCommand {
  /// Reads the world and does the work.
  func run() throws {
    let context = try Context(global, environment: Context.processEnvironment())
    // Before anything is stored: a result that cannot be written must not leave half a command.
    try result.checkOutput(log: context.logPath)
    try perform(context)
  }
}

extension ResultOptions {
  /// Confirms a stored entry with a line about its week.
  func confirm(
    _ entry: LogEntry, in log: LogStore, _ context: Context, extra: [String] = []
  ) throws {
    if isSilent(context) { return }
    // The entry is on the disk: what goes wrong from here on must not look as if it were not.
    let sentence = (try? weekSentence(entry, log)) ?? "the week could not be read just now"
    let confirmation = Confirmation(entry, remarks: extra + [sentence])
    let forms = ResultForms(
      text: confirmation.text, markdown: confirmation.markdown, csv: confirmation.csv,
      json: confirmation.json)
    do {
      try emitConfirmation(forms, context)
    } catch let failure as Output.Failure {
      throw Failure(failure.message, hint: "the entry is stored all the same, as \(entry.id.short)")
    }
  }

  private func weekSentence(_ entry: LogEntry, _ log: LogStore) throws -> String {
    let week = entry.moment.day.week
    let weeks = WeekSoFar.weeks(for: week)
    let soFar = try log.read {
      WeekSoFar(
        try log.briefTallies(from: weeks.first, through: weeks.last, after: entry.kind), week: week)
    }
    if case .measurement(let measurement) = entry { return soFar.sentence(for: measurement) }
    return soFar.sentence
  }
}

extension CommandConfiguration {
  /// The configuration of a command that is parsed by itself, not from the root of the tree.
  ///
  /// Naming the command above it makes the argument parser leave out its search for a request of
  /// completion scripts, which took a third of the time of parsing; such a request goes to the root.
  static func leaf(
    commandName: String, under parent: String = "psoas", abstract: String, usage: String,
    discussion: String
  ) -> CommandConfiguration {
    CommandConfiguration(
      commandName: commandName, _superCommandName: parent, abstract: abstract, usage: usage,
      discussion: discussion)
  }
}
