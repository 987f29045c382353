import App
import ArgumentParser
import Core

/// Options of every command that stores an entry.
struct DetailOptions: ParsableArguments {
  @Option(
    name: .customLong("note"), parsing: .unconditional,
    help: ArgumentHelp("A note.", valueName: "text"), transform: OptionReader.note)
  var note: String?

  @Option(
    name: .customLong("at"), parsing: .unconditional,
    help: ArgumentHelp(
      "When it was: 2026-11-20, '2026-11-20 07:30', 07:30, yesterday, mon, -2d, -3h.",
      valueName: "when"), completion: .moments)
  var at: String?

  var details: EntryDetails { EntryDetails(note: note, at: at) }
}
