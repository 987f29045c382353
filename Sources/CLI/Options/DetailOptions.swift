import App
import ArgumentParser
import Core

/// Options of every command that stores an entry.
struct DetailOptions: ParsableArguments {
  @Option(
    name: .customLong("note"), parsing: .unconditional,
    help: ArgumentHelp("A note.", valueName: "text"))
  var note: String?

  @Option(
    name: .customLong("at"), parsing: .unconditional,
    help: ArgumentHelp(
      "When it was: 2026-11-20, '2026-11-20 07:30', 07:30, yesterday, mon, -2d, -3h.",
      valueName: "when"))
  var at: String?

  /// The details, checked.
  ///
  /// - Throws: ``InputError``.
  var checked: EntryDetails {
    get throws { EntryDetails(note: try note.map { try FreeText.note($0) }, at: at) }
  }
}
