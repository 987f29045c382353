import ArgumentParser
import Core
import Render
import Store

/// `psoas pain`: stores one pain rating.
struct PainCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "pain",
    abstract: "Log a pain score.",
    usage: "psoas pain <score> [--recall <window>] [--site <site> ...] [<options>]",
    discussion: """
      The score is 0 (no pain) to 10 (worst imaginable), the numeric rating scale; one decimal is \
      fine. Ratings of different recall windows are kept apart.

      A morning rating answers the sessions of the day before; 'psoas report response' shows them.

      Example: psoas pain 4 --site low-back --trigger sitting
      Example: psoas pain 6 --recall morning --woke --at 07:00
      """)

  // Unrecognised words are taken too, so that -1 gets an answer about the scale.
  @Argument(parsing: .allUnrecognized, help: "0 to 10.")
  var score: [String] = []

  @Option(
    name: .customLong("recall"),
    help: ArgumentHelp(
      "What it speaks of: now (the default), average or worst of 24 hours, or morning.",
      valueName: "window"),
    completion: .list(Recall.names))
  var recall: String?

  @Option(
    name: .customLong("site"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Where: low-back, buttock:left, hip, leg …", valueName: "site"))
  var site: [String] = []

  @Option(
    name: .customLong("trigger"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("What brought it on, in your words.", valueName: "words"))
  var trigger: [String] = []

  @Flag(name: .customLong("woke"), help: "It woke you from sleep.")
  var woke = false

  @OptionGroup(title: "Entry") var details: DetailOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let scores = try positionals(score, of: "psoas pain")
    guard scores.count == 1 else {
      throw InputError(
        scores.isEmpty ? "no score was given" : "\(scores.count) scores were given",
        hint: "give one number from 0 to 10, such as 'psoas pain 4'")
    }
    let score = try NPRSScore(scores[0])
    let recall = try recall.map { try Recall(named: $0) } ?? .now
    let sites = try site.map { try PainSite($0) }
    let triggers = try trigger.map { try FreeText.trigger($0) }
    let note = try details.checkedNote()
    let found = try context.existingLog()
    let rating = PainRating(
      id: context.newID(), moment: try context.moment(details.at, try context.settings(found)),
      score: score, recall: recall, sites: sites, triggers: triggers, woke: woke, note: note)
    let log = try context.log(found)
    try result.store(.pain(rating), in: log, context) {
      try log.insert(rating)
      return recall == .morning && !result.isSilent(context) ? [try remark(on: rating, log)] : []
    }
  }

  /// Which sessions a morning rating answers, in words.
  private func remark(on rating: PainRating, _ log: LogStore) throws -> String {
    let day = rating.moment.day.adding(-1)
    if let other = try log.morningRating(of: rating.moment.day), other.id != rating.id {
      return "of that morning the later rating counts, \(other.score) at \(other.moment.clock)"
    }
    let sessions = try log.sessions(EntryWindow(since: day, until: day)).reversed().map {
      "\($0.id.short): \(LogEntry.session($0, pain: PainAround()).summary)"
    }
    guard !sessions.isEmpty else {
      return "the day before, \(day.weekdayName) \(day), has no session in this log"
    }
    let noun = sessions.count == 1 ? "session" : "sessions"
    return "the morning after \(noun) \(sessions.joined(separator: "; "))"
  }
}

extension Recall: NamedChoice {
  static let what = "recall window"
}
