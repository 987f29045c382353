import App
import ArgumentParser
import Core

/// `psoas exercise add`: adds an exercise defined by the user.
struct ExerciseAddCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add an exercise of your own.",
    usage: "psoas exercise add <slug> [--name <words>] [--sided] [--dose <kind>] [<options>]",
    discussion: "Example: psoas exercise add heel-slide --dose reps --alias slides")

  @Argument(help: "The name it is typed by: letters, digits and hyphens.")
  var slug: String

  @Option(
    name: .customLong("name"), parsing: .unconditional,
    help: ArgumentHelp("Its name in full.", valueName: "words"))
  var name: String?

  @Option(
    name: .customLong("alias"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Another word to type it by.", valueName: "word"))
  var alias: [String] = []

  @Flag(name: .customLong("sided"), help: "It is done one side at a time.")
  var sided = false

  @Option(
    name: .customLong("dose"),
    help: ArgumentHelp(
      "Which numbers its dose usually has: \(DoseKind.names.joined(separator: ", ")) (reps).",
      valueName: "kind"),
    completion: .list(DoseKind.names), transform: OptionReader.choice())
  var dose: DoseKind?

  @Option(
    name: .customLong("aim"), parsing: .unconditional,
    help: ArgumentHelp("What it is for.", valueName: "words"))
  var aim: String?

  @Option(
    name: .customLong("cue"), parsing: .unconditional,
    help: ArgumentHelp("How to do it.", valueName: "words"))
  var cue: String?

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.confirm(try context.add(try exercise()))
  }

  private func exercise() throws -> Exercise {
    let slug = try Slug(slug, for: "an exercise")
    let aliases = try Set(alias.map { try Slug($0, for: "an alias").text }).subtracting([slug.text])
    for word in [slug.text] + aliases.sorted() { try EntryParser.checkName(word) }
    return Exercise(
      slug: slug, name: try name.map { try FreeText.title($0, as: "name") } ?? slug.text,
      aliases: aliases.sorted(), oneSided: sided, dose: dose ?? .reps,
      aim: try aim.map { try FreeText.note($0) }, cue: try cue.map { try FreeText.note($0) },
      own: true)
  }
}

extension DoseKind: NamedChoice {
  static let what = "kind of dose"
}
