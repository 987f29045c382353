import App
import ArgumentParser
import Core
import Store

/// `psoas routine start`: guides through a routine and stores what was done.
struct RoutineStartCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Be guided through a routine, and log what was done.",
    usage: "psoas routine start <name> [--ready <seconds>] [--before <score>] [<options>]",
    discussion: """
      Shows each exercise with a countdown for holds. Keys: space pauses, goes on and ends a counted \
      set, + and - count, n skips, x leaves the exercise, b goes back, q or Ctrl-C ends, ? tells more. \
      At the end it asks for pain and effort. Pauses do not count as time.

      Where standard input is not a terminal, it is a script: lines such as 'key space', 'wait 10' \
      and 'answer 3', with time that passes at once.

      Example: psoas routine start twelve-minute --before 4 --bell
      """)

  @Argument(help: "The routine, by name or unique prefix.", completion: .routines)
  var name: String

  @Option(
    name: .customLong("ready"), parsing: .unconditional,
    help: ArgumentHelp(
      "Time to get into position before each hold, 0-600 (5).", valueName: "seconds"),
    transform: OptionReader.wholeNumber(
      "--ready", in: 0...600, hint: "use a whole number of seconds from 0 to 600"))
  var ready: Int?

  @Option(
    name: .customLong("before"), parsing: .unconditional,
    help: ArgumentHelp("Pain before it, 0-10.", valueName: "score"),
    transform: OptionReader.score("pain before the session"))
  var before: NPRSScore?

  @Option(
    name: .customLong("note"), parsing: .unconditional,
    help: ArgumentHelp("A note.", valueName: "text"), transform: OptionReader.note)
  var note: String?

  @Flag(name: .customLong("bell"), help: "Ring the terminal's bell when a hold starts and ends.")
  var bell = false

  @Flag(name: .customLong("plain"), help: "Tell it line by line, without drawing a screen.")
  var plain = false

  @Flag(name: .customLong("screens"), help: "With a script: print the screen after each line.")
  var screens = false

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let guided = try GuidedSession(
      context, routine: name, ready: ready ?? GuidePlan.defaultReady, before: before, note: note)
    let output = plain ? output.withoutColour : output
    let driver = try driver(output.style)
    defer { driver.end() }
    var session = GuideSession(guided.plan)
    try driver.guide(&session)
    let answers = try GuideAnswers(session, driver: driver)
    try driver.finish()
    guard session.ending != .discarded, !answers.entries.isEmpty else {
      let why = session.ending == .discarded ? "thrown away" : "nothing was done"
      return output.note("\(why); nothing is stored")
    }
    do {
      try output.confirm(
        try guided.store(
          answers.entries, of: session, effort: answers.effort, after: answers.after,
          context: context))
    } catch let error as StoreError {
      let words = answers.entries.map(\.text).joined(separator: " ")
      try? OutputStream.messages.write("not stored; to enter it later: psoas log \(words)\n")
      throw error
    }
  }
}
