import App
import ArgumentParser
import Core

/// `psoas pain`: stores one pain rating.
struct PainCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "pain",
    abstract: "Log a pain score.",
    usage: "psoas pain <score> [--recall <window>] [--site <site> ...] [<options>]",
    discussion: """
      The score is 0 (no pain) to 10 (worst imaginable), the numeric rating scale; one decimal \
      is fine. Ratings with different recall windows are separate series.

      A morning rating counts as the response to the sessions of the day before; 'psoas report \
      response' shows them.

      Example: psoas pain 4 --site low-back --trigger sitting
      Example: psoas pain 6 --recall morning --woke --at 07:00
      """)

  // Unrecognised words are accepted too, so that -1 gets an answer about the scale.
  @Argument(parsing: .allUnrecognized, help: "0 to 10.")
  var score: [String] = []

  @Option(
    name: .customLong("recall"),
    help: ArgumentHelp(
      "The recall window: now (the default), average or worst of 24 hours, or morning.",
      valueName: "window"),
    completion: .list(Recall.names), transform: OptionReader.choice())
  var recall: Recall?

  @Option(
    name: .customLong("site"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Where: low-back, buttock:left, hip, leg …", valueName: "site"),
    completion: .sites, transform: OptionReader.reader { try PainSite($0) })
  var sites: [PainSite] = []

  @Option(
    name: .customLong("trigger"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("What brought it on, in your words.", valueName: "words"),
    transform: OptionReader.reader { try FreeText.trigger($0) })
  var triggers: [String] = []

  @Flag(name: .customLong("woke"), help: "It woke you from sleep.")
  var woke = false

  @OptionGroup(title: "Entry") var details: DetailOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let scores = try positionals(score)
    guard scores.count == 1 else {
      throw InputError(
        scores.isEmpty ? "no score was given" : "\(scores.count) scores were given",
        hint: "give one number from 0 to 10, such as 'psoas pain 4'")
    }
    let request = PainRequest(
      score: try NPRSScore(scores[0]), recall: recall ?? .now, sites: sites, triggers: triggers,
      woke: woke, details: details.details)
    try output.confirm(try context.recordPain(request))
  }
}

extension Recall: NamedChoice {
  static let what = "recall window"
}
