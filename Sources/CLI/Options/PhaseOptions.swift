import Analytics
import App
import ArgumentParser
import Core

/// Which phases to compare.
struct PhaseOptions: ParsableArguments {
  @Option(
    name: .customLong("split"), parsing: .unconditional,
    help: ArgumentHelp("Compare before this day with from it on.", valueName: "day"),
    completion: .moments)
  var split: String?

  @Option(
    name: .customLong("by"),
    help: ArgumentHelp("What the phases are: stage or protocol.", valueName: "kind"),
    completion: .list(Phase.Kind.names), transform: OptionReader.choice())
  var kind: Phase.Kind?

  @Option(
    name: .customLong("a"),
    help: ArgumentHelp("The earlier stage or protocol (the one before b).", valueName: "name"),
    completion: .phases)
  var a: String?

  @Option(
    name: .customLong("b"),
    help: ArgumentHelp("The later stage or protocol (the last one).", valueName: "name"),
    completion: .phases)
  var b: String?

  func validate() throws {
    try OptionReader.validate {
      guard split == nil || (kind == nil && a == nil && b == nil) else {
        throw InputError(
          "--split cannot be used with --by, --a and --b", hint: "choose a day or phases by name")
      }
    }
  }

  var request: PhaseRequest { PhaseRequest(split: split, kind: kind, earlier: a, later: b) }
}
